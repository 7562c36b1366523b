import { describe, expect, it } from 'vitest';
import { compareData } from '../../../src/core/release/data-changes.ts';
import { writeReleaseNotes } from '../../../src/core/release/release-notes.ts';
import type { CatalogueOverrides, LimitOverrides } from '../../fixtures/make-catalogue.ts';
import {
  makeCatalogue,
  makeLimit,
  makePlane,
  makeReference,
  makeSearch,
} from '../../fixtures/make-catalogue.ts';

function write(before: CatalogueOverrides, after: CatalogueOverrides): string {
  const [old, now] = [makeCatalogue(before), makeCatalogue(after)];
  return writeReleaseNotes(
    compareData(old, now, [
      { from: '/limits/misspelt/', to: '/limits/renamed/', why: 'a slip in the id' },
    ]),
    now,
  );
}

describe('release notes', () => {
  it('say so when the data did not change', () => {
    expect(write({}, {})).toBe('The data are those of the version before.\n');
  });
  it('tell a data user everything that changed', () => {
    const plain = makeLimit({ id: 'plain', confidence: 'not-stated' });
    expect(
      write(
        {
          limits: [
            plain,
            makeLimit({ id: 'misspelt', rows: '1,1,5e-3 1,3,5e-3' }),
            makeLimit({ id: 'wrong', status: 'projected' }),
            makeLimit({ id: 'withdrawn', rows: '1,3,1e-4 1,4,1e-4', massRange: [3, 4] }),
          ],
          searches: [makeSearch({ body: 'One.' })],
        },
        {
          limits: [
            plain,
            makeLimit({ id: 'renamed', rows: '1,1,5e-3 1,3,5e-3' }),
            makeLimit({
              id: 'wrong',
              status: 'projected',
              channels: ['e+e-'],
              rows: '1,1,1e-3 1,2,3e-3 1,4,1e-3',
            }),
            makeLimit({
              id: 'newer',
              title: "Search for $A' \\to e^+e^-$",
              rows: '1,1,1e-4 1,2,1e-4',
              supersedes: [{ limit: 'plain', as: 'update' }],
            }),
          ],
          planes: [makePlane(), makePlane({ id: 'another' })],
          searches: [makeSearch({ body: 'Two.' })],
          references: [makeReference({ doi: '10.1103/PhysRevLett.113.201801' })],
        },
      ),
    ).toMatchSnapshot();
  });
  it('name what could be compared only in part', () => {
    const catalogue = makeCatalogue();
    const same = compareData(catalogue, catalogue, []);
    expect(writeReleaseNotes(same, catalogue, ['limits/vector/a.yaml', 'models/b.mdx'])).toBe(
      'The data are those of the version before.\n\nWritten in another format before, and compared in their numbers only: `a`, `b`.\n',
    );
  });
  it('count what is too much to tell', () => {
    const facts: LimitOverrides = {
      sqrtS: { value: 10, unit: 'GeV' },
      channels: ['x'],
      year: 2014,
      lifetime: 'any',
      signature: 'mixed',
      notes: 'n',
    };
    expect(write({}, { limits: [makeLimit(facts)] })).toMatch(/; and 2 more facts$/m);
  });
});
