import { roundTo } from '../combine/digits.ts';
import { type Chain, lowerEnvelope, splitRuns, type Stretch } from '../combine/envelope.ts';
import { type Span, spanAt } from '../curve/piece.ts';
import type {
  FigureAxis,
  FigureFrontier,
  FigureMark,
  FigureOutline,
  FigureSeries,
  FigureSpec,
  Path,
  Point,
} from '../figure/figure-spec.ts';
import { formatValue } from '../figure/format-value.ts';
import type { VectorModel } from '../physics/vector-models.ts';
import type { RecastLimit, RecastOptions, RecastPoint } from './recast-limit.ts';

/** Searches for what a boson leaves behind, or for what is missing. */
export const RECAST_KINDS = ['visible', 'invisible'] as const;
export type RecastKind = (typeof RECAST_KINDS)[number];

/** The paper of the method, and that of the loops of leptons. */
export const RECAST_PAPER = 'Ilten:2018crw';
export const LOOP_PAPER = 'Amaral:2021rzw';

/** What a figure of recast limits needs beyond their numbers. */
export interface RecastFacts {
  /** Each limit as its plane's figure has it, without its curve; in drawing order. */
  readonly series: Readonly<Record<RecastKind, readonly FigureSeries[]>>;
  /** The mass axis of each kind, for the dark photon and for all others. */
  readonly mass: Readonly<Record<RecastKind, Readonly<Record<'photon' | 'other', FigureAxis>>>>;
  /** The coupling of each model by its id; the range is chosen here. */
  readonly coupling: Readonly<Record<string, FigureAxis>>;
}

/** Recast limits as a figure: curves, the best of them outlined, and who sets it. */
export function buildRecastFigure(
  recasts: readonly RecastLimit[],
  kind: RecastKind,
  model: VectorModel,
  { loops, decays }: RecastOptions,
  facts: RecastFacts,
): FigureSpec {
  const byId = new Map(recasts.map((recast) => [recast.id, recast]));
  const drawn = facts.series[kind].flatMap((one) => {
    const recast = byId.get(one.limit);
    return recast === undefined || recast.segments.length === 0 ? [] : [{ one, recast }];
  });
  const axis = facts.coupling[model.id] ?? facts.coupling['own-charges'];
  const x = facts.mass[kind][model.id === 'dark-photon' ? 'photon' : 'other'];
  if (axis === undefined) throw new Error(`There is no axis for ${model.id}.`);
  const y = { ...axis, range: chooseRange(drawn.map(({ recast }) => recast)) };
  const series = drawn.map(({ one, recast }) => ({ ...one, mark: drawRecast(recast) }));
  const combined = (['ee', 'laboratory'] as const).map((scope) => ({
    scope,
    envelope: lowerEnvelope(
      drawn
        .filter(({ one }) => one.enters.includes(scope))
        .flatMap(({ one, recast }) => listChains(one, recast)),
    ),
  }));
  const hasLoops = loops && model.loopMixing !== undefined;
  const total = facts.series[kind].length;
  return {
    plane: 'recast',
    title: `${kind === 'visible' ? 'Visible' : 'Invisible'} dark-photon limits recast: ${model.title}`,
    finding: writeFinding(drawn, model, kind, total),
    assumptions: [
      'Production, branching fractions and efficiencies follow arXiv:1801.04847',
      decays === 'dark'
        ? 'the boson always decays invisibly'
        : 'it decays to the Standard Model only',
      ...(hasLoops && model.loopRemark !== undefined ? [model.loopRemark] : []),
    ].join('; '),
    x,
    y,
    series,
    outlines: combined.flatMap(({ scope, envelope }): FigureOutline[] =>
      envelope.length === 0
        ? []
        : [
            {
              scope,
              levels: listLevels(
                drawn.map(({ one }) => one).filter((one) => one.enters.includes(scope)),
              ),
              rings: splitRuns(envelope).map((run) => closeRun(run, y.range[1])),
            },
          ],
    ),
    lifetimes: [],
    lifetimeSource: '',
    frontiers: combined.map(({ scope, envelope }) => ({ scope, spans: listSpans(envelope) })),
    presets: [],
    methods: [
      RECAST_PAPER,
      ...(hasLoops && model.loopRemark?.includes('2104.03297') === true ? [LOOP_PAPER] : []),
    ],
    note: 'recast here',
  };
}

/** Digits that mean something in a recast coupling. */
const DRAWN_DIGITS = 6;

/** Everything above, or what lies between a floor and a ceiling. */
function drawRecast({ segments }: RecastLimit): FigureMark {
  const line = (points: readonly RecastPoint[], read: (point: RecastPoint) => number): Path =>
    points.map((point): Point => [point.massGeV, roundTo(read(point), DRAWN_DIGITS)]);
  const isOpen = segments.some(([first]) => first !== undefined && first.upper === undefined);
  return isOpen
    ? {
        kind: 'segments',
        side: 'above',
        segments: segments.map((points) => line(points, ({ lower }) => lower)),
      }
    : {
        kind: 'strips',
        strips: segments.map((points) => ({
          lower: line(points, ({ lower }) => lower),
          upper: line(points, ({ lower, upper = lower }) => upper),
        })),
      };
}

/** The curves of a limit that exclude everything above, in logarithms. */
function listChains(owner: FigureSeries, { segments }: RecastLimit): Chain<FigureSeries>[] {
  return segments.flatMap((points) => {
    const edges: Span[] = [];
    for (const [i, to] of points.entries()) {
      const from = points[i - 1];
      if (from === undefined || to.upper !== undefined || !(to.massGeV > from.massGeV)) continue;
      edges.push({
        x0: Math.log10(from.massGeV),
        x1: Math.log10(to.massGeV),
        y0: Math.log10(from.lower),
        y1: Math.log10(to.lower),
      });
    }
    return edges.length === 0 ? [] : [{ edges, owner }];
  });
}

function closeRun(run: readonly Stretch<FigureSeries>[], top: number): Path {
  const points = run.flatMap(({ from, to, edge }): Point[] =>
    [from, to].map((at): Point => [10 ** at, 10 ** spanAt(edge, at)]),
  );
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return [];
  const open = points.reduce((most, [, value]) => Math.max(most, value), top);
  return [...points, [last[0], open], [first[0], open], first];
}

function listSpans(envelope: readonly Stretch<FigureSeries>[]): FigureFrontier['spans'] {
  const spans: { from: number; to: number; limit: string }[] = [];
  for (const { from, to, owner } of envelope) {
    const last = spans.at(-1);
    if (last?.limit === owner.limit && last.to === 10 ** from) last.to = 10 ** to;
    else spans.push({ from: 10 ** from, to: 10 ** to, limit: owner.limit });
  }
  return spans;
}

const listLevels = (series: readonly FigureSeries[]): FigureOutline['levels'] =>
  [
    ...new Set(series.map(({ confidenceLevel }) => confidenceLevel ?? ('not-stated' as const))),
  ].sort((a, b) => (a === 'not-stated' ? 1 : b === 'not-stated' ? -1 : a - b));

/** Decades around the edges of what is drawn; few exceptions far above do not make the rest small. */
function chooseRange(recasts: readonly RecastLimit[]): [number, number] {
  const edges = recasts
    .flatMap(({ segments }) => segments.flat())
    .map(({ lower }) => lower)
    .sort((a, b) => a - b);
  const [lowest, high] = [edges[0], edges[Math.floor(0.97 * (edges.length - 1))]];
  if (lowest === undefined || high === undefined) return [1e-8, 1];
  const from = Math.floor(Math.log10(lowest));
  const to = Math.max(from + 3, Math.min(Math.ceil(Math.log10(high)) + 1, Math.max(1, from + 4)));
  return [Number(`1e${String(from)}`), Number(`1e${String(to)}`)];
}

function writeFinding(
  drawn: readonly { readonly one: FigureSeries; readonly recast: RecastLimit }[],
  model: VectorModel,
  kind: RecastKind,
  total: number,
): string {
  let best: { one: FigureSeries; point: RecastPoint } | undefined;
  for (const { one, recast } of drawn) {
    if (!one.isEe) continue;
    for (const point of recast.segments.flat())
      if (point.lower < (best?.point.lower ?? Infinity)) best = { one, point };
  }
  if (drawn.length === 0)
    return `None of the ${String(total)} ${kind} limits on the dark photon says anything about ${nameBoson(model)}.`;
  const count = `${String(drawn.length)} of ${String(total)} ${kind} limits on the dark photon also ${drawn.length === 1 ? 'limits' : 'limit'} ${nameBoson(model)}`;
  return best === undefined
    ? `${count}; none of them comes from an e⁺e⁻ collider.`
    : `${count}; the lowest e⁺e⁻ limit is that of ${best.one.label}, ${formatValue(best.point.lower, '', 2)} at ${formatValue(best.point.massGeV, 'GeV', 2)}.`;
}

/** A model within a sentence. */
const nameBoson = ({ id, title }: VectorModel): string =>
  id === 'own-charges'
    ? 'a boson with these charges'
    : `the ${title.replace(/^[A-Z](?=[a-z]{2})/u, (letter) => letter.toLowerCase())}`;
