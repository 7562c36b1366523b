import { describe, expect, it } from 'vitest';
import { officialAvailable } from '../../../../src/core/lint/rules/official-available.ts';
import type { LimitOverrides } from '../../../fixtures/make-catalogue.ts';
import {
  lint,
  makeLimit,
  makeProvenance,
  makeReference,
} from '../../../fixtures/make-catalogue.ts';

const OFFICIAL = { ...makeProvenance({}), method: 'official' } as const;

const check = (digitised: LimitOverrides, official: LimitOverrides = {}): string =>
  lint(officialAvailable, {
    limits: [
      makeLimit({ id: 'digitised', ...digitised }),
      makeLimit({ id: 'official', provenance: OFFICIAL, ...official }),
    ],
  });

describe('official-available', () => {
  it('finds a digitisation beside the official numbers of the same result', () => {
    expect(check({})).toBe(
      `limits/vector/digitised.yaml provenance.method  error  official-available
  found     method: digitised, where official has the official numbers of the same paper on this plane
  expected  the better of two datasets of one result
  fix       remove this limit, or say in channels or title what it shows that official does not`,
    );
  });
  it('finds it where the official limit holds on that plane too', () => {
    const official = { plane: 'other', alsoOn: [{ plane: 'dark-photon-visible', why: 'exact' }] };
    expect(check({}, official)).toContain('official has the official numbers');
  });
  it('accepts another paper, plane, status, channel and lifetime, and a reinterpretation', () => {
    expect(check({ reference: 'BaBar:2009lbr' })).toBe('');
    expect(check({ plane: 'other' })).toBe('');
    expect(check({ status: 'expected' })).toBe('');
    expect(check({ channels: ['e+e-'] }, { channels: ['mu+mu-'] })).toBe('');
    expect(check({ lifetime: 'displaced' })).toBe('');
    expect(check({ derivedBy: 'reinterpretation' })).toBe('');
  });
  it('accepts numbers of unknown papers: nothing says that they are the same', () => {
    expect(check({ reference: 'none-known' }, { reference: 'none-known' })).toBe('');
  });
  it('warns where HEPData has a record of the paper', () => {
    const references = [makeReference({ hepdata: 'ins1297226' })];
    expect(lint(officialAvailable, { references })).toBe(
      `limits/vector/babar-2014-dark-photon.yaml provenance.method  warning  official-available
  found     method: digitised, where HEPData has ins1297226 of the same paper
  expected  the official numbers
  fix       compare with https://www.hepdata.net/record/ins1297226; take its table, or make an exception where it holds something else`,
    );
    expect(
      lint(officialAvailable, { references, limits: [makeLimit({ provenance: OFFICIAL })] }),
    ).toBe('');
  });
});
