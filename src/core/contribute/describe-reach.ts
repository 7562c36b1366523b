import type { Catalogue, Limit } from '../catalogue.ts';
import { isEvidence, SCOPES } from '../combine/inputs.ts';
import type { Scope } from '../combine/inputs.ts';
import { compareScope, pairUp } from '../impact/impact.ts';
import type { ImpactRange } from '../impact/impact.ts';

const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  laboratory: 'all laboratory results',
  ee: 'e⁺e⁻ colliders',
};

/** Ranges that are named; the widest in log mass are kept. */
const SHOWN = 6;

/**
 * What a new limit does to the combined limits of its plane, line by line: where it leads them and by
 * what factor, or why it does not.
 * @param before the catalogue without the limit
 * @param after the catalogue with it
 */
export function describeReach(limit: Limit, before: Catalogue, after: Catalogue): string[] {
  if (!isEvidence(limit)) {
    return [
      `It enters no combined limit: only observed limits of collaborations and reinterpretations do (status ${limit.status}, derivedBy ${limit.derivedBy}).`,
    ];
  }
  const unit = after.quantities.get(after.planes.get(limit.plane)?.x.quantity ?? '')?.unit ?? 'GeV';
  return SCOPES.flatMap((scope) => {
    const [impact] = compareScope(scope, pairUp(limit.plane, scope, before, after));
    if (impact === undefined) return [];
    const ranges = impact.ranges.filter((range) => range.after === limit.id);
    const name = SCOPE_WORDS[scope];
    if (ranges.length > 0) return [`Of ${name} it leads`, ...listRanges(ranges, unit)];
    return [
      impact.islands.added.includes(limit.id)
        ? `Among ${name} it excludes a region with a floor and a ceiling, drawn beside the combined curve.`
        : `Of ${name} it leads nowhere: others are as strong or stronger at all its masses.`,
    ];
  });
}

function listRanges(ranges: readonly ImpactRange[], unit: string): string[] {
  const width = ({ from, to }: ImpactRange): number => Math.log(to / from);
  const shown = new Set(ranges.toSorted((a, b) => width(b) - width(a)).slice(0, SHOWN));
  const rest = ranges.length - shown.size;
  return [
    ...ranges.filter((range) => shown.has(range)).map((range) => `  ${describe(range, unit)}`),
    ...(rest === 0 ? [] : [`  and ${String(rest)} narrower ranges`]),
  ];
}

function describe(range: ImpactRange, unit: string): string {
  const { from, to, change, meanFactor, maxFactor, before } = range;
  const where = `${write(from)} to ${write(to)} ${unit}`;
  if (change === 'covered') return `${where}, where there was no limit`;
  if (meanFactor === undefined || maxFactor === undefined || before === undefined) return where;
  return `${where}, stronger than ${before} by a factor of ${write(meanFactor)} on average, ${write(maxFactor)} at most`;
}

const write = (value: number): string => String(Number(value.toPrecision(3)));
