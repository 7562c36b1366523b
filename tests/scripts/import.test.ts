import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runScript } from '../fixtures/run-script.ts';
import { GOOD_FILES, makeFolder, writeContent } from '../fixtures/write-content.ts';

const NUMBERS = '2.0 1.0e-3\n3.0 1.1e-3\n5.0 0.9e-3\n';

const PAPER = `@article{Belle-II:2020jti,
    author = "Abudin{\\'e}n, F. and others",
    title = "{Search for Axion-Like Particles}",
    eprint = "2007.13071",
    archivePrefix = "arXiv",
    year = "2020"
}
`;

describe('npm run import', () => {
  it('writes nothing while anything is open, then the numbers and what follows from them', async () => {
    const root = await writeContent(GOOD_FILES);
    const folder = await makeFolder();
    const file = join(folder, 'Curve 1.txt');
    await writeFile(file, NUMBERS);
    const base = [
      file,
      '--plane',
      'dark-photon-visible',
      '--root',
      root,
      '--out',
      join(folder, 'out'),
    ];
    const open = await runScript('scripts/import.ts', base);
    expect(open.code).toBe(1);
    expect(open.out).toContain('--mass-unit (MeV, GeV)  In which unit is the mass');
    expect(await readdir(folder)).toEqual(['Curve 1.txt']);
    const done = await runScript('scripts/import.ts', [...base, '--mass-unit', 'GeV', '--json']);
    expect([done.code, done.err]).toEqual([0, expect.stringContaining('curve-1.csv')]);
    expect(JSON.parse(done.out)).toMatchObject({ dataset: { massRange: [2, 5] } });
    expect(await readFile(join(folder, 'out/curve-1.csv'), 'utf8')).toBe(
      'segment,mass,value\n1,2.0,1.0e-3\n1,3.0,1.1e-3\n1,5.0,0.9e-3\n',
    );
    expect(await readFile(join(folder, 'out/curve-1.yaml'), 'utf8')).toContain('path: Curve 1.txt');
  });

  it('adds the papers of a .bib file to the bibliography', async () => {
    const root = await writeContent(GOOD_FILES);
    const file = join(await makeFolder(), 'paper.bib');
    await writeFile(file, PAPER);
    const { code, out } = await runScript('scripts/import.ts', [file, '--root', root]);
    expect([code, out]).toEqual([0, 'Belle-II:2020jti\n']);
    expect(await readFile(join(root, 'references.bib'), 'utf8')).toContain(
      '@article{Belle-II:2020jti,',
    );
  });
});
