import { describe, expect, it } from 'vitest';
import { replaceNumberFacts } from '../../../src/core/import/replace-numbers.ts';
import type { Dataset } from '../../../src/core/import/source.ts';

const MASS = { quantity: 'mass-dark-photon', unit: 'GeV', scale: 'linear' } as const;
const VALUE = { quantity: 'epsilon', unit: '1', scale: 'linear' } as const;

const DATASET: Dataset = {
  shape: 'one-sided',
  mass: MASS,
  value: VALUE,
  massRange: [0.2, 3],
  gaps: [
    { from: 1, to: 1.1, why: 'no limit in the source' },
    { from: 2, to: 2.1, why: 'no points in the source' },
  ],
  csv: '',
  raw: [
    {
      source: 0,
      accounting: {
        role: 'value',
        rows: 9,
        kept: 8,
        dropped: [{ rows: 1, why: 'no value' }],
        written: 8,
        transforms: ['none'],
      },
    },
  ],
};
const FILES = [{ path: 'vector/raw/new.txt', sha256: 'ab' }];

const TEXT = `# a comment at the head
title: Kept   # as it is
shape: one-sided
massRange: [0.2, 2] # from the paper
mass: {quantity: mass-dark-photon, unit: GeV}
value:
  quantity: epsilon
  unit: "1"
gaps:
  - {from: 1, to: 1.1, why: window of the phi}
provenance:
  method: digitised # kept
  raw:
    - path: vector/raw/old.txt
      sha256: cd
      role: value
      rows: 4
      kept: 4
      written: 4
notes: Kept,
  too.
`;

describe('replaceNumberFacts', () => {
  it('exchanges what follows from the numbers and leaves every other line alone', () => {
    const { text, changes } = replaceNumberFacts(TEXT, DATASET, FILES);
    expect(text).toMatchInlineSnapshot(`
      "# a comment at the head
      title: Kept   # as it is
      shape: one-sided
      massRange:
        - 0.2
        - 3
      mass: {quantity: mass-dark-photon, unit: GeV}
      value:
        quantity: epsilon
        unit: "1"
      gaps:
        - from: 1
          to: 1.1
          why: window of the phi
        - from: 2
          to: 2.1
          why: no points in the source
      provenance:
        method: digitised # kept
        raw:
          - path: vector/raw/new.txt
            sha256: ab
            role: value
            rows: 9
            kept: 8
            dropped:
              - rows: 1
                why: no value
            written: 8
            transforms:
              - none
      notes: Kept,
        too.
      "
    `);
    expect(changes).toMatchInlineSnapshot(`
      [
        "massRange: 0.2 to 2 → 0.2 to 3",
        "gaps: 1 entry → 2 entries",
        "provenance.raw: vector/raw/old.txt (4 rows) → vector/raw/new.txt (8 rows)",
      ]
    `);
  });

  it('changes nothing where nothing is different', () => {
    const { text } = replaceNumberFacts(TEXT, DATASET, FILES);
    expect(replaceNumberFacts(text, DATASET, FILES)).toEqual({ text, changes: [] });
  });

  it('takes away gaps that are no more, and adds them before the provenance where there were none', () => {
    const { text } = replaceNumberFacts(TEXT, { ...DATASET, gaps: [] }, FILES);
    expect(text).not.toContain('gaps');
    const again = replaceNumberFacts(text, DATASET, FILES).text;
    expect(again.indexOf('gaps:')).toBeGreaterThan(again.indexOf('value:'));
    expect(again.indexOf('gaps:')).toBeLessThan(again.indexOf('provenance:'));
  });
});
