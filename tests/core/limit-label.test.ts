import { describe, expect, it } from 'vitest';
import { shortLabel, yearOf } from '../../src/core/limit-label.ts';
import { makeCatalogue, makeExperiment, makeLimit } from '../fixtures/make-catalogue.ts';

const catalogue = makeCatalogue({
  experiments: [makeExperiment(), makeExperiment({ id: 'belle', name: 'Belle' })],
});

describe('the short label of a limit', () => {
  it('says who and when, every experiment in its order', () => {
    expect(shortLabel(makeLimit(), catalogue)).toBe('BaBar 2014');
    expect(shortLabel(makeLimit({ experiment: ['belle', 'babar'] }), catalogue)).toBe(
      'Belle, BaBar 2014',
    );
  });
  it('is its title where no experiment stands behind it', () => {
    expect(shortLabel(makeLimit({ experiment: [], title: 'Relic density' }), catalogue)).toBe(
      'Relic density',
    );
  });
  it('has the year that is stated where no paper is known, and none where none is', () => {
    const undated = makeLimit({ reference: 'none-known' });
    expect(yearOf(makeLimit({ reference: 'none-known', year: 1987 }), catalogue)).toBe(1987);
    expect(shortLabel(undated, catalogue)).toBe('BaBar');
  });
});
