import { describe, expect, it } from 'vitest';
import { accountFor } from '../../../../src/core/lint/repairs/account-for.ts';

/** The metadata of a limit around a raw source. */
const around = (...source: string[]): string =>
  [
    'title: A limit',
    'provenance:',
    '  method: author # by mail',
    '  raw:',
    ...source,
    'notes: kept',
    '',
  ].join('\n');

const textOf = (result: ReturnType<typeof accountFor>): string | undefined =>
  result.declined === undefined ? result.text : undefined;

describe('accountFor', () => {
  it('counts the rows and puts the transform in the place of none', () => {
    const yaml = (written: string, transform: string): string =>
      around(
        '    - path: a.txt',
        `      written: ${written} # counted`,
        '      transforms:',
        `        - ${transform}`,
      );
    expect(textOf(accountFor(yaml('3', 'none'), 'close-ring', 4))).toBe(yaml('4', 'close-ring'));
  });
  it('adds the transform behind others, in a list of either form', () => {
    const block = around('    - written: 3', '      transforms:', '        - split-edges');
    expect(textOf(accountFor(block, 'sort', 3))).toBe(
      around('    - written: 3', '      transforms:', '        - split-edges', '        - sort'),
    );
    const flow = around('    - {path: a.txt, written: 3, transforms: [split-edges]}');
    expect(textOf(accountFor(flow, 'sort', 3))).toBe(
      around('    - {path: a.txt, written: 3, transforms: [split-edges, sort]}'),
    );
  });
  it('adds the list where there is none', () => {
    expect(textOf(accountFor(around('    - path: a.txt', '      written: 3'), 'sort', 3))).toBe(
      around('    - path: a.txt', '      written: 3', '      transforms: [sort]'),
    );
    expect(textOf(accountFor(around('    - written: 3', '      path: a.txt'), 'sort', 3))).toBe(
      around('    - written: 3', '      transforms: [sort]', '      path: a.txt'),
    );
    expect(textOf(accountFor(around('    - {written: 3, path: a.txt}'), 'sort', 3))).toBe(
      around('    - {written: 3, transforms: [sort], path: a.txt}'),
    );
  });
  it('names a transform once', () => {
    const yaml = around('    - {written: 3, transforms: [sort]}');
    expect(textOf(accountFor(yaml, 'sort', 3))).toBe(yaml);
  });
  it('has nothing to account for where this project computed the numbers', () => {
    const yaml = 'provenance:\n  raw: []\n';
    expect(textOf(accountFor(yaml, 'sort', 3))).toBe(yaml);
  });
  it('leaves several sources, and what it cannot read, to a person', () => {
    expect(accountFor(around('    - written: 1', '    - written: 2'), 'sort', 3)).toEqual({
      declined: 'the numbers come from several raw sources: say which one it was',
    });
    for (const yaml of ['provenance: {}\n', around('    - text'), around('    - path: a')])
      expect(accountFor(yaml, 'sort', 3), yaml).toHaveProperty('declined');
  });
});
