import { describe, expect, it } from 'vitest';
import {
  FERMIONS,
  makeVectorModel,
  VECTOR_MODELS,
  type VectorCharges,
} from '../../../src/core/physics/vector-models.ts';
import {
  buildRecastFigure,
  type RecastFacts,
} from '../../../src/core/recast/build-recast-figure.ts';
import { describeBoson } from '../../../src/core/recast/describe-boson.ts';
import type { RecastLimit } from '../../../src/core/recast/recast-limit.ts';
import { makeSeries, makeSpec } from '../figure/make-series.ts';

const { x, y } = makeSpec();
const SERIES = [
  makeSeries({ limit: 'open', label: 'Open 2014', enters: ['ee', 'laboratory'], layer: 'recast' }),
  makeSeries({
    limit: 'lower',
    label: 'Lower 2016',
    enters: ['laboratory'],
    isEe: false,
    layer: 'recast',
  }),
  makeSeries({
    limit: 'island',
    label: 'Island 1990',
    enters: ['laboratory'],
    isEe: false,
    layer: 'recast',
  }),
];
const FACTS: RecastFacts = {
  series: { visible: SERIES, invisible: [] },
  mass: { visible: { photon: x, other: x }, invisible: { photon: x, other: x } },
  coupling: { 'b-minus-l': y, 'own-charges': y },
};
const RECASTS: readonly RecastLimit[] = [
  {
    id: 'open',
    isInvisible: false,
    segments: [[0.1, 1, 10].map((massGeV) => ({ massGeV, lower: 1e-3 }))],
  },
  {
    id: 'lower',
    isInvisible: false,
    segments: [[1, 10].map((massGeV) => ({ massGeV, lower: 1e-4 }))],
  },
  {
    id: 'island',
    isInvisible: false,
    segments: [[0.1, 1].map((massGeV) => ({ massGeV, lower: 1e-6, upper: 1e-5 }))],
  },
];
const BL = VECTOR_MODELS.find(({ id }) => id === 'b-minus-l') ?? makeVectorModel(none());
const STANDARD = { loops: true, decays: 'standard' } as const;

function none(changes: Partial<VectorCharges> = {}): VectorCharges {
  const zero = Object.fromEntries(FERMIONS.map((fermion) => [fermion, 0])) as VectorCharges;
  return { ...zero, ...changes };
}

describe('buildRecastFigure', () => {
  const figure = buildRecastFigure(RECASTS, 'visible', BL, STANDARD, FACTS);

  it('draws open limits as curves and islands as strips', () => {
    expect(figure.series.map(({ mark }) => mark.kind)).toEqual(['segments', 'segments', 'strips']);
    expect(figure.note).toBe('recast here');
    expect(figure.y.range).toEqual([1e-6, 1e-2]);
  });

  it('outlines the lowest open limit, and says who sets it', () => {
    expect(figure.outlines.map(({ scope }) => scope)).toEqual(['ee', 'laboratory']);
    const [, laboratory] = figure.frontiers;
    expect(laboratory?.spans.map(({ limit }) => limit)).toEqual(['open', 'lower']);
    expect(laboratory?.spans[1]?.from).toBeCloseTo(1, 9);
    const values = figure.outlines[1]?.rings.flat().map(([, value]) => value) ?? [];
    expect(Math.min(...values)).toBeCloseTo(1e-4, 9);
  });

  it('cites the method, and the loops where there are any', () => {
    expect(figure.methods).toEqual(['Ilten:2018crw']);
    const model = VECTOR_MODELS.find(({ id }) => id === 'lmu-ltau') ?? BL;
    const facts = { ...FACTS, coupling: { 'lmu-ltau': y } };
    const withLoops = buildRecastFigure(RECASTS, 'visible', model, STANDARD, facts);
    expect(withLoops.methods).toEqual(['Ilten:2018crw', 'Amaral:2021rzw']);
    const without = buildRecastFigure(
      RECASTS,
      'visible',
      model,
      { ...STANDARD, loops: false },
      facts,
    );
    expect(without.methods).toEqual(['Ilten:2018crw']);
  });

  it('is a figure without a curve, not an error, where nothing is left', () => {
    const empty = buildRecastFigure([], 'visible', BL, STANDARD, FACTS);
    expect(empty.series).toEqual([]);
    expect(empty.outlines).toEqual([]);
    expect(empty.y.range.every((end) => end > 0)).toBe(true);
    expect(empty.finding).toBe(
      'None of the 3 visible limits on the dark photon says anything about the B−L boson.',
    );
  });
});

describe('describeBoson', () => {
  const say = (charges: VectorCharges, kind: 'visible' | 'invisible' = 'visible') =>
    describeBoson(makeVectorModel(charges), STANDARD, kind, [1e-3, 100]);

  it('says that all charges are zero', () => {
    expect(say(none())).toEqual([
      'All charges are zero: such a boson is never made and decays to nothing.',
    ]);
  });

  it('says where there is no decay', () => {
    expect(say(none({ tau: 1 }))[0]).toMatch(/^Below about 3\.\d GeV it has no decay/);
  });

  it('says that nothing is seen, and nothing where all is well', () => {
    expect(say(none({ nue: 1 }))).toHaveLength(1);
    expect(say(none({ e: 1 }), 'invisible')[0]).toContain('no decay to neutrinos');
    expect(say(BL.charges)).toEqual([]);
    expect(describeBoson(BL, { loops: true, decays: 'dark' }, 'invisible', [1e-3, 100])).toEqual(
      [],
    );
  });
});
