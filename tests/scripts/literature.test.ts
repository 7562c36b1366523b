import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changed, INSPIRE } from '../fixtures/online/answers.ts';
import { startServer } from '../fixtures/online/start-server.ts';
import type { ScriptRun } from '../fixtures/run-script.ts';
import { runScript } from '../fixtures/run-script.ts';
import { makeFolder, writeContent } from '../fixtures/write-content.ts';

const SEARCHES = `searches:
  - {id: babar, title: BaBar papers, portals: [vector], query: collaboration BaBar}
`;
const NEW = [
  ['"BaBar:2014zli", "Lees:2014xha"', '"BaBar:2026abc"'],
  ['1406.2980', '2601.00001'],
  ['10.1103/PhysRevLett.113.201801', '10.1103/made-up'],
  ['"earliest_date": "2014-06-11"', '"earliest_date": "2026-01-02"'],
].reduce((text, [from = '', to = '']) => changed(text, from, to), INSPIRE);

async function run(answer: string, searches = SEARCHES): Promise<ScriptRun> {
  const { base } = await startServer(() => answer);
  const folder = await makeFolder();
  const file = join(folder, 'searches.yaml');
  await writeFile(file, searches);
  const root = await writeContent();
  const named = ['--searches', file, '--root', root, '--cache', join(folder, 'cache')];
  return runScript('scripts/literature.ts', ['--since', '2026-01-01', ...named], {
    INSPIRE_URL: base,
  });
}

describe('npm run literature', () => {
  it('lists a paper that the bibliography has not', async () => {
    const { code, out, err } = await run(NEW);
    expect({ code, out }).toEqual({
      code: 0,
      out: `2026-01-02  Search for a Dark Photon in $e^+e^-$ Collisions at BaBar
  BaBar:2026abc  arXiv:2601.00001  https://inspirehep.net/literature/1000001
  babar
`,
    });
    expect(err).toBe('literature: 1 paper since 2026-01-01 from 1 search (1 record)\n');
  });
  it('ends with 1 and the line for searches that are none, and with 2 for a wrong call', async () => {
    const wrong = await run(NEW, SEARCHES.replace('vector', 'dark'));
    expect(wrong.code).toBe(1);
    expect(wrong.err).toMatch(/searches\.yaml:2/);
    const { code } = await runScript('scripts/literature.ts', ['--since', 'yesterday']);
    expect(code).toBe(2);
  });
});
