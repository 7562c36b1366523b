import { atKey } from '../places.ts';
import type { LoneLimitRule } from '../rule.ts';

/** Collections of curves that are kept under version control: their revision is a commit. */
const COMMIT = /^[0-9a-f]{40}$/;

export const digitisedFigure: LoneLimitRule = {
  name: 'digitised-figure',
  description:
    'Digitised numbers name the figure they were read from, so that anybody can compare. Where a collection of curves does not say, that is pointed out.',
  scope: 'limit-alone',
  *check(limit) {
    const { method, figure, from } = limit.provenance;
    if (method !== 'digitised' || figure !== undefined) return;
    const isCollected = COMMIT.test(from.revision);
    yield {
      ...atKey(limit, 'provenance', 'method'),
      severity: isCollected ? 'info' : 'error',
      found: `method: digitised without a figure${isCollected ? `; ${from.name} names none` : ''}`,
      expected: 'provenance.figure: the figure or table of the paper',
      fix: 'add figure, for instance figure: Fig. 4, combined',
    };
  },
};
