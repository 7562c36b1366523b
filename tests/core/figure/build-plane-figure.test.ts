import { describe, expect, it } from 'vitest';
import type { Catalogue, ExperimentEntry, Limit } from '../../../src/core/catalogue.ts';
import { buildPlaneFigure } from '../../../src/core/figure/build-plane-figure.ts';
import { parseLimitTable } from '../../../src/core/formats/limit-table.ts';
import {
  Experiment,
  type ExperimentKind,
  LimitMeta,
  Plane,
  Quantity,
} from '../../../src/core/schema/index.ts';

const quantity = (id: string, unit: string, role: string) => ({
  ...Quantity.parse({
    name: id,
    symbol: id,
    plain: id,
    role,
    unit,
    units: [unit],
    plausible: [1e-20, 1e20],
    definition: id,
  }),
  id,
  file: `quantities/${id}.yaml`,
});

const plane = {
  ...Plane.parse({
    title: 'A plane',
    short: 'Plane',
    portals: ['vector'],
    model: 'none',
    x: { quantity: 'mass', range: [0.01, 10] },
    y: { quantity: 'epsilon', range: [1e-6, 1e-1] },
    scenario: { decays: 'all', branching: 'fixed' },
    assumptions: 'Some.',
  }),
  id: 'plane',
  file: 'planes/plane.yaml',
};

function makeLimit(id: string, changes: Partial<Record<keyof LimitMeta, unknown>> = {}): Limit {
  const meta = LimitMeta.parse({
    title: `Title of ${id}`,
    plane: 'plane',
    experiment: ['babar'],
    reference: 'none-known',
    year: 2014,
    status: 'observed',
    derivedBy: 'collaboration',
    shape: 'one-sided',
    excludes: 'above',
    signature: 'visible',
    lifetime: 'prompt',
    confidence: { level: 0.9 },
    massRange: [0.1, 1],
    mass: { quantity: 'mass', unit: 'GeV' },
    value: { quantity: 'epsilon', unit: '1' },
    provenance: {
      method: 'official',
      from: { name: 'a', path: 'a', revision: 'a', licence: 'a' },
      raw: [{ path: 'a', sha256: '0'.repeat(64), role: 'value', rows: 2, kept: 2, written: 2 }],
    },
    ...changes,
  });
  const { table } = parseLimitTable('segment,mass,value\n1,0.1,1e-3\n1,1,1e-4\n', meta.shape);
  if (table === undefined) throw new Error('The test table has a fault.');
  return { ...meta, id, file: `limits/vector/${id}.yaml`, portal: 'vector', table };
}

function build(...limits: Limit[]) {
  const experiment = (
    id: string,
    name: string,
    kind: ExperimentKind,
  ): readonly [string, ExperimentEntry] => [
    id,
    {
      ...Experiment.parse({ name, kind }),
      id,
      file: `experiments/${id}.mdx`,
      body: '',
      bodyLine: 1,
    },
  ];
  const empty = new Map();
  const catalogue: Catalogue = {
    quantities: new Map([
      ['epsilon', quantity('epsilon', '1', 'coupling')],
      ['mass', quantity('mass', 'GeV', 'mass')],
    ]),
    planes: new Map([[plane.id, plane]]),
    limits: new Map(limits.map((limit) => [limit.id, limit])),
    searches: empty,
    models: empty,
    chapters: empty,
    glossary: empty,
    methods: empty,
    experiments: new Map([
      experiment('babar', 'BaBar', 'ee-collider'),
      experiment('kloe', 'KLOE and KLOE-2', 'ee-collider'),
      experiment('na64', 'NA64', 'fixed-target'),
      experiment('sn1987a', 'SN 1987A', 'astro'),
    ]),
    facilities: empty,
    portals: empty,
    references: empty,
  };
  return new Map(buildPlaneFigure(plane, catalogue).series.map((one) => [one.limit, one]));
}

describe('buildPlaneFigure', () => {
  it('colours e+e- results by experiment and leaves the rest grey', () => {
    const series = build(
      makeLimit('a'),
      makeLimit('b', { experiment: ['na64'] }),
      makeLimit('c', { experiment: ['sn1987a'] }),
    );
    expect(
      [...series.values()].map(({ limit, layer, style }) => [limit, layer, style.hue]),
    ).toEqual([
      ['c', 'astro-cosmo', 'astro-cosmo'],
      ['b', 'laboratory', 'laboratory'],
      ['a', 'ee', 'babar'],
    ]);
  });

  it('shades older results of an experiment and draws them first', () => {
    const series = build(makeLimit('new', { year: 2021 }), makeLimit('old', { year: 2009 }));
    expect([...series.keys()]).toEqual(['old', 'new']);
    expect([...series.values()].map((one) => one.style.shade)).toEqual([1, 0]);
  });

  it('names curves by experiment and year, apart by final state', () => {
    const series = build(
      makeLimit('a', { experiment: ['kloe'], channels: ['mu+mu-'] }),
      makeLimit('b', { experiment: ['kloe'], channels: ['e+e-'] }),
    );
    expect([...series.values()].map((one) => one.label)).toEqual([
      'KLOE 2014 (μ⁺μ⁻)',
      'KLOE 2014 (e⁺e⁻)',
    ]);
  });

  it('fills only what excludes', () => {
    const series = build(
      makeLimit('observed'),
      makeLimit('projected', { status: 'projected' }),
      makeLimit('compiled', { derivedBy: 'compilation', experiment: [] }),
      makeLimit('replaced', { year: 2010 }),
      makeLimit('newer', { year: 2020, supersedes: [{ limit: 'replaced', as: 'update' }] }),
    );
    const filled = [...series.values()].filter((one) => one.style.fill !== 'none');
    expect(filled.map((one) => one.limit).sort()).toEqual(['newer', 'observed']);
    expect(series.get('projected')?.style.line).toBe('dashed');
  });

  it('leaves projections of other machines to the reader', () => {
    const series = build(
      makeLimit('ee', { status: 'projected' }),
      makeLimit('dump', { status: 'projected', experiment: ['na64'] }),
    );
    expect([...series.values()].filter((one) => one.startsHidden).map((one) => one.limit)).toEqual([
      'dump',
    ]);
  });
});
