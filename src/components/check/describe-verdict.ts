import { formatMass } from '../../core/figure/finding.ts';
import { formatValue } from '../../core/figure/format-value.ts';
import type { Narrowing } from '../../core/query/narrow-brief.ts';
import type { Excluder, Judge, Nearest, Verdict, VerdictState } from '../../core/query/verdict.ts';
import type { PlaneBrief } from './plane-brief.ts';

/** A run of a sentence; with `limit` it leads to that limit. */
export interface Part {
  readonly text: string;
  readonly limit?: string;
  /** True for the symbol of the plane's value, to be shown typeset. */
  readonly isSymbol?: true;
}

/** A verdict in words. */
export interface Sentence {
  readonly headline: string;
  readonly parts: readonly Part[];
}

/** One word for each outcome. */
export const HEADLINES: Readonly<Record<VerdictState, string>> = {
  excluded: 'Excluded',
  allowed: 'Allowed',
  gap: 'In a gap',
  unmeasured: 'Not measured',
  'not-applicable': 'Not a point',
};

/** Who derived a limit, in words. */
export const DERIVED: Readonly<Record<Excluder['derivedBy'], string>> = {
  collaboration: 'the collaboration',
  reinterpretation: 'reinterpretation',
  compilation: 'compilation',
  'this-project': 'computed by this project',
};

/** A verdict as one clear sentence after one word. */
export function describeVerdict(
  verdict: Verdict,
  judge: Judge,
  plane: PlaneBrief,
  narrowing: Narrowing,
): Sentence {
  const headline = HEADLINES[verdict.state];
  return { headline, parts: listParts(verdict, judge, plane, describeNarrowing(narrowing)) };
}

function listParts(verdict: Verdict, judge: Judge, plane: PlaneBrief, kind: string): Part[] {
  const mass = formatMass(verdict.mass);
  switch (verdict.state) {
    case 'excluded':
      return describeExclusion(verdict.by, plane, kind);
    case 'allowed':
      return describeAllowance(verdict.nearest, judge, plane, kind);
    case 'gap':
      return say(
        `No ${kind} limit reaches ${mass}, though there are limits at smaller and at larger masses.`,
      );
    case 'unmeasured':
      return say(describeReach(judge, mass, kind));
    case 'not-applicable':
      return say(`The mass and the value of a point are positive numbers.`);
  }
}

const symbolOf = ({ value }: PlaneBrief): Part => ({ text: value.plain, isSymbol: true });

const say = (text: string): Part[] => [{ text }];

function describeExclusion(by: readonly Excluder[], plane: PlaneBrief, kind: string): Part[] {
  const [strongest] = by;
  if (strongest === undefined) return [];
  const count = by.length === 1 ? `by one ${kind} limit` : `by ${String(by.length)} ${kind} limits`;
  const { margin, marginRate } = strongest;
  const rate =
    marginRate === undefined || isSame(marginRate, margin) || isNone(margin)
      ? ''
      : ` (${formatFactor(marginRate)} in the rate)`;
  const depth: Part[] = isNone(margin)
    ? [{ text: `${count}; the point lies on the edge of ` }]
    : [
        { text: `${count}; the strongest margin is a factor of ${formatFactor(margin)} in ` },
        symbolOf(plane),
        { text: `${rate}, from ` },
      ];
  return [
    ...depth,
    { text: nameLimit(strongest.limit, plane), limit: strongest.limit },
    { text: ` at ${formatLevel(strongest.cl)}.` },
  ];
}

function describeAllowance(
  nearest: Nearest | undefined,
  judge: Judge,
  plane: PlaneBrief,
  kind: string,
): Part[] {
  if (nearest === undefined) return [];
  const { limit, side, edge, factor } = nearest;
  const cl = judge.limits.find(({ id }) => id === limit)?.cl ?? 'not-stated';
  const where = side === 'below-floor' ? 'below the floor of' : 'above the ceiling of';
  return [
    {
      text: `by every ${kind} limit; the point is a factor of ${formatFactor(factor)} ${where} the nearest, `,
    },
    { text: nameLimit(limit, plane), limit },
    { text: ` at ${formatLevel(cl)}, which lies at ` },
    symbolOf(plane),
    { text: ` = ${formatValue(edge, plane.value.unit)}.` },
  ];
}

function describeReach({ index: { stops } }: Judge, mass: string, kind: string): string {
  const [first, last] = [stops[0], stops.at(-1)];
  if (first === undefined || last === undefined) return `There is no ${kind} limit on this plane.`;
  const range = `from ${formatMass(10 ** first)} to ${formatMass(10 ** last)}`;
  return `No ${kind} limit reaches ${mass}; the limits here reach ${range}.`;
}

/** Which limits were asked, as words before “limit”. */
export function describeNarrowing({ scope, level, reinterpretations }: Narrowing): string {
  return [
    'published',
    scope === 'ee' ? 'e⁺e⁻' : 'laboratory',
    ...(level === 'all' ? [] : [formatLevel(Number(level))]),
    ...(reinterpretations ? [] : ['original']),
  ].join(' ');
}

/** A confidence level in words. */
export const formatLevel = (cl: number | 'not-stated'): string =>
  cl === 'not-stated' ? 'a level not stated' : `${String(Math.round(cl * 1e4) / 100)} % CL`;

/** A ratio of at least one, with three digits. */
export const formatFactor = (factor: number): string =>
  factor < 1.005 ? '1.00' : formatValue(factor, '');

const isNone = (factor: number): boolean => factor < 1 + 1e-9;

const isSame = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9 * a;

const nameLimit = (id: string, { limits }: PlaneBrief): string => limits[id]?.label ?? id;
