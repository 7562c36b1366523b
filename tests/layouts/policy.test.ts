import { describe, expect, it } from 'vitest';
import { type HostSettings, listHeaders } from '../../src/core/hosting/header-rules.ts';
import { writeHeadersFile } from '../../src/core/hosting/write-headers-file.ts';
import { writeHtaccess } from '../../src/core/hosting/write-htaccess.ts';
import { writeNginx } from '../../src/core/hosting/write-nginx.ts';
import { writeVercel } from '../../src/core/hosting/write-vercel.ts';
import { CONTENT_POLICY, HEADER_RULES, MEDIA_TYPES } from '../../src/layouts/policy.ts';

const FILES = [
  '/index.html',
  '/404.html',
  '/planes/index.html',
  '/planes/p/index.html',
  '/limits/a/index.html',
  '/embed/p/index.html',
  '/api/v1/index.json',
  '/_astro/a.1f.js',
  '/figures/p.svg',
  '/feed.xml',
];
const PATHS = [...FILES, '/', '/planes/', '/embed/p/', '/404'];

const settings = (base: string): HostSettings => ({
  base,
  rules: HEADER_RULES,
  mediaTypes: MEDIA_TYPES,
});

/** Headers by name, without how long copies are good where the host says it by itself. */
const known = (headers: Iterable<readonly [string, string]>): Record<string, string> =>
  Object.fromEntries([...headers].filter(([, value]) => !value.includes('must-revalidate')));

const expected = (path: string): Record<string, string> => known(listHeaders(HEADER_RULES, path));

/** What Netlify and Cloudflare Pages make of `_headers`, as their manuals say it. */
function obeyHeadersFile(text: string, path: string): Record<string, string> {
  const headers = new Map<string, string>();
  let isFor = false;
  for (const line of text.split('\n').filter((one) => one !== '' && !one.startsWith('#'))) {
    if (!line.startsWith('  ')) {
      isFor = line.endsWith('*') ? path.startsWith(line.slice(0, -1)) : path === line;
      continue;
    }
    const [, name = '', value = ''] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? [];
    const before = headers.get(name);
    if (isFor) headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return known(headers);
}

/** What nginx sends: an `add_header` whose variable is empty is none, and equal ones are sent side by side. */
function obeyNginx(text: string, path: string): Record<string, string> {
  const maps = new Map(
    [...text.matchAll(/^map \$uri (\$\w+) \{\n([^}]*)\n\}$/gm)].map(
      ([, name = '', choices = '']) => [
        name,
        [...choices.matchAll(/^ {2}(\S+) "([^"]*)";$/gm)].find(
          ([, pattern = '']) => pattern === 'default' || new RegExp(pattern.slice(1)).test(path),
        )?.[2],
      ],
    ),
  );
  const headers = new Map<string, string>();
  for (const [, name = '', text_ = ''] of text.matchAll(
    /add_header (\S+) "([^"]*)"(?: always)?;/g,
  )) {
    const value = maps.has(text_) ? (maps.get(text_) ?? '') : text_;
    const before = headers.get(name);
    if (value !== '') headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return known(headers);
}

/** What Apache appends where the expression of a line holds. */
function obeyHtaccess(text: string, path: string): Record<string, string> {
  const headers = new Map<string, string>();
  const lines = text.matchAll(/^Header (?:always )?append (\S+) "([^"]*)"(?: "expr=(.*)")?$/gm);
  for (const [, name = '', value = '', condition = ''] of lines) {
    const [, not = '', pattern = ''] =
      /^(!\()?%\{REQUEST_URI\} =~ m#(.*)#\)?$/.exec(condition) ?? [];
    if (condition !== '' && new RegExp(pattern).test(path) === (not !== '')) continue;
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return known(headers);
}

/** What Vercel sends: no two patterns may match, for which of them wins is not said. */
function obeyVercel(text: string, path: string): Record<string, string> {
  const { headers } = JSON.parse(text) as {
    headers: { source: string; headers: { key: string; value: string }[] }[];
  };
  const matching = headers.filter(
    (rule) => new RegExp(`^${rule.source}$`).test(path) && rule.headers[0]?.key !== 'Content-Type',
  );
  expect(matching, path).toHaveLength(1);
  return known((matching[0]?.headers ?? []).map(({ key, value }) => [key, value] as const));
}

describe('the policy of the site', () => {
  it('lets no page be framed by others but those made for it, and says what each may load', () => {
    const policy = (path: string): string => expected(path)['Content-Security-Policy'] ?? '';
    expect(policy('/planes/p/')).toBe(`${CONTENT_POLICY}, frame-ancestors 'self'`);
    expect(policy('/embed/p/')).toBe(CONTENT_POLICY);
    // What a meta tag cannot say must not stand in it: browsers ignore it with a warning on every page.
    expect(CONTENT_POLICY).not.toMatch(/frame-ancestors|report-uri|sandbox/);
    expect(CONTENT_POLICY).toMatchInlineSnapshot(
      `"default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; media-src 'none'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'"`,
    );
  });
  it('keeps for good only what is named by its content', () => {
    const cache = (path: string): string | undefined =>
      new Map(listHeaders(HEADER_RULES, path)).get('Cache-Control');
    expect(cache('/_astro/a.1f.js')).toBe('public, max-age=31536000, immutable');
    for (const path of ['/', '/sw.js', '/pagefind/pagefind.js', '/api/v1/index.json'])
      expect(cache(path), path).toBe('public, max-age=0, must-revalidate');
  });
  it.each([
    ['_headers', (base: string) => writeHeadersFile(settings(base), FILES), obeyHeadersFile],
    ['.htaccess', (base: string) => writeHtaccess(settings(base)), obeyHtaccess],
    ['nginx.conf', (base: string) => writeNginx(settings(base)), obeyNginx],
    ['vercel.json', (base: string) => writeVercel(settings(base)), obeyVercel],
  ])('is the same in %s, at the root of a host and below it', (_name, write, obey) => {
    for (const base of ['/', '/dark.portals/']) {
      const text = write(base);
      for (const path of PATHS)
        expect(obey(text, base.slice(0, -1) + path), base + path).toEqual(expected(path));
    }
  });
  it('is refused where Cloudflare Pages would not read all of it', () => {
    const files = Array.from({ length: 100 }, (_, i) => `/${String(i)}/index.html`);
    expect(() => writeHeadersFile(settings('/'), files)).toThrow('keep the root of the site small');
  });
  it('lets no answer that there is no file be kept', () => {
    expect(writeNginx(settings('/'))).not.toMatch(/add_header Cache-Control .* always;/);
    expect(writeHtaccess(settings('/'))).not.toMatch(/Header always append Cache-Control/);
    expect(writeHtaccess(settings('/'))).toContain('Header append Cache-Control');
  });
  it('says nothing of paths outside the site', () => {
    expect(obeyHeadersFile(writeHeadersFile(settings('/dark/'), FILES), '/other/')).toEqual({});
  });
});

describe('settings that a host has outside the site', () => {
  it.each([
    ['nginx.conf', writeNginx],
    ['vercel.json', writeVercel],
  ])('docs/examples/hosting/%s is as the policy says', async (name, write) => {
    // Written anew by vitest run tests/layouts/policy.test.ts -u
    await expect(write(settings('/'))).toMatchFileSnapshot(`../../docs/examples/hosting/${name}`);
  });
});
