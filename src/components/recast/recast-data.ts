import { mustGet } from '../../core/catalogue.ts';
import { buildAxis } from '../../core/figure/axis-choices.ts';
import type { FigureAxis, FigureSeries, FigureSpec } from '../../core/figure/figure-spec.ts';
import { collectSources } from '../../core/formats/figure/collect-sources.ts';
import { compareText } from '../../core/message.ts';
import { VECTOR_DECAY_MODELS } from '../../core/physics/vector-decays.ts';
import {
  makeVectorModel,
  VECTOR_MODELS,
  type VectorModel,
} from '../../core/physics/vector-models.ts';
import {
  buildRecastFigure,
  LOOP_PAPER,
  RECAST_KINDS,
  RECAST_PAPER,
  type RecastFacts,
  type RecastKind,
} from '../../core/recast/build-recast-figure.ts';
import type { Refusal } from '../../core/recast/prepare-limit.ts';
import { recastLimit } from '../../core/recast/recast-limit.ts';
import { packLimits, type PackedLimit, unpackLimit } from '../../core/recast/screen-limits.ts';
import { getCatalogue } from '../../io/site.ts';
import { getPlaneFigure, typesetAxis } from '../figure/figure-data.ts';
import { memoise } from '../figure/memo.ts';
import type { TakeAwayData } from '../figure/take-away-data.ts';
import { FIRST_STATE, modelOf } from './recast-address.ts';

/** What the page loads: the limits, and what their figures say of them. */
export interface RecastData {
  readonly limits: readonly PackedLimit[];
  readonly facts: RecastFacts;
}

const PLANE_OF: Readonly<Record<RecastKind, string>> = {
  visible: 'dark-photon-visible',
  invisible: 'dark-photon-invisible',
};

const load = memoise(async (): Promise<RecastData & { readonly refusals: readonly Refusal[] }> => {
  const { catalogue } = await getCatalogue();
  const { limits, refusals } = packLimits(catalogue);
  const [visible, invisible] = await Promise.all(
    RECAST_KINDS.map(async (kind) => ({
      series: await listSeries(kind, new Set(limits.map(({ id }) => id))),
      mass: await listMassAxes(kind),
    })),
  );
  if (visible === undefined || invisible === undefined) throw new Error('A plane is missing.');
  const models = [...VECTOR_MODELS, makeVectorModel(FIRST_STATE.charges)];
  const coupling = await Promise.all(
    models.map(async (model) => [model.id, await makeCouplingAxis(model)] as const),
  );
  return {
    limits,
    refusals,
    facts: {
      series: { visible: visible.series, invisible: invisible.series },
      mass: { visible: visible.mass, invisible: invisible.mass },
      coupling: Object.fromEntries(coupling),
    },
  };
});

export const getRecastData = async (): Promise<RecastData> => {
  const { limits, facts } = await load('');
  return { limits, facts };
};

/** The limits that cannot be carried over, with their reasons. */
export const getRefusals = async (): Promise<readonly Refusal[]> => (await load('')).refusals;

/** The figure the page starts with. */
export async function getFirstFigure(): Promise<FigureSpec> {
  const { limits, facts } = await load('');
  const model = modelOf(FIRST_STATE);
  const { kind, loops, decays } = FIRST_STATE;
  const recasts = limits
    .map(unpackLimit)
    .map((limit) => recastLimit(limit, model, { loops, decays }));
  return buildRecastFigure(recasts, kind, model, { loops, decays }, facts);
}

/** Papers and facts of every limit that is carried over, and of the method. */
export async function getRecastSources(): Promise<TakeAwayData> {
  const { catalogue, version } = await getCatalogue();
  const { facts } = await load('');
  const parts = RECAST_KINDS.map((kind) =>
    collectSources(facts.series[kind], PLANE_OF[kind], catalogue),
  );
  const methods = [RECAST_PAPER, LOOP_PAPER].map((key) => mustGet(catalogue.references, key));
  const references = new Map(
    [...parts.flatMap((part) => [...part.references.values()]), ...methods].map((one) => [
      one.key,
      one,
    ]),
  );
  return {
    contentVersion: version,
    references: [...references.values()].sort((a, b) => compareText(a.key, b.key)),
    sources: Object.fromEntries(parts.flatMap((part) => [...part.sources])),
  };
}

/** The limits as on their own plane, marked as derived here. */
async function listSeries(kind: RecastKind, ids: ReadonlySet<string>): Promise<FigureSeries[]> {
  const { series } = await getPlaneFigure(PLANE_OF[kind]);
  return series.flatMap((one): FigureSeries[] => {
    if (!ids.has(one.limit)) return [];
    const { scaling: _scaling, grid: _grid, ...rest } = one;
    return [
      {
        ...rest,
        derivedBy: 'this-project',
        layer: 'recast',
        startsHidden: false,
        style: { ...one.style, line: 'dash-dot' },
        mark: { kind: 'segments', segments: [] },
      },
    ];
  });
}

async function listMassAxes(kind: RecastKind): Promise<RecastFacts['mass'][RecastKind]> {
  const { catalogue } = await getCatalogue();
  const plane = mustGet(catalogue.planes, PLANE_OF[kind]);
  const [photon, other] = await Promise.all(
    [plane.x.quantity, 'mass-zprime'].map((quantity) =>
      typesetAxis(buildAxis({ ...plane.x, quantity }, plane, catalogue)),
    ),
  );
  if (photon === undefined || other === undefined) throw new Error('An axis is missing.');
  return { photon, other };
}

async function makeCouplingAxis(model: VectorModel): Promise<FigureAxis> {
  const { catalogue } = await getCatalogue();
  const known = VECTOR_DECAY_MODELS.find(({ id }) => id === model.page);
  const { id, name, unit } = mustGet(catalogue.quantities, known?.coupling ?? 'g-x');
  return typesetAxis({
    quantity: id,
    name,
    symbol: model.symbol,
    plain: model.plain,
    unit,
    unitLabel: '',
    range: [1e-9, 1],
    scale: 'log',
  });
}
