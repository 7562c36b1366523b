import type { FigureSeries } from './figure-spec.ts';

/** What a finding reads of a combined limit: who leads where, rising in mass [GeV]. */
export interface FrontierSpan {
  readonly from: number;
  readonly to: number;
  readonly limit: string;
}

/** A mass with its unit for running text, three digits. */
export function formatMass(massGeV: number): string {
  const [value, unit] =
    massGeV >= 1
      ? [massGeV, 'GeV']
      : massGeV >= 1e-3
        ? [massGeV * 1e3, 'MeV']
        : massGeV >= 1e-6
          ? [massGeV * 1e6, 'keV']
          : [massGeV * 1e9, 'eV'];
  return `${String(Number(value.toPrecision(3)))} ${unit}`;
}

/** A part of the frontier counts as one result's where it leads on this share of it. */
const DOMINANCE = 0.95;
/** The least share of the whole frontier worth a sentence. */
const NOTABLE = 0.2;

/**
 * The sentence above a figure, from the data alone: who sets the best e+e- limit, or what there is.
 * @param frontier of the scope `ee`, empty where there is none
 */
export function writeFinding(
  series: readonly FigureSeries[],
  frontier: readonly FrontierSpan[],
): string {
  const labels = new Map(series.map((one) => [one.limit, one.label]));
  const spans = frontier.filter(
    (span) => labels.has(span.limit) && span.to > span.from && span.from > 0,
  );
  if (spans.length === 0) return describeCounts(series);
  const leads = new Set(spans.map((span) => span.limit));
  const islands = series.filter((one) => isIsland(one) && !leads.has(one.limit));
  const eeCount = series.filter((one) => one.layer === 'ee' && !one.isSuperseded).length;
  return describeFrontier(spans, labels, islands, eeCount);
}

/** A closed exclusion says nothing about what lies above it, so no frontier contains it. */
const isIsland = ({ layer, isSuperseded, mark }: FigureSeries): boolean =>
  layer === 'ee' && !isSuperseded && (mark.kind === 'strips' || mark.kind === 'rings');

/** What a sentence about the frontier must add where there are islands beside it. */
function describeIslands(islands: readonly FigureSeries[]): string {
  const names = [...new Set(islands.map((one) => one.label))];
  if (names.length === 0) return '';
  if (names.length > 2) return `; ${String(names.length)} results exclude regions of their own`;
  const [first = '', second] = names;
  return second === undefined
    ? `; ${first} excludes a region of its own`
    : `; ${first} and ${second} exclude regions of their own`;
}

function describeFrontier(
  spans: readonly FrontierSpan[],
  labels: ReadonlyMap<string, string>,
  islands: readonly FigureSeries[],
  eeCount: number,
): string {
  const limit = islands.length === 0 ? 'e⁺e⁻ limit' : 'one-sided e⁺e⁻ limit';
  const end = `${describeIslands(islands)}.`;
  const name = (limit: string): string => labels.get(limit) ?? limit;
  const shares = listShares(spans);
  const [leader, share] = shares[0] ?? ['', 0];
  const low = spans[0]?.from ?? NaN;
  const high = spans.at(-1)?.to ?? NaN;
  if (shares.length === 1) {
    // "Best" would promise a choice.
    const word = eeCount === 1 ? 'only' : 'best';
    return `The ${word} ${limit} between ${formatMass(low)} and ${formatMass(high)} is ${name(leader)}${end}`;
  }
  const almost = (part: DominatedEnd): string => (part.isAlone ? '' : ' almost everywhere');
  const below = findDominatedEnd(spans);
  const above = findDominatedEnd(spans.toReversed());
  const isSplit =
    below !== undefined &&
    above !== undefined &&
    below.limit !== above.limit &&
    below.until <= above.until * 1.001;
  if (isSplit) {
    return `The best ${limit} is ${name(below.limit)}${almost(below)} from ${formatMass(low)} to ${formatMass(below.until)} and ${name(above.limit)}${almost(above)} from ${formatMass(above.until)} to ${formatMass(high)}${end}`;
  }
  if (above !== undefined && above.until > low) {
    return `Between ${formatMass(above.until)} and ${formatMass(high)} the best ${limit} is ${name(above.limit)}${almost(above)}${end}`;
  }
  if (below !== undefined && below.until < high) {
    return `Between ${formatMass(low)} and ${formatMass(below.until)} the best ${limit} is ${name(below.limit)}${almost(below)}${end}`;
  }
  const [second] = shares[1] ?? [''];
  return share > 0.5
    ? `${name(leader)} sets most of the best ${limit} between ${formatMass(low)} and ${formatMass(high)}${end}`
    : `${String(shares.length)} e⁺e⁻ results share the best ${islands.length === 0 ? '' : 'one-sided '}limit between ${formatMass(low)} and ${formatMass(high)}, ${name(leader)} and ${name(second)} most of it${end}`;
}

const lengthOf = (span: FrontierSpan): number => Math.log(span.to / span.from);

/** Share of the frontier by limit, largest first; ties by id. */
function listShares(spans: readonly FrontierSpan[]): [string, number][] {
  const shares = new Map<string, number>();
  const total = spans.reduce((sum, span) => sum + lengthOf(span), 0);
  for (const span of spans) {
    shares.set(span.limit, (shares.get(span.limit) ?? 0) + lengthOf(span) / total);
  }
  return [...shares].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

interface DominatedEnd {
  readonly limit: string;
  /** Mass where it ends [GeV]. */
  readonly until: number;
  /** False where others lead in small parts of it. */
  readonly isAlone: boolean;
}

/** The longest stretch from one end of the frontier that one limit leads almost alone. */
function findDominatedEnd(spans: readonly FrontierSpan[]): DominatedEnd | undefined {
  const isRising = (spans[0]?.from ?? 0) <= (spans.at(-1)?.from ?? 0);
  const total = spans.reduce((sum, span) => sum + lengthOf(span), 0);
  const lead = new Map<string, number>();
  let walked = 0;
  let best: DominatedEnd | undefined;
  for (const span of spans) {
    walked += lengthOf(span);
    const own = (lead.get(span.limit) ?? 0) + lengthOf(span);
    lead.set(span.limit, own);
    if (own >= DOMINANCE * walked && walked >= NOTABLE * total) {
      const isAlone = own >= walked * (1 - 1e-9);
      best = { limit: span.limit, until: isRising ? span.to : span.from, isAlone };
    }
  }
  return best;
}

function describeCounts(series: readonly FigureSeries[]): string {
  const observed = series.filter((one) => one.status === 'observed' && !one.isSuperseded);
  const ee = observed.filter((one) => one.isEe);
  const count = (n: number, noun: string): string => `${String(n)} ${noun}${n === 1 ? '' : 's'}`;
  if (observed.length === 0)
    return series.length === 1
      ? 'One curve, not an observed limit.'
      : `${count(series.length, 'curve')}, none of them an observed limit.`;
  if (ee.length === 0)
    return `${count(observed.length, 'observed limit')}, none from an e⁺e⁻ collider yet.`;
  if (ee.length === observed.length) {
    const years = ee.flatMap((one) => one.year ?? []);
    const newest = ee.find((one) => one.year === Math.max(...years));
    return ee.length === 1
      ? `The one limit here is ${ee[0]?.label ?? ''}.`
      : `${count(ee.length, 'e⁺e⁻ limit')}${newest === undefined ? '' : `, the newest ${newest.label}`}.`;
  }
  return ee.length === 1
    ? `${count(observed.length, 'observed limit')}, one of them from an e⁺e⁻ collider: ${ee[0]?.label ?? ''}.`
    : `${count(observed.length, 'observed limit')}, ${String(ee.length)} of them from e⁺e⁻ colliders.`;
}
