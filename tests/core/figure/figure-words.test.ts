import { describe, expect, it } from 'vitest';
import { applyView } from '../../../src/core/figure/apply-view.ts';
import { buildLimitFigure } from '../../../src/core/figure/build-limit-figure.ts';
import { describeFigure } from '../../../src/core/figure/figure-words.ts';
import { DEFAULT_VIEW } from '../../../src/core/figure/view.ts';
import { makeSeries, makeSpec } from './make-series.ts';

const newer = makeSeries({
  limit: 'belle',
  label: 'Belle II 2024',
  enters: ['ee'],
  mark: {
    kind: 'segments',
    side: 'above',
    segments: [
      [
        [2, 1e-5],
        [4, 2e-5],
      ],
      [
        [5, 2e-5],
        [8, 4e-5],
      ],
    ],
  },
});
const plane = makeSpec();
const spec = makeSpec({
  series: [...plane.series.map((one) => ({ ...one, enters: ['ee'] as const })), newer],
  frontiers: [
    { scope: 'laboratory', spans: [] },
    {
      scope: 'ee',
      spans: [
        { from: 0.1, to: 2, limit: 'babar' },
        { from: 2, to: 4, limit: 'belle' },
        { from: 5, to: 8, limit: 'belle' },
      ],
    },
  ],
});

describe('describeFigure', () => {
  it('says what is drawn against what, and how many curves', () => {
    expect(describeFigure(spec).lead).toBe(
      'Kinetic mixing ε, from 1 × 10⁻⁶ to 0.1; against mass, from 10 MeV to 10 GeV; both axes logarithmic. 5 curves drawn: 3 e⁺e⁻ results, 1 other laboratory result and 1 favoured region.',
    );
  });

  it('says who sets the combined limit where, how strong it is there, and where nobody does', () => {
    // Strongest of BaBar between 100 MeV and 2 GeV is its lowest point; of Belle II the left end.
    expect(describeFigure(spec).facts.slice(0, 4)).toEqual([
      'BaBar 2014 sets the best e⁺e⁻ limit from 100 MeV to 2 GeV; strongest 1.00 × 10⁻⁴ at 1 GeV.',
      'Belle II 2024 sets the best e⁺e⁻ limit from 2 GeV to 4 GeV; strongest 1.00 × 10⁻⁵ at 2 GeV.',
      'Belle II 2024 sets the best e⁺e⁻ limit from 5 GeV to 8 GeV; strongest 2.00 × 10⁻⁵ at 5 GeV.',
      'There is no one-sided e⁺e⁻ limit below 100 MeV, between 4 GeV and 5 GeV and above 8 GeV.',
    ]);
  });

  it('reads the strongest value between two points where a stretch begins or ends there', () => {
    const cut = {
      ...spec,
      frontiers: [
        { scope: 'ee' as const, spans: [{ from: 2.8284271247461903, to: 4, limit: 'belle' }] },
      ],
    };
    // Log–log between (2, 1e-5) and (4, 2e-5) the value goes like the mass.
    expect(describeFigure(cut).facts[0]).toContain('strongest 1.41 × 10⁻⁵ at 2.83 GeV');
  });

  it('tells what is favoured or promised from what is excluded', () => {
    const projection = makeSeries({
      limit: 'p',
      label: 'Belle II 2030',
      layer: 'projection',
      status: 'projected',
    });
    const { facts } = describeFigure(spec, { ...spec, series: [...spec.series, projection] });
    expect(facts).toContain(
      'Favoured is a region favoured by a measurement, not excluded, from 20 MeV to 50 MeV.',
    );
    expect(facts).toContain('1 projection of the plane is not drawn.');
    const drawn = describeFigure({ ...spec, series: [projection] }).facts;
    expect(drawn).toContain(
      'Belle II 2030 is a projection or an expected limit, not an observed one, from 100 MeV to 9 GeV.',
    );
  });

  it('tells e+e- islands, which no frontier contains', () => {
    const ring = spec.series.at(3)?.mark;
    const island = makeSeries({ limit: 'i', label: 'BESIII 2025', ...(ring && { mark: ring }) });
    expect(describeFigure({ ...spec, series: [island] }).facts).toContain(
      'BESIII 2025 excludes a region of its own, from 20 MeV to 50 MeV, between 1.00 × 10⁻⁴ and 3.00 × 10⁻⁴.',
    );
  });

  it('speaks on a limit’s figure of the limit: its kind, its reach, its gaps and where it leads', () => {
    const figure = buildLimitFigure(spec, 'belle');
    expect(describeFigure(figure)).toEqual({
      lead: 'Kinetic mixing ε, from 1 × 10⁻⁶ to 0.1; against mass, from 10 MeV to 10 GeV; both axes logarithmic. One curve in colour, 4 other curves in grey behind it.',
      facts: [
        'Belle II 2024 is an observed limit, CL not stated, from 2 GeV to 8 GeV.',
        'What lies above it is excluded; it is strongest, 1.00 × 10⁻⁵ at 2 GeV, and weakest, 4.00 × 10⁻⁵ at 8 GeV.',
        'It says nothing between 4 GeV and 5 GeV.',
        'It sets the best e⁺e⁻ limit from 2 GeV to 4 GeV and from 5 GeV to 8 GeV.',
      ],
    });
  });

  it('is right on turned axes: masses and values are converted, the strongest becomes the largest', () => {
    const square = {
      quantity: 'epsilon-squared',
      name: 'kinetic mixing, squared',
      symbol: '',
      plain: 'ε²',
      unit: '1',
      unitLabel: '',
    };
    const inverse = { ...square, quantity: 'inverse', name: 'inverse mixing', plain: '1/ε' };
    const choices = [
      { id: 'epsilon', ...square, law: { factor: 1, power: 1 } },
      { id: 'squared', ...square, law: { factor: 1, power: 2 } },
      { id: 'inverse', ...inverse, law: { factor: 1, power: -1 } },
    ];
    const whole = { ...spec, y: { ...spec.y, choices } };
    const tell = (choice: string): string | undefined =>
      describeFigure(applyView(whole, { ...DEFAULT_VIEW, y: { choice } }), whole).facts[1];
    expect(tell('squared')).toContain('strongest 1.00 × 10⁻¹⁰ at 2 GeV');
    expect(tell('inverse')).toContain('strongest 1.00 × 10⁵ at 2 GeV');
  });

  it('says nothing of today’s frontier in a figure of another year', () => {
    const { lead, facts } = describeFigure({ ...spec, asOf: 2015 });
    expect(lead).toContain('As of the end of 2015.');
    expect(facts.join(' ')).not.toContain('sets the best');
  });
});
