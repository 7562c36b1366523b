import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DraftFile } from '../../src/core/contribute/draft-limit.ts';
import {
  checkContribution,
  ContributionError,
  listNewErrors,
  writeContribution,
} from '../../src/io/write-contribution.ts';
import { checkContent } from '../../src/io/check-content.ts';
import { GOOD_FILES, LIMIT_CSV, LIMIT_YAML, writeContent } from '../fixtures/write-content.ts';

const YAML = (GOOD_FILES[LIMIT_YAML] ?? '').replace('method: digitised', 'method: author');
const CSV = GOOD_FILES[LIMIT_CSV] ?? '';
const BIB = GOOD_FILES['references.bib'] ?? '';

/** A second limit, with other numbers and its own title, and a remark in the bibliography. */
const FILES: readonly DraftFile[] = [
  { path: 'limits/vector/babar-2015-other.csv', text: CSV.replaceAll('e-3', 'e-4') },
  {
    path: 'limits/vector/babar-2015-other.yaml',
    text: YAML.replace('Dark photon to lepton pairs', 'Another').replaceAll('figure-4', 'figure-5'),
  },
  { path: 'references.bib', text: `${BIB}\nA remark.\n`, before: BIB },
];

/** Every file below a folder with its text. */
const read = (root: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]),
  );

describe('checkContribution', () => {
  it('checks the content as it would be, and leaves it as it is', async () => {
    const root = await writeContent();
    const before = read(root);
    const { catalogue, messages } = await checkContribution(root, FILES);
    expect(listNewErrors((await checkContent(root)).messages, messages)).toEqual([]);
    expect([...catalogue.limits.keys()]).toEqual(['babar-2014-dark-photon', 'babar-2015-other']);
    expect(read(root)).toEqual(before);
  });
  it('tells errors of the contribution from those that were there', async () => {
    const root = await writeContent({ 'models/broken.mdx': 'no frontmatter' });
    const before = await checkContent(root);
    const [csv, yaml] = FILES;
    const wrong = { path: yaml?.path ?? '', text: (yaml?.text ?? '').replace('[1, 3]', '[1, 30]') };
    const now = await checkContribution(root, [csv ?? wrong, wrong]);
    expect(before.messages.map(({ file }) => file)).toContain('models/broken.mdx');
    expect(
      listNewErrors(before.messages, now.messages).map(({ file, line, rule }) => [
        file,
        line,
        rule,
      ]),
    ).toEqual([['limits/vector/babar-2015-other.yaml', 12, 'mass-range']]);
  });
});

describe('writeContribution', () => {
  it('writes every file', async () => {
    const root = await writeContent();
    const before = read(root);
    writeContribution(root, FILES);
    expect(read(root)).toEqual({
      ...before,
      ...Object.fromEntries(FILES.map(({ path, text }) => [path, text])),
    });
  });
  it('overwrites nothing', async () => {
    const root = await writeContent();
    const before = read(root);
    const files = [...FILES, { path: LIMIT_YAML, text: 'mine' }];
    expect(() => {
      writeContribution(root, files);
    }).toThrow(
      new ContributionError(
        `${LIMIT_YAML} is there already; nothing is overwritten. Choose another id, or edit that file`,
      ),
    );
    expect(read(root)).toEqual(before);
  });
  it('refuses to change a file that somebody changed in the meantime', async () => {
    const root = await writeContent();
    writeFileSync(join(root, 'references.bib'), `${BIB}% more\n`);
    const before = read(root);
    expect(() => {
      writeContribution(root, FILES);
    }).toThrow(new ContributionError('references.bib has changed since it was read; start again'));
    rmSync(join(root, 'references.bib'));
    expect(() => {
      writeContribution(root, FILES);
    }).toThrow(ContributionError);
    writeFileSync(join(root, 'references.bib'), `${BIB}% more\n`);
    expect(read(root)).toEqual(before);
  });
  it('leaves nothing where one file cannot be written', async () => {
    const root = await writeContent();
    mkdirSync(join(root, 'references.bib.partial'));
    const before = read(root);
    expect(() => {
      writeContribution(root, FILES);
    }).toThrow(/^nothing was written: EISDIR/);
    expect(read(root)).toEqual(before);
  });
  it('takes back what it wrote where a later file cannot be put in its place', async () => {
    const root = await writeContent();
    const before = read(root);
    // The same new path twice: the second time its finished file has been renamed away.
    const [csv] = FILES;
    if (csv === undefined) throw new Error('no file');
    expect(() => {
      writeContribution(root, [FILES[2] ?? csv, csv, { ...csv, path: `${csv.path}/below` }]);
    }).toThrow(/^nothing was written/);
    expect(read(root)).toEqual(before);
  });
});
