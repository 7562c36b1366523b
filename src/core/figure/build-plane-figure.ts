import type { Catalogue, Limit, PlaneEntry } from '../catalogue.ts';
import type { CombinedFile, FrontierEntry, RegionEntry } from '../combine/combined-file.ts';
import { roundTo } from '../combine/digits.ts';
import { isEvidence, isInScope, paperDate, SCOPES, UNDATED } from '../combine/inputs.ts';
import { CONSTANTS } from '../constants.ts';
import type { PlaneLimit } from '../curve/plane-limit.ts';
import { listPlaneLimits } from '../curve/plane-limit.ts';
import { compareText } from '../message.ts';
import { luminosityInvFb, projectLuminosity } from '../physics/project-luminosity.ts';
import { UNITS } from '../units.ts';
import type { Size } from './axis-scale.ts';
import { projectPath } from './axis-scale.ts';
import { buildAxis, buildPresets } from './axis-choices.ts';
import { chooseEmphasis } from './emphasis.ts';
import {
  type FigureFrontier,
  type FigureOutline,
  type FigureSeries,
  type FigureSpec,
  type Hue,
  LAYERS,
  type LayerId,
  type Path,
  type Point,
  type StyleRole,
} from './figure-spec.ts';
import { writeFinding } from './finding.ts';
import { raise } from './format-value.ts';
import { listLifetimeContours } from './lifetime-contours.ts';
import { buildMark, findParameterRange, type MarkDetail } from './series-mark.ts';
import { simplifyPath } from './simplify.ts';
import { groupBy } from '../group-by.ts';

/** Size at which curves are stored; screens and paper draw at most this [px]. */
export const DETAIL_SIZE: Size = { width: 900, height: 675 };
const DETAIL = { tolerancePx: 0.15, columnPx: 0.25 };

/** Everything published on a plane, as a figure. */
export function buildPlaneFigure(
  plane: PlaneEntry,
  catalogue: Catalogue,
  combined?: CombinedFile,
): FigureSpec {
  const x = buildAxis(plane.x, plane, catalogue);
  const y = buildAxis(plane.y, plane, catalogue);
  const limits = listPlaneLimits(plane, catalogue);
  const detail = { x, y, size: DETAIL_SIZE, ...DETAIL };
  const series = buildSeries(limits, plane, catalogue, detail);
  const lifetimes = listLifetimeContours(plane, catalogue, { x, y });
  const frontier = combined?.scopes.ee.levels.all.frontier ?? [];
  return {
    plane: plane.id,
    title: plane.title,
    finding: writeFinding(series, frontier),
    assumptions: plane.assumptions,
    x,
    y,
    series,
    outlines: buildOutlines(combined, catalogue, detail),
    lifetimes: lifetimes.contours,
    lifetimeSource: lifetimes.source,
    ...describeYears(limits, catalogue),
    frontiers: SCOPES.map((scope) => ({
      scope,
      spans: joinSpans(combined?.scopes[scope].levels.all.frontier ?? []),
    })),
    presets: buildPresets(plane),
  };
}

/** First and last year in which something on the plane appeared, where there are two. */
function describeYears(
  limits: readonly PlaneLimit[],
  catalogue: Catalogue,
): Pick<FigureSpec, 'years'> {
  const years = limits
    .map(({ limit }) => paperDate(limit, catalogue))
    .filter((date) => date !== UNDATED)
    .map((date) => Number(date.slice(0, 4)));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first < last ? { years: [first, last] } : {};
}

/** Neighbouring spans of one limit, whoever comes next. */
function joinSpans(frontier: readonly FrontierEntry[]): FigureFrontier['spans'] {
  const spans: { from: number; to: number; limit: string }[] = [];
  for (const { from, to, limit } of frontier) {
    const last = spans.at(-1);
    if (last?.limit === limit && last.to === from) last.to = to;
    else spans.push({ from, to, limit });
  }
  return spans;
}

function buildSeries(
  limits: readonly PlaneLimit[],
  plane: PlaneEntry,
  catalogue: Catalogue,
  detail: MarkDetail,
): FigureSeries[] {
  const superseded = new Set(
    [...catalogue.limits.values()].flatMap((limit) => limit.supersedes.map((older) => older.limit)),
  );
  const drafts = limits.map(({ limit, geometry }) => {
    const year = findYear(limit, catalogue);
    const experiments = limit.experiment.flatMap((id) => catalogue.experiments.get(id) ?? []);
    const kinds = experiments.map((experiment) => experiment.kind);
    const isEe = kinds.includes('ee-collider');
    const kind = isEe ? ('ee-collider' as const) : kinds[0];
    const name = experiments.map((experiment) => shortenName(experiment.name)).join(' + ');
    const short = name === '' ? shortenTitle(limit.title) : name;
    const label = name === '' || year === undefined ? short : `${short} ${String(year)}`;
    const layer = findLayer(limit.status, limit.derivedBy, kind);
    const draft: FigureSeries = {
      limit: limit.id,
      title: limit.title.replaceAll(/\^(-?\d+)/gu, (_, exponent: string) => raise(exponent)),
      label,
      short: isEe ? label : layer === 'favoured' ? `${short} (favoured)` : short,
      ...(limit.reference === 'none-known' ? {} : { reference: limit.reference }),
      ...(year === undefined ? {} : { year }),
      experiments: limit.experiment,
      ...(kind === undefined ? {} : { experimentKind: kind }),
      isEe,
      status: limit.status,
      derivedBy: limit.derivedBy,
      shape: limit.shape,
      signature: limit.signature,
      lifetime: limit.lifetime,
      ...(limit.confidence === 'not-stated' ? {} : { confidenceLevel: limit.confidence.level }),
      // A grid constrains two numbers at once: it sets no limit of one.
      enters:
        isEvidence(limit) && limit.shape !== 'grid'
          ? SCOPES.filter((scope) => isInScope(limit, scope, catalogue))
          : [],
      ...(superseded.has(limit.id) ? {} : describeScaling(limit, plane, catalogue, isEe)),
      isSuperseded: superseded.has(limit.id),
      layer,
      // Not measured yet, or computed here: shown when asked for.
      startsHidden: (layer === 'projection' && !isEe) || layer === 'recast',
      style: { hue: 'context', shade: 0, line: 'solid', weight: 'normal', fill: 'none' },
      mark: buildMark(geometry, detail),
      ...(geometry.kind === 'grid'
        ? {
            remark: describeGrid(findParameterRange(geometry.slices), limit.parameter),
            ...describeSlices(geometry.slices, limit),
          }
        : {}),
    };
    return draft;
  });
  return sortForDrawing(nameApart(drafts, catalogue)).map((one, _, all) => ({
    ...one,
    style: chooseStyle(one, all),
  }));
}

function findYear(
  limit: { readonly reference: string; readonly year?: number | undefined },
  catalogue: Catalogue,
): number | undefined {
  return catalogue.references.get(limit.reference)?.year ?? limit.year;
}

/** `KLOE and KLOE-2` is KLOE on a curve, `BEBC (WA66)` BEBC. */
const shortenName = (name: string): string =>
  name
    .replace(/ and .*$/u, '')
    .replace(/ \(.*\)$/u, '')
    .replace(/ in beam-dump mode$/u, ' dump');

const shortenTitle = (title: string): string => title.replace(/[,:;(].*$/u, '').trim();

function findLayer(
  status: FigureSeries['status'],
  derivedBy: FigureSeries['derivedBy'],
  kind: FigureSeries['experimentKind'],
): LayerId {
  if (status === 'favoured' || status === 'target') return status;
  if (status === 'projected' || status === 'expected') return 'projection';
  // A loop effect computed here is a statement about a measurement, not another search's limit recast.
  if (derivedBy === 'this-project' && kind !== 'indirect') return 'recast';
  if (derivedBy === 'compilation' || kind === undefined) return 'compilation';
  if (kind === 'ee-collider') return 'ee';
  return kind === 'indirect' || kind === 'astro' || kind === 'cosmo' ? 'astro-cosmo' : 'laboratory';
}

const PARTICLES: readonly (readonly [RegExp, string])[] = [
  [/mu(?![a-z])/gu, 'μ'],
  [/tau(?![a-z])/gu, 'τ'],
  [/pi(?![a-z])/gu, 'π'],
  [/gamma/gu, 'γ'],
  [/nu(?![a-z])/gu, 'ν'],
  [/\+/gu, '⁺'],
  [/-/gu, '⁻'],
];

/** A final state of plain letters in symbols where it is one: `mu+mu-` is μ⁺μ⁻. */
const writeChannel = (channel: string): string =>
  /^(?:e|mu|tau|pi|K|gamma|nu|[0+\- ])+$/u.test(channel)
    ? PARTICLES.reduce((text, [pattern, symbol]) => text.replaceAll(pattern, symbol), channel)
    : channel;

/** Two results of one experiment and year are told apart by what they measured, else by their title. */
function nameApart(series: readonly FigureSeries[], catalogue: Catalogue): FigureSeries[] {
  const isUnique = (labels: readonly string[]): boolean => new Set(labels).size === labels.length;
  return [...groupBy(series, (one) => one.label).values()].flatMap((group) => {
    if (group.length === 1) return group;
    const qualifiers: ((one: FigureSeries) => string)[] = [
      (one) =>
        (catalogue.limits.get(one.limit)?.channels ?? []).slice(0, 2).map(writeChannel).join(', '),
      (one) => catalogue.limits.get(one.limit)?.signature ?? '',
      (one) => one.status,
      (one) =>
        one.confidenceLevel === undefined
          ? ''
          : `${String(Math.round(one.confidenceLevel * 100))} %`,
    ];
    const qualify = qualifiers.find((read) => isUnique(group.map(read)));
    return group.map((one) => {
      const text = qualify?.(one) ?? '';
      if (qualify === undefined) return { ...one, label: `${one.label}: ${one.title}` };
      const label = text === '' ? one.label : `${one.label} (${text})`;
      return { ...one, label, short: one.isEe && label.length <= 24 ? label : one.short };
    });
  });
}

/** Layer by layer, older results below newer ones. */
function sortForDrawing(series: readonly FigureSeries[]): FigureSeries[] {
  return series.toSorted(
    (a, b) =>
      LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer) ||
      (a.year ?? 0) - (b.year ?? 0) ||
      compareText(a.limit, b.limit),
  );
}

export const HUE_BY_EXPERIMENT: Readonly<Record<string, Hue>> = {
  'belle-2': 'belle-2',
  belle: 'belle',
  babar: 'babar',
  kloe: 'kloe',
  'bes-3': 'bes-3',
  lep: 'lep',
  aleph: 'lep',
  delphi: 'lep',
  l3: 'lep',
  opal: 'lep',
  cleo: 'cleo',
};

/** Colour by experiment for e+e- results, greys for the rest. */
function findHue(one: FigureSeries): Hue {
  if (one.layer === 'favoured' || one.layer === 'target') return one.layer;
  if (one.isEe && one.derivedBy !== 'compilation') {
    return (
      one.experiments.map((id) => HUE_BY_EXPERIMENT[id]).find((hue) => hue !== undefined) ??
      'ee-other'
    );
  }
  return one.layer === 'astro-cosmo' ? 'astro-cosmo' : 'laboratory';
}

function chooseStyle(one: FigureSeries, all: readonly FigureSeries[]): StyleRole {
  const hue = findHue(one);
  const newer = all.filter(
    (other) =>
      other.layer === one.layer && findHue(other) === hue && (other.year ?? 0) > (one.year ?? 0),
  );
  const shade = one.isEe ? Math.min(2, new Set(newer.map((other) => other.year)).size) : 0;
  return { hue, shade: shade as 0 | 1 | 2, line: chooseLine(one), ...chooseEmphasis(one) };
}

function chooseLine(one: FigureSeries): StyleRole['line'] {
  if (one.layer === 'projection') return 'dashed';
  if (one.layer === 'target') return 'dotted';
  if (one.layer === 'recast' || one.layer === 'compilation') return 'dash-dot';
  return 'solid';
}

/** Naive scaling is offered for observed e+e- results only: they are what more data is planned for. */
function describeScaling(
  limit: Limit,
  plane: PlaneEntry,
  catalogue: Catalogue,
  isEe: boolean,
): Pick<FigureSeries, 'scaling'> {
  if (!isEe || limit.status !== 'observed' || limit.shape !== 'one-sided') return {};
  const fromInvFb = limit.exposure && luminosityInvFb(limit.exposure);
  if (fromInvFb === undefined) return {};
  const tenfold = projectLuminosity(limit, plane, catalogue, fromInvFb * 10);
  if (tenfold.kind === 'refused') return {};
  return { scaling: { fromInvFb, exponent: -Math.log10(tenfold.backgroundLimited) } };
}

/** Slices by proper decay length; a grid of any other parameter has no slices to choose from. */
function describeSlices(
  slices: readonly { readonly parameter: number }[],
  { parameter }: Limit,
): Pick<FigureSeries, 'grid'> {
  const unit = UNITS[parameter?.unit ?? ''];
  const speed = { length: 1, time: CONSTANTS.c.value }[unit?.dimension as 'length' | 'time'] as
    number | undefined;
  if (unit === undefined || speed === undefined) return {};
  const toMetres = unit.toBase * speed;
  return { grid: { ctauM: slices.map((slice) => roundTo(slice.parameter * toMetres, 6)) } };
}

function describeGrid(
  [from, to]: readonly [number, number],
  column: { readonly unit: string } | undefined,
): string {
  const unit = column === undefined ? '' : ` ${UNITS[column.unit]?.label ?? column.unit}`;
  const write = (value: number): string => String(Number(value.toPrecision(3)));
  return `strongest limit of any parameter between ${write(from)} and ${write(to)}${unit}`;
}

function buildOutlines(
  combined: CombinedFile | undefined,
  catalogue: Catalogue,
  detail: MarkDetail,
): FigureOutline[] {
  return SCOPES.flatMap((scope) => {
    const level = combined?.scopes[scope].levels.all;
    const rings = drawRegions(level?.regions ?? [], detail);
    const inputs = (level?.inputs ?? []).flatMap((id) => catalogue.limits.get(id) ?? []);
    return rings.length === 0 ? [] : [{ scope, levels: listLevels(inputs), rings }];
  });
}

/** The confidence levels of limits, each once, rising; what is not stated comes last. */
export const listLevels = (limits: readonly Pick<Limit, 'confidence'>[]): FigureOutline['levels'] =>
  [
    ...new Set(
      limits.map(({ confidence }) => (confidence === 'not-stated' ? confidence : confidence.level)),
    ),
  ].sort((a, b) => (a === 'not-stated' ? 1 : b === 'not-stated' ? -1 : a - b));

/** The rings of regions, thinned to what a screen can show. */
export const drawRegions = (regions: readonly RegionEntry[], detail: MarkDetail): Path[] =>
  regions
    .flatMap((region) => [region.outer, ...region.holes])
    .map((path) => {
      const pixels = projectPath(path, detail.x, detail.y, detail.size);
      return simplifyPath(pixels, detail).map((i): Point => {
        const [px, py] = path[i] ?? [NaN, NaN];
        return [Number(px.toPrecision(5)), Number(py.toPrecision(5))];
      });
    });
