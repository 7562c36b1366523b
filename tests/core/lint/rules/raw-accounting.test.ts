import { describe, expect, it } from 'vitest';
import { rawAccounting } from '../../../../src/core/lint/rules/raw-accounting.ts';
import { lintLimit, makeProvenance } from '../../../fixtures/make-catalogue.ts';

describe('raw-accounting', () => {
  it('accepts a source whose rows are all kept', () => {
    expect(lintLimit(rawAccounting, {})).toBe('');
  });
  it('accepts rows dropped with a reason, and rows from two sources', () => {
    expect(
      lintLimit(rawAccounting, {
        provenance: makeProvenance({ rows: 5, kept: 3, dropped: [{ rows: 2, why: 'no limit' }] }),
      }),
    ).toBe('');
    expect(
      lintLimit(rawAccounting, {
        provenance: makeProvenance(
          { rows: 1, kept: 1, written: 1 },
          { rows: 2, kept: 2, written: 2 },
        ),
      }),
    ).toBe('');
  });
  it('accepts numbers of this project without a source, and no others', () => {
    const none = makeProvenance();
    expect(
      lintLimit(rawAccounting, {
        derivedBy: 'this-project',
        provenance: { ...none, method: 'computed' },
      }),
    ).toBe('');
    expect(lintLimit(rawAccounting, { derivedBy: 'this-project', provenance: none })).toContain(
      'no raw source',
    );
    expect(lintLimit(rawAccounting, { provenance: { ...none, method: 'computed' } }))
      .toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml provenance.raw  error  raw-accounting
        found     no raw source
        expected  the file the numbers came from; only what this project computes has none
        fix       name the source in raw, or write derivedBy: this-project and method: computed"
    `);
  });
  it('accepts more rows than were kept after a transform that adds rows', () => {
    expect(
      lintLimit(rawAccounting, {
        provenance: makeProvenance({ rows: 2, kept: 2, written: 3, transforms: ['close-ring'] }),
      }),
    ).toBe('');
  });
  it('asks for every row that is neither kept nor dropped', () => {
    expect(
      lintLimit(rawAccounting, {
        provenance: makeProvenance({
          rows: 6,
          kept: 3,
          dropped: [
            { rows: 1, why: 'no limit' },
            { rows: 1, why: 'repeats' },
          ],
        }),
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml provenance.raw.0.rows  error  raw-accounting
        found     6 rows, 3 kept and 2 dropped
        expected  rows = kept + dropped
        fix       count again; every dropped row needs a reason"
    `);
  });
  it('refuses more rows than were kept without such a transform', () => {
    expect(
      lintLimit(rawAccounting, {
        provenance: makeProvenance({ rows: 2, kept: 2, transforms: ['sort'] }),
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml provenance.raw.0.written  error  raw-accounting
        found     3 written of 2 kept
        expected  the rows kept
        fix       count the CSV rows from this source, or name the transform that adds rows"
    `);
  });
  it('refuses fewer rows than were kept', () => {
    expect(
      lintLimit(rawAccounting, {
        provenance: makeProvenance({ rows: 4, kept: 4, transforms: ['split-edges'] }),
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml provenance.raw.0.written  error  raw-accounting
        found     3 written of 4 kept
        expected  at least the rows kept
        fix       count the CSV rows from this source, or name the transform that adds rows"
    `);
  });
  it('refuses none beside another transform', () => {
    expect(
      lintLimit(rawAccounting, { provenance: makeProvenance({ transforms: ['none', 'sort'] }) }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml provenance.raw.0.transforms  error  raw-accounting
        found     none, sort
        expected  none alone, or the transforms applied
        fix       remove none"
    `);
  });
  it('compares the rows written with those of the CSV', () => {
    expect(
      lintLimit(rawAccounting, {
        provenance: makeProvenance({}, { rows: 1, kept: 1, written: 1 }),
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml provenance.raw  error  raw-accounting
        found     4 rows written in all
        expected  the 3 rows of the CSV
        fix       correct the accounting, or restore the rows that were lost or added"
    `);
  });
});
