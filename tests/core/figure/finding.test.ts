import { describe, expect, it } from 'vitest';
import type { FigureSeries } from '../../../src/core/figure/figure-spec.ts';
import { formatMass, writeFinding } from '../../../src/core/figure/finding.ts';
import { makeSeries } from './make-series.ts';

const series: FigureSeries[] = [
  makeSeries({ limit: 'a', label: 'BaBar 2014', year: 2014 }),
  makeSeries({ limit: 'b', label: 'Belle II 2024', year: 2024 }),
  makeSeries({ limit: 'c', label: 'NA64 2023', year: 2023, isEe: false, layer: 'laboratory' }),
];

describe('writeFinding', () => {
  it('names the two results that share the frontier', () => {
    const frontier = [
      { from: 0.02, to: 0.212, limit: 'a' },
      { from: 0.212, to: 10, limit: 'b' },
    ];
    expect(writeFinding(series, frontier)).toBe(
      'The best e⁺e⁻ limit is BaBar 2014 from 20 MeV to 212 MeV and Belle II 2024 from 212 MeV to 10 GeV.',
    );
  });

  it('names the one that leads everywhere', () => {
    const frontier = [{ from: 0.02, to: 10, limit: 'a' }];
    expect(writeFinding(series, frontier)).toBe(
      'The best e⁺e⁻ limit between 20 MeV and 10 GeV is BaBar 2014.',
    );
    expect(writeFinding(series.slice(0, 1), frontier)).toBe(
      'The only e⁺e⁻ limit between 20 MeV and 10 GeV is BaBar 2014.',
    );
  });

  it('names the leader where the rest is contested', () => {
    const frontier = [
      { from: 0.01, to: 0.1, limit: 'a' },
      { from: 0.1, to: 0.2, limit: 'b' },
      { from: 0.2, to: 0.25, limit: 'a' },
      { from: 0.25, to: 0.4, limit: 'b' },
      { from: 0.4, to: 0.6, limit: 'a' },
    ];
    expect(writeFinding(series, frontier)).toBe(
      'Between 10 MeV and 100 MeV the best e⁺e⁻ limit is BaBar 2014.',
    );
  });

  it('says where others lead in small parts of a range', () => {
    const frontier = [
      { from: 0.01, to: 1, limit: 'a' },
      { from: 1, to: 1.05, limit: 'b' },
      { from: 1.05, to: 5, limit: 'a' },
      { from: 5, to: 10, limit: 'b' },
    ];
    expect(writeFinding(series, frontier)).toBe(
      'Between 10 MeV and 5 GeV the best e⁺e⁻ limit is BaBar 2014 almost everywhere.',
    );
  });

  it('does not forget the islands beside the frontier', () => {
    const island = makeSeries({
      limit: 'd',
      label: 'Belle 2013',
      mark: { kind: 'rings', rings: [] },
    });
    expect(writeFinding([...series, island], [{ from: 0.02, to: 10, limit: 'a' }])).toBe(
      'The best one-sided e⁺e⁻ limit between 20 MeV and 10 GeV is BaBar 2014; Belle 2013 excludes a region of its own.',
    );
  });

  it('counts what there is where nothing is combined', () => {
    expect(writeFinding(series, [])).toBe('3 observed limits, 2 of them from e⁺e⁻ colliders.');
    expect(writeFinding(series.slice(2), [])).toBe(
      '1 observed limit, none from an e⁺e⁻ collider yet.',
    );
    expect(writeFinding(series.slice(0, 1), [])).toBe('The one limit here is BaBar 2014.');
  });
});

it.each([
  [0.000511, '511 keV'],
  [0.2123, '212 MeV'],
  [10.2, '10.2 GeV'],
])('writes %s GeV as %s', (mass, text) => {
  expect(formatMass(mass)).toBe(text);
});
