import { describe, expect, it } from 'vitest';
import { mergeBibliography } from '../../../src/core/contribute/merge-bibliography.ts';

const entry = (key: string, ...fields: string[]): string =>
  `@article{${key},\n${['year = {2099}', ...fields].map((field) => `  ${field}`).join(',\n')}\n}\n`;

const OLD = ['B:2001aa', 'D:2002bb'].map((key) => entry(key, `doi = {10.1000/${key}}`));
const BIBLIOGRAPHY = OLD.join('\n');

describe('mergeBibliography', () => {
  it.each([
    ['first', 'A:2001aa', [2, 0, 1]],
    ['between', 'C:2001aa', [0, 2, 1]],
    ['last', 'E:2001aa', [0, 1, 2]],
  ])('puts an entry %s where its key wants it', (_where, key, order) => {
    const added = entry(key);
    const blocks = [...OLD, added];
    expect(mergeBibliography(BIBLIOGRAPHY, added)).toEqual({
      text: order.map((i) => blocks[i]).join('\n'),
      added: [key],
      known: [],
      conflicts: [],
    });
  });
  it('adds several entries', () => {
    const added = [entry('A:2001aa'), entry('E:2001aa')];
    expect(mergeBibliography(BIBLIOGRAPHY, added.join('\n')).text).toBe(
      [added[0], ...OLD, added[1]].join('\n'),
    );
  });
  it('begins an empty bibliography', () => {
    expect(mergeBibliography('', entry('A:2001aa')).text).toBe(entry('A:2001aa'));
  });
  it('changes no byte of other entries, however they are written', () => {
    const odd = `% ours\n@article{B:2001aa, title="Q",\n\tyear =2001 }\n\n\n% kept\n@misc{D:2002bb,}`;
    const { text } = mergeBibliography(odd, entry('C:2001aa'));
    expect(text.replace(`\n${entry('C:2001aa')}`, '')).toBe(odd);
    expect(mergeBibliography(odd, entry('E:2001aa')).text).toBe(`${odd}\n\n${entry('E:2001aa')}`);
  });
  it('keeps the line endings of the bibliography', () => {
    const { text } = mergeBibliography(BIBLIOGRAPHY.replaceAll('\n', '\r\n'), entry('C:2001aa'));
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.replaceAll('\r\n', '\n')).toBe(
      mergeBibliography(BIBLIOGRAPHY, entry('C:2001aa')).text,
    );
  });
  it('recognises a paper by key, DOI in any case and arXiv number, and adds it no second time', () => {
    const bibliography = entry('B:2001aa', 'doi = {10.1000/ABC}', 'eprint = {9901.00001}');
    for (const [key, field, by] of [
      ['B:2001aa', 'volume = {1}', 'key'],
      ['Z:2001aa', 'doi = {10.1000/abc}', 'doi'],
      ['Z:2001aa', 'eprint = {9901.00001}', 'eprint'],
    ] as const) {
      expect(mergeBibliography(bibliography, entry(key, field))).toEqual({
        text: bibliography,
        added: [],
        known: [{ key, as: 'B:2001aa', by }],
        conflicts: [],
      });
    }
  });
  it('reports a key that stands for another paper', () => {
    const bibliography = entry('B:2001aa', 'eprint = {9901.00001}');
    expect(mergeBibliography(bibliography, entry('B:2001aa', 'eprint = {9901.00002}'))).toEqual({
      text: bibliography,
      added: [],
      known: [],
      conflicts: ['B:2001aa'],
    });
  });
});
