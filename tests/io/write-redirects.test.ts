import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeRedirects } from '../../src/io/write-redirects.ts';
import { writeFiles } from '../fixtures/make-repository.ts';
import { makeFolder } from '../fixtures/write-content.ts';

const REDIRECTS = '- {from: /limits/old/, to: /limits/new/, why: the year <was> wrong}\n';
const SITE = {
  'limits/new/index.html': 'new',
  'limits/new.csv': 'mass,value\n',
  'index.html': 'home',
};

async function write(
  redirects: string,
  released: readonly string[],
): Promise<{ site: string; written: string[] }> {
  const folder = await makeFolder();
  const [site, content] = [join(folder, 'dist'), join(folder, 'content')];
  await writeFiles(site, SITE);
  await writeFiles(content, {
    'redirects.yaml': redirects,
    'permalinks.txt': released.map((address) => `${address}\n`).join(''),
  });
  const written = await writeRedirects({
    site,
    content,
    siteUrl: 'https://example.org',
    base: '/dark/',
    policy: "default-src 'self'",
    referrer: 'same-origin',
  });
  return { site, written };
}

describe('redirects in a built site', () => {
  it('lead from an old page to the new one, with scripts and without', async () => {
    const { site, written } = await write(REDIRECTS, ['/', '/limits/old/']);
    expect(written).toEqual(['/limits/old/']);
    const html = await readFile(join(site, 'limits/old/index.html'), 'utf8');
    expect(html).toContain('<script src="/dark/redirect.js" data-to="/dark/limits/new/"></script>');
    expect(html).toContain('content="0; url=/dark/limits/new/"');
    expect(html).toContain('<link rel="canonical" href="https://example.org/dark/limits/new/">');
    expect(html).toContain(`content="default-src 'self'"`);
    expect(html).toContain('<meta name="referrer" content="same-origin">');
    expect(html).toContain('the year &lt;was&gt; wrong');
  });
  it('also lead from a page that was never released', async () => {
    expect((await write(REDIRECTS, [])).written).toEqual(['/limits/old/']);
  });
  it('answer at the old address of a file with the new file', async () => {
    const { site, written } = await write(REDIRECTS, ['/limits/old.csv', '/limits/old.bib']);
    expect(written).toEqual(['/limits/old/', '/limits/old.csv']);
    expect(await readFile(join(site, 'limits/old.csv'), 'utf8')).toBe('mass,value\n');
  });
  it('are refused when they hide a page, or lead to none', async () => {
    await expect(write('- {from: /limits/new/, to: /limits/new/, why: x}\n', [])).rejects.toThrow(
      'the site has a page /limits/new/; remove the redirect from it',
    );
    await expect(write('- {from: /limits/a/, to: /limits/b/, why: x}\n', [])).rejects.toThrow(
      'the site has no page /limits/b/; correct where /limits/a/ leads',
    );
  });
  it('are none without the file', async () => {
    expect((await write('', ['/gone/'])).written).toEqual([]);
  });
});
