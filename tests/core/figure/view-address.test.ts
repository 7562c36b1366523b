import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACETS } from '../../../src/core/figure/facets.ts';
import type { FigureSpec } from '../../../src/core/figure/figure-spec.ts';
import { LAYERS } from '../../../src/core/figure/figure-spec.ts';
import { DEFAULT_VIEW, type FigureView, OUTLINE_CHOICES } from '../../../src/core/figure/view.ts';
import { decodeView, encodeView, parseRange } from '../../../src/core/figure/view-address.ts';
import { makeSeries, makeSpec } from './make-series.ts';

const choice = (id: string) => ({
  id,
  quantity: id,
  name: id,
  symbol: id,
  plain: id,
  unit: '1',
  unitLabel: '',
  law: { factor: 1, power: 1 },
});

const plain = makeSpec();
const spec: FigureSpec = {
  ...plain,
  x: { ...plain.x, choices: [choice('mass'), choice('mass:MeV')] },
  y: { ...plain.y, choices: [choice('epsilon'), choice('epsilon-squared')] },
  years: [1970, 2040],
  series: [...plain.series, makeSeries({ limit: 'map', grid: { ctauM: [1e-5, 1e-2, 4] } })],
};
const limits = spec.series.map(({ limit }) => limit);

describe('encodeView', () => {
  it('says nothing of the figure as it starts', () => {
    expect(encodeView(DEFAULT_VIEW)).toBe('');
  });

  it('writes an address that can be read', () => {
    expect(
      encodeView({
        ...DEFAULT_VIEW,
        x: { choice: 'mass:MeV', range: [1, 1000] },
        y: { range: [1e-5, 0.01] },
        hide: ['points', 'babar'],
        layersOn: ['projection'],
        asOf: 2016,
        luminosity: 10,
        lifetimes: true,
        outlines: 'ee',
        mass: 0.5,
      }),
    ).toBe(
      'v=1&x=mass:MeV,1..1000&y=,0.00001..0.01&hide=babar,points&on=projection&asof=2016&data=10&lifetimes=shown&combined=ee&at=0.5',
    );
  });
});

describe('decodeView', () => {
  const range = fc
    .tuple(
      fc.double({ min: -8, max: 3, noNaN: true }),
      fc.double({ min: 0.01, max: 4, noNaN: true }),
    )
    .map(([from, width]): [number, number] => [
      Number((10 ** from).toPrecision(6)),
      Number((10 ** (from + width)).toPrecision(6)),
    ]);
  const axis = (choices: string[]) =>
    fc.record({ choice: fc.constantFrom(...choices), range }, { requiredKeys: [] });
  const listOf = <T extends string>(values: readonly T[]) =>
    fc.uniqueArray(fc.constantFrom(...values)).map((list) => list.toSorted());
  const facets = fc.record(
    Object.fromEntries(
      Object.entries(FACETS).map(([id, { read }]) => [
        id,
        listOf([...new Set(spec.series.flatMap(read))]),
      ]),
    ),
  ) as unknown as fc.Arbitrary<FigureView['facets']>;
  const view: fc.Arbitrary<FigureView> = fc.record(
    {
      x: axis(['mass:MeV']),
      y: axis(['epsilon-squared']),
      only: listOf(limits),
      show: listOf(limits),
      hide: listOf(limits),
      layersOn: listOf(LAYERS),
      layersOff: listOf(LAYERS),
      facets,
      years: fc.tuple(fc.integer({ min: 1970, max: 2000 }), fc.integer({ min: 2001, max: 2040 })),
      asOf: fc.integer({ min: 1970, max: 2040 }),
      luminosity: fc.constantFrom(2, 10, 100),
      lifetimes: fc.boolean(),
      outlines: fc.constantFrom(...OUTLINE_CHOICES),
      ctauM: fc.constantFrom(1e-5, 1e-2, 4),
      mass: fc.constantFrom(0.01, 0.5, 10),
    },
    {
      requiredKeys: [
        'x',
        'y',
        'only',
        'show',
        'hide',
        'layersOn',
        'layersOff',
        'facets',
        'lifetimes',
        'outlines',
      ],
    },
  );

  it('gives back every view that was written', () => {
    fc.assert(
      fc.property(view, (wanted) => {
        expect(decodeView(`?${encodeView(wanted)}`, spec)).toEqual({ view: wanted, faults: [] });
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('leaves addresses of others alone', () => {
    expect(decodeView('?utm_source=a&x=broken', spec)).toEqual({ view: DEFAULT_VIEW, faults: [] });
  });

  it('says what it could not do and does the rest', () => {
    const { view, faults } = decodeView(
      '?v=1&x=mass:parsec&y=epsilon-squared,9..1&hide=babar,nobody&asof=soon&data=-3&cl=12&combined=all&at=-1&ctau=3',
      spec,
    );
    expect(view).toEqual({
      ...DEFAULT_VIEW,
      y: { choice: 'epsilon-squared' },
      hide: ['babar'],
    });
    expect(faults).toMatchInlineSnapshot(`
      [
        "This figure has no confidence level "12"; the link's cl leaves it out.",
        "The link has asof="soon"; expected a year from 1970 to 2040.",
        "The link has data="-3"; expected one of 2, 5, 10, 20, 50, 100.",
        "The link has combined="all"; expected both, ee, laboratory, none.",
        "The link has ctau="3"; expected the decay length of a slice of this figure [m].",
        "The link has at="-1"; expected a positive mass.",
        "The link asks for "mass:parsec" on the horizontal axis, which cannot show it; it shows mass.",
        "The link has the range "9..1"; expected two rising positive numbers like 0.01..10.",
        "This figure has no limit "nobody"; the link's hide leaves it out.",
      ]
    `);
  });

  it('reads no other version', () => {
    expect(decodeView('?v=2&hide=babar', spec)).toEqual({
      view: DEFAULT_VIEW,
      faults: ['The link is of version "2"; version 1 is read here.'],
    });
  });

  it('survives anything', () => {
    const keys = ['x', 'y', 'only', 'hide', 'on', 'years', 'asof', 'data', 'at', 'cl', 'combined'];
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...keys), fc.string({ unit: 'binary', maxLength: 60 })),
        (query) => {
          const asked = new URLSearchParams({ v: '1', ...query });
          const { view, faults } = decodeView(asked.toString(), spec);
          // Whatever came in, what is kept can be written and read again.
          expect(decodeView(encodeView(view), spec)).toEqual({ view, faults: [] });
          for (const fault of faults) expect(fault.length).toBeLessThan(300);
        },
      ),
      { seed: 2, numRuns: 1000 },
    );
    expect(decodeView(`v=1&hide=${'a'.repeat(9000)}`, spec).faults).toHaveLength(1);
  });
});

it('parseRange takes two rising numbers that the axis can show', () => {
  expect(parseRange('0.1..10', 'log')).toEqual([0.1, 10]);
  expect(parseRange('0..10', 'linear')).toEqual([0, 10]);
  for (const bad of ['0..10', '10..1', '1', '1..2..3', '5..5.00001', 'a..b', '1..Infinity', '']) {
    expect(parseRange(bad, 'log'), bad).toBeUndefined();
  }
});
