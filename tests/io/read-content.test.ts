import { sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/io/read-content.ts';
import { describeMessages } from '../fixtures/make-catalogue.ts';
import {
  edited,
  GOOD_FILES,
  LIMIT_CSV,
  LIMIT_YAML,
  writeContent,
} from '../fixtures/write-content.ts';

/** The messages of reading the good files with some changed. */
const check = async (changes: Record<string, string | undefined>): Promise<string> =>
  describeMessages((await readContent(await writeContent(changes))).messages);

describe('readContent', () => {
  it('reads every kind of entry with its id, file and prose', async () => {
    const { catalogue, messages } = await readContent(await writeContent());
    expect(messages).toEqual([]);
    expect([...catalogue.quantities.keys()]).toEqual(['epsilon', 'mass-dark-photon']);
    expect(catalogue.limits.get('babar-2014-dark-photon')).toMatchObject({
      id: 'babar-2014-dark-photon',
      file: LIMIT_YAML,
      portal: 'vector',
      massRange: [1, 3],
      table: { length: 3, text: GOOD_FILES[LIMIT_CSV] },
    });
    expect(catalogue.models.get('dark-photon')).toMatchObject({
      body: '\nA photon of its own.\n',
      bodyLine: 7,
    });
    expect(catalogue.references.get('BaBar:2014zli')).toMatchObject({ year: 2014 });
    for (const kind of ['planes', 'experiments', 'portals'] as const)
      expect(catalogue[kind].size, kind).toBe(1);
    for (const kind of ['searches', 'methods', 'facilities'] as const)
      expect(catalogue[kind].size, kind).toBe(0);
  });
  it('lists every file and what its place says it is', async () => {
    const { files } = await readContent(
      await writeContent({
        'README.md': '',
        'limits/notes.yaml': '',
        'limits/tensor/a.yaml': '',
        'limits/vector/deep/a.yaml': '',
        'planes/a.csv': '',
        'combined/a.json': '{}',
      }),
    );
    expect(files.map(({ file, kind, id }) => `${kind} ${id} ${file}`)).toMatchInlineSnapshot(`
      [
        "unknown README README.md",
        "experiments babar experiments/babar.mdx",
        "unknown notes limits/notes.yaml",
        "unknown a limits/tensor/a.yaml",
        "numbers babar-2014-dark-photon limits/vector/babar-2014-dark-photon.csv",
        "limits babar-2014-dark-photon limits/vector/babar-2014-dark-photon.yaml",
        "unknown a limits/vector/deep/a.yaml",
        "models dark-photon models/dark-photon.mdx",
        "unknown a planes/a.csv",
        "planes dark-photon-visible planes/dark-photon-visible.yaml",
        "portals vector portals/vector.mdx",
        "quantities epsilon quantities/epsilon.yaml",
        "quantities mass-dark-photon quantities/mass-dark-photon.yaml",
        "references references references.bib",
      ]
    `);
  });
  it('reads the same whatever way the folder is written', async () => {
    const root = await writeContent();
    const plain = await readContent(root);
    for (const way of [root + sep, `${root}${sep}.${sep}`, `${root}${sep}planes${sep}..`]) {
      const result = await readContent(way);
      expect(result.files, way).toEqual(plain.files);
      expect(result.catalogue, way).toEqual(plain.catalogue);
    }
  });
  it('rejects a folder that does not exist, for the caller to explain', async () => {
    await expect(readContent('no-such-folder')).rejects.toThrow('ENOENT');
  });
  it('reads a folder without references or anything else', async () => {
    const nothing = Object.fromEntries(Object.keys(GOOD_FILES).map((file) => [file, undefined]));
    const { catalogue, messages, files } = await readContent(await writeContent(nothing));
    expect([messages, files]).toEqual([[], []]);
    expect(catalogue.references.size).toBe(0);
  });
  it('finds the lines of keys in metadata, frontmatter and references', async () => {
    const { lineOf } = await readContent(await writeContent());
    expect(lineOf(LIMIT_YAML, ['massRange'])).toBe(12);
    expect(lineOf(LIMIT_YAML, ['provenance', 'raw', 0, 'written'])).toBe(25);
    expect(lineOf('models/dark-photon.mdx', ['quantities'])).toBe(5);
    expect(lineOf('references.bib', ['BaBar:2014zli'])).toBe(1);
    expect(lineOf('references.bib', ['BaBar:2014zli', 'eprint'])).toBe(4);
    expect(lineOf('references.bib', ['BaBar:2014zli', 'doi'])).toBe(1);
    expect(lineOf('references.bib', ['nobody'])).toBeUndefined();
    expect(lineOf('no-such-file.yaml', ['a'])).toBeUndefined();
  });
});

describe('what readContent says of broken files', () => {
  it('names broken YAML with its line, and keeps the rest', async () => {
    const changes = { 'planes/dark-photon-visible.yaml': 'title: a\ntitle: b\n' };
    expect(await check(changes)).toMatchInlineSnapshot(`
      "planes/dark-photon-visible.yaml :2  error  yaml-syntax
        found     the key title a second time
        expected  valid YAML 1.2, each key once
        fix       keep one of the two lines"
    `);
    const { catalogue } = await readContent(await writeContent(changes));
    expect(catalogue.planes.size).toBe(0);
    expect(catalogue.limits.size).toBe(1);
  });
  it('names text that YAML takes for an alias', async () => {
    expect(
      await check(edited(LIMIT_YAML, 'title: Dark photon to lepton pairs', 'title: *new* photon')),
    ).toMatch(/^limits\/vector\/babar-2014-dark-photon\.yaml :1 {2}error {2}yaml-syntax/);
  });
  it('asks for the frontmatter of prose', async () => {
    expect(await check({ 'experiments/babar.mdx': 'BaBar.\n' })).toMatchInlineSnapshot(`
      "experiments/babar.mdx :1  error  yaml-syntax
        found     no frontmatter
        expected  facts between two lines of three hyphens at the top of the file
        fix       begin the file with ---, the facts as YAML, and --- again"
    `);
  });
  it('counts the fence in the lines of frontmatter', async () => {
    expect(await check(edited('experiments/babar.mdx', 'kind: ee-collider', 'kind: collider')))
      .toMatchInlineSnapshot(`
      "experiments/babar.mdx :3  error  schema
        found     kind = "collider"
        expected  one of "ee-collider"|"hadron-collider"|"fixed-target"|"beam-dump"|"meson-decay"|"neutrino"|"indirect"|"astro"|"cosmo"
        fix       correct kind"
    `);
  });
  it('asks for the numbers of a limit', async () => {
    expect(await check({ [LIMIT_CSV]: undefined })).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml :1  error  csv-columns
        found     no numbers beside the metadata
        expected  a file limits/vector/babar-2014-dark-photon.csv
        fix       add the CSV of the numbers under the same name"
    `);
  });
  it('names the line of numbers that cannot be read', async () => {
    expect(await check(edited(LIMIT_CSV, '1,2,2e-3', '1,2,2e-3x'))).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.csv :3  error  strict-numbers
        found     "2e-3x" in the column value
        expected  a plain decimal number like 1.5e-3
        fix       write the digits as published; a missing value is an absent row, never a word"
    `);
  });
  it('gives all faults of a file at once', async () => {
    const text = (GOOD_FILES[LIMIT_YAML] ?? '')
      .replace('status: observed', 'status: seen')
      .replace('level: 0.9', 'level: 90')
      .replace('lifetime: prompt', 'life: prompt');
    expect(await check({ [LIMIT_YAML]: text })).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml :5  error  schema
        found     status = "seen"
        expected  one of "observed"|"expected"|"projected"|"favoured"|"target"
        fix       correct status
      limits/vector/babar-2014-dark-photon.yaml :1  error  schema
        found     no lifetime
        expected  lifetime: one of "prompt"|"displaced"|"stable"|"any"
        fix       add lifetime
      limits/vector/babar-2014-dark-photon.yaml :11  error  schema
        found     confidence.level = 90
        expected  a fraction between 0.5 and 1: 90 % is 0.90
        fix       correct confidence.level
      limits/vector/babar-2014-dark-photon.yaml :10  error  schema
        found     the unknown key life
        expected  only the keys of the schema
        fix       remove the key, or correct its spelling"
    `);
  });
  it('names faults of the references with the line of the field', async () => {
    expect(
      await check({
        'references.bib': `@article{BaBar:2014zli,
  title = {One},
  doi = {https://doi.org/10.1103/a},
  colour = {red},
  month = {6},
  x-bibliography = {perhaps},
  x-texkey = {verified},
}
@article{BaBar:2014zli, title = {Two}}
@article{Other:2014ab, year = {MMXIV}, x-bibliography = {partly}}
@article{Broken:2014ab, title = bare}
`,
      }),
    ).toMatchInlineSnapshot(`
      "references.bib :11  error  reference-fields
        found     "bare"
        expected  a value in braces or quotes
        fix       correct the entry that starts in line 11
      references.bib :4  error  reference-fields
        found     the field colour
        expected  author, collaboration, title, journal, volume, pages, year, doi, eprint, primaryClass, url, note, x-hepdata, x-bibliography, x-authors, x-texkey, x-arxiv-version
        fix       remove or rename the field
      references.bib :3  error  reference-fields
        found     doi = "https://doi.org/10.1103/a" in BaBar:2014zli
        expected  a DOI looks like 10.1103/PhysRevLett.113.201801, without https://
        fix       copy the field from INSPIRE, or say how far it was checked in x-bibliography and x-texkey
      references.bib :6  error  reference-fields
        found     x-bibliography = "perhaps" in BaBar:2014zli
        expected  one of "verified"|"partly"|"unverified"
        fix       copy the field from INSPIRE, or say how far it was checked in x-bibliography and x-texkey
      references.bib :9  error  reference-fields
        found     x-bibliography = nothing in BaBar:2014zli
        expected  one of "verified"|"partly"|"unverified"
        fix       copy the field from INSPIRE, or say how far it was checked in x-bibliography and x-texkey
      references.bib :9  error  reference-fields
        found     x-texkey = nothing in BaBar:2014zli
        expected  one of "verified"|"unverified"
        fix       copy the field from INSPIRE, or say how far it was checked in x-bibliography and x-texkey
      references.bib :10  error  reference-fields
        found     year = "MMXIV" in Other:2014ab
        expected  number, received string
        fix       copy the field from INSPIRE, or say how far it was checked in x-bibliography and x-texkey
      references.bib :10  error  reference-fields
        found     x-texkey = nothing in Other:2014ab
        expected  one of "verified"|"unverified"
        fix       copy the field from INSPIRE, or say how far it was checked in x-bibliography and x-texkey"
    `);
  });
});
