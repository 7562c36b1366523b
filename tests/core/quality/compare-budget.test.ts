import { describe, expect, it } from 'vitest';
import { compareBudget } from '../../../src/core/quality/compare-budget.ts';
import { listMissed } from '../../../src/core/quality/quality-report.ts';

const parts = {
  files: [
    { path: '/small.css', bytes: 2000 },
    { path: '/large.woff2', bytes: 90_000 },
    { path: '/a.js', bytes: 8000 },
  ],
  scripts: [{ path: '/a.js', bytes: 8000 }],
  figureScripts: [{ path: '/figure.js', bytes: 99_000 }],
  elements: 300,
};

describe('a page beside its budget', () => {
  it('keeps it up to the last byte, request and element', () => {
    const figures = compareBudget('/p/', parts, { kilobytes: 100, requests: 3, elements: 300 });
    expect(figures.map(({ what, value }) => [what, value])).toEqual([
      ['Everything loaded', 100],
      ['Requests', 3],
      ['Elements', 300],
      ['JavaScript before interaction', 8],
      ['JavaScript of the figure', 99],
    ]);
    expect(listMissed({ figures })).toEqual([]);
  });
  it('misses it with the page, the budget and the largest file named', () => {
    const figures = compareBudget(
      '/p/',
      { ...parts, figureScripts: [{ path: '/figure.js', bytes: 100_100 }] },
      { kilobytes: 99.9, requests: 2, elements: 299 },
    );
    expect(listMissed({ figures })).toMatchObject([
      { what: 'Everything loaded', page: '/p/', most: 99.9, culprit: '/large.woff2, 90 kB' },
      { what: 'Requests' },
      { what: 'Elements' },
      { what: 'JavaScript of the figure', culprit: '/figure.js, 100.1 kB' },
    ]);
  });
});
