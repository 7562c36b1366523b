import { describe, expect, it } from 'vitest';
import { baseLimit, isScaled } from '../../../src/core/figure/base-limit.ts';
import { scaleLuminosity } from '../../../src/core/figure/scale-luminosity.ts';
import { makeSeries } from './make-series.ts';

const published = makeSeries({
  limit: 'babar-2014-dark-photon',
  scaling: { fromInvFb: 514, exponent: 0.25 },
  enters: ['ee', 'laboratory'],
});
const scaled = scaleLuminosity(published, 10);

describe('a limit scaled with luminosity', () => {
  it('says so wherever its name stands', () => {
    expect(scaled?.label).toBe('BaBar 2014 × 10 data (naive)');
    expect(scaled?.short).toBe('BaBar 2014 × 10 data, naive');
    expect(scaled?.title).toContain('naively scaled');
    expect(scaled?.remark).toBe(
      'naive scaling of the published limit from 514 to 5140 fb⁻¹, the excluded rate like 1/√L; not a projection by the experiment',
    );
  });

  it('moves by the power of the luminosity and enters no combination', () => {
    if (scaled?.mark.kind !== 'segments') throw new Error('no curve');
    // 1e-3 · 10^-¼
    expect(scaled.mark.segments[0]?.[0]?.[1]).toBeCloseTo(5.6234e-4, 8);
    expect(scaled.enters).toEqual([]);
    expect(scaled.style).toMatchObject({ line: 'dashed', weight: 'thin', fill: 'none' });
  });

  it('leads back to the limit it was made of', () => {
    expect(scaled?.limit).toBe('babar-2014-dark-photon@10');
    expect(baseLimit(scaled?.limit ?? '')).toBe(published.limit);
    expect(baseLimit(published.limit)).toBe(published.limit);
    expect([scaled, published].map((one) => one !== undefined && isScaled(one))).toEqual([
      true,
      false,
    ]);
  });

  it('is not what a reader calls so', () => {
    expect(isScaled(makeSeries({ limit: 'own-1-mine@10', layer: 'own' }))).toBe(false);
    expect(baseLimit('own-1-Mine @ home')).toBe('own-1-Mine @ home');
  });

  it('is none where scaling means nothing', () => {
    expect(scaleLuminosity(makeSeries(), 10)).toBeUndefined();
    const mark = { kind: 'rings', rings: [] } as const;
    expect(scaleLuminosity({ ...published, mark }, 10)).toBeUndefined();
  });
});
