import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ARXIV, HEPDATA, INSPIRE } from '../fixtures/online/answers.ts';
import { findFreePort, startServer } from '../fixtures/online/start-server.ts';
import type { ScriptRun } from '../fixtures/run-script.ts';
import { runScript } from '../fixtures/run-script.ts';
import { makeFolder, writeContent } from '../fixtures/write-content.ts';

const BIB = `@article{BaBar:2014zli,
  author = {J. P. Lees and others},
  title = {Search for a Dark Photon in $e^+e^-$ Collisions at BaBar},
  year = {2014},
  eprint = {1406.2980},
  archivePrefix = {arXiv},
  x-bibliography = {partly},
  x-texkey = {unverified}
}
`;

async function check(root: string, base: string, ...args: string[]): Promise<ScriptRun> {
  const env = { INSPIRE_URL: base, CROSSREF_URL: base, ARXIV_URL: base, HEPDATA_URL: base };
  const cache = await makeFolder();
  return runScript(
    'scripts/check.ts',
    ['--online', '--cache', cache, '--root', root, ...args],
    env,
  );
}

describe('npm run check -- --online', () => {
  it('reports what differs as Markdown, and writes what is confirmed', async () => {
    const { base } = await startServer((path) =>
      path.startsWith('/api/literature')
        ? INSPIRE
        : path.startsWith('/api/query')
          ? ARXIV
          : HEPDATA,
    );
    const root = await writeContent({ 'references.bib': BIB });
    const first = await check(root, base, '--format', 'markdown');
    expect(first.code).toBe(0);
    expect(first.out).toContain('### `online-doi`');
    expect(first.out).toContain('doi = `10.1103/PhysRevLett.113.201801`');
    expect(first.err).toContain('1 reference can be completed');

    const fixed = await check(root, base, '--fix', '--json');
    expect(fixed.code).toBe(0);
    const { messages } = JSON.parse(fixed.out) as { messages: { rule: string }[] };
    expect(messages.map(({ rule }) => rule)).toEqual(['online-numbers']);
    expect(await readFile(join(root, 'references.bib'), 'utf8')).toBe(`@article{BaBar:2014zli,
  author = {J. P. Lees and others},
  collaboration = {BaBar},
  title = {Search for a Dark Photon in $e^+e^-$ Collisions at BaBar},
  journal = {Phys. Rev. Lett.},
  volume = {113},
  pages = {201801},
  year = {2014},
  doi = {10.1103/PhysRevLett.113.201801},
  eprint = {1406.2980},
  archivePrefix = {arXiv},
  primaryClass = {hep-ex},
  x-bibliography = {verified},
  x-texkey = {verified},
  x-arxiv-version = {2}
}
`);
  });
  it('warns and ends like the check without it when there is no network', async () => {
    const root = await writeContent({ 'references.bib': BIB });
    const { code, out, err } = await check(
      root,
      `http://127.0.0.1:${String(await findFreePort())}`,
    );
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toMatch(/^check: INSPIRE left 1 of 1 questions without an answer \(/m);
    expect(err).toMatch(/^check: arXiv left 1 of 1 questions/m);
  });
});
