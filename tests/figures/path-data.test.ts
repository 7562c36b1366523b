import { describe, expect, it } from 'vitest';
import {
  parseOutline,
  shortenOutline,
  writeCircles,
  writePath,
  writeRules,
} from '../../src/figures/path-data.ts';

describe('writePath', () => {
  it('writes relative steps of one decimal without drift', () => {
    const path = Array.from({ length: 101 }, (_, i) => [i * 0.33, 5] as const);
    const steps = [...writePath(path, false).matchAll(/(-?[\d.]+) 0/gu)].map((m) => Number(m[1]));
    expect(steps.reduce((sum, step) => sum + step, 0)).toBeCloseTo(33, 1);
  });

  it('closes a region', () => {
    expect(
      writePath(
        [
          [0, 0],
          [1, 0],
          [1, 1],
        ],
        true,
      ),
    ).toBe('M0 0l1 0 0 1z');
  });
});

describe('writeRules', () => {
  it('writes a step along one axis for each line', () => {
    expect(
      writeRules([
        [
          [3, 0],
          [3, 10],
        ],
        [
          [0, 0.5],
          [-7, 0.5],
        ],
      ]),
    ).toBe('M3 0v10M0 .5h-7');
  });
});

describe('writeCircles', () => {
  it('draws each as two arcs', () => {
    expect(writeCircles([[10, 5]], 3.2)).toBe('M6.8 5a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0');
  });
});

describe('parseOutline', () => {
  it('tells repeated points of one command apart', () => {
    expect(parseOutline('M1 2L3-4 5 6Q1 1 2 2C1 2 3 4 5 6Z')).toEqual([
      { command: 'M', numbers: [1, 2] },
      { command: 'L', numbers: [3, -4] },
      { command: 'L', numbers: [5, 6] },
      { command: 'Q', numbers: [1, 1, 2, 2] },
      { command: 'C', numbers: [1, 2, 3, 4, 5, 6] },
      { command: 'Z', numbers: [] },
    ]);
  });

  it('refuses what an outline does not have', () => {
    expect(() => parseOutline('M0 0H5')).toThrow('An outline has no command H.');
  });
});

describe('shortenOutline', () => {
  it('writes the same steps relative to where each begins', () => {
    expect(shortenOutline('M10 10L20 10 20 5ZM30 0C31 1 32 2 33 3Q34 4 33 5Z')).toBe(
      'm10 10l10 0 0-5zm20-10c1 1 2 2 3 3q1 1 0 2z',
    );
  });
});
