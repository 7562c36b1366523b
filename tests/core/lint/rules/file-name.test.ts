import { describe, expect, it } from 'vitest';
import { fileName } from '../../../../src/core/lint/rules/file-name.ts';
import { describeMessages, makeCatalogue, makeContext } from '../../../fixtures/make-catalogue.ts';
import { runRule } from '../../../../src/core/lint/run-rules.ts';
import type { SourceFile } from '../../../../src/core/lint/rule.ts';

const check = (...more: SourceFile[]): string =>
  describeMessages(runRule(fileName, makeContext(makeCatalogue(), more)));

describe('file-name', () => {
  it('accepts a catalogue in which every file is where it belongs', () => {
    expect(check()).toBe('');
  });
  it('refuses a file that nothing reads', () => {
    expect(check({ kind: 'unknown', file: 'limits/vector/notes.txt', id: 'notes' }))
      .toMatchInlineSnapshot(`
      "limits/vector/notes.txt   error  file-name
        found     a file that nothing reads
        expected  a file of a known kind: limits/<portal>/<id>.yaml, planes/<id>.yaml, …
        fix       move the file where it belongs, or remove it"
    `);
  });
  it('refuses a name that is not kebab-case', () => {
    expect(check({ kind: 'planes', file: 'planes/Dark_Photon.yaml', id: 'Dark_Photon' }))
      .toMatchInlineSnapshot(`
        "planes/Dark_Photon.yaml   error  file-name
          found     the file name "Dark_Photon"
          expected  kebab-case: a-z, 0-9 and single hyphens
          fix       rename the file to dark-photon.yaml; the name becomes the address of the page"
      `);
  });
  it('refuses an id that two portals share', () => {
    expect(
      check({
        kind: 'limits',
        file: 'limits/scalar/babar-2014-dark-photon.yaml',
        id: 'babar-2014-dark-photon',
      }),
    ).toMatchInlineSnapshot(`
      "limits/scalar/babar-2014-dark-photon.yaml   error  file-name
        found     the id "babar-2014-dark-photon", which limits/vector/babar-2014-dark-photon.yaml has too
        expected  ids that are unique across portals
        fix       rename one of the two, for instance with its portal in front"
    `);
  });
  it('accepts one id for entries of different kinds', () => {
    expect(
      check({
        kind: 'searches',
        file: 'searches/vector/babar-2014-dark-photon.mdx',
        id: 'babar-2014-dark-photon',
      }),
    ).toBe('');
  });
  it('refuses numbers without metadata', () => {
    expect(check({ kind: 'numbers', file: 'limits/vector/stray.csv', id: 'stray' }))
      .toMatchInlineSnapshot(`
      "limits/vector/stray.csv   error  file-name
        found     numbers without metadata
        expected  a file limits/vector/stray.yaml
        fix       add the metadata of the limit, or remove the numbers"
    `);
  });
});
