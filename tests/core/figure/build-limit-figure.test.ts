import { describe, expect, it } from 'vitest';
import { buildLimitFigure } from '../../../src/core/figure/build-limit-figure.ts';
import { makeSpec } from './make-series.ts';

describe('buildLimitFigure', () => {
  it('puts the limit last in its colour and everything else in grey', () => {
    const spec = buildLimitFigure(makeSpec(), 'babar');
    expect(spec.series.at(-1)?.limit).toBe('babar');
    expect(spec.series.at(-1)?.style).toMatchObject({ hue: 'babar', weight: 'strong' });
    expect(spec.series.slice(0, -1).every((one) => one.style.hue === 'context')).toBe(true);
  });

  it('gives a limit of another kind the accent', () => {
    expect(buildLimitFigure(makeSpec(), 'dump').series.at(-1)?.style.hue).toBe('accent');
  });

  it('says where the limit lies and where it is strongest', () => {
    expect(buildLimitFigure(makeSpec(), 'babar').finding).toBe(
      'BaBar 2014 covers 100 MeV to 9 GeV and is strongest at 1 GeV, where it reaches 1.00 × 10⁻⁴.',
    );
  });

  it('leaves the plane alone where it has no such limit', () => {
    const spec = makeSpec();
    expect(buildLimitFigure(spec, 'none')).toBe(spec);
  });
});
