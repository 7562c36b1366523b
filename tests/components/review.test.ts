import { describe, expect, it } from 'vitest';
import { findNeighbours, listReview } from '../../src/components/review.ts';
import { makeCatalogue, makeChapter, makePortal } from '../fixtures/make-catalogue.ts';

const catalogue = makeCatalogue({
  chapters: [makeChapter(), makeChapter({ id: 'facilities', title: 'Machines' })],
  portals: [makePortal()],
});

describe('the review', () => {
  it('is read in its own order, chapters that are not written left out', () => {
    expect(listReview(catalogue).map(({ path }) => path)).toEqual([
      '/review/introduction/',
      '/facilities/',
      '/portals/vector/',
      '/glossary/',
      '/notation/',
    ]);
  });
  it('has a page before and a page after', () => {
    const pages = listReview(catalogue);
    expect(findNeighbours(pages, '/facilities/')).toMatchObject({
      before: { path: '/review/introduction/' },
      after: { title: 'Vector' },
    });
    expect(findNeighbours(pages, '/review/introduction/')).not.toHaveProperty('before');
    expect(findNeighbours(pages, '/notation/')).not.toHaveProperty('after');
    expect(findNeighbours(pages, '/elsewhere/')).toEqual({});
  });
});
