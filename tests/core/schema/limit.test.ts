import { describe, expect, it } from 'vitest';
import { LimitMeta } from '../../../src/core/schema/index.ts';
import { makeLimit, makeRaw } from '../../fixtures/make-catalogue.ts';

const {
  id: _id,
  file: _file,
  portal: _portal,
  table: _table,
  ...LIMIT
} = makeLimit({ id: 'a-limit' });

const accepts = (facts: object): boolean => LimitMeta.safeParse({ ...LIMIT, ...facts }).success;

describe('LimitMeta', () => {
  it('fills in what a file may leave out', () => {
    expect(makeLimit()).toMatchObject({
      alsoOn: [],
      alsoCite: [],
      channels: [],
      gaps: [],
      supersedes: [],
      unverified: [],
      mass: { scale: 'linear' },
      confidence: { verified: true },
    });
    expect(makeLimit().provenance.raw[0]).toMatchObject({ dropped: [], transforms: ['none'] });
  });
  it('refuses keys it does not know, at every depth', () => {
    expect(accepts({})).toBe(true);
    expect(accepts({ colour: 'red' })).toBe(false);
    expect(accepts({ mass: { ...LIMIT.mass, units: 'GeV' } })).toBe(false);
    expect(accepts({ provenance: { ...LIMIT.provenance, url: 'x' } })).toBe(false);
  });
  it('takes numbers as numbers only', () => {
    expect(accepts({ massRange: ['1', 3] })).toBe(false);
    expect(accepts({ year: '2014' })).toBe(false);
    expect(accepts({ year: 2014 })).toBe(true);
  });
  it('accounts for raw files by a digest of 64 digits', () => {
    const from = (raw: unknown[]): object => ({ provenance: { ...LIMIT.provenance, raw } });
    expect(accepts(from([]))).toBe(true);
    expect(accepts(from([makeRaw()]))).toBe(true);
    expect(accepts(from([makeRaw({ sha256: 'ABC' })]))).toBe(false);
    expect(accepts(from([makeRaw({ rows: -1 })]))).toBe(false);
    expect(accepts(from([makeRaw({ transforms: [] })]))).toBe(false);
    expect(accepts(from([{ ...makeRaw(), transforms: ['smooth'] }]))).toBe(false);
    expect(accepts(from([makeRaw({ dropped: [{ rows: 0, why: 'nothing' }] })]))).toBe(false);
    expect(accepts(from([makeRaw({ lines: [0, 3] })]))).toBe(false);
  });
  it('takes fractions of production between zero and one, by ranges of mass, or in a table', () => {
    const recast = (fraction: unknown): object => ({
      recast: {
        production: [{ mechanism: 'ee', fraction }],
        decay: ['ee'],
        efficiency: { type: 'unity' },
      },
    });
    expect(accepts(recast(1))).toBe(true);
    expect(accepts(recast([{ toGeV: 0.1, fraction: 1 }]))).toBe(true);
    expect(accepts(recast({ table: 'lhcb-2017' }))).toBe(true);
    expect(accepts(recast({ unknown: 'see the paper' }))).toBe(true);
    expect(accepts(recast('fractions.csv'))).toBe(false);
    expect(accepts(recast({ table: 'somewhere' }))).toBe(false);
    expect(accepts(recast(1.5))).toBe(false);
  });
});
