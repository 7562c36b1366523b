import type { Improvement, MassRange, Shift } from '../core/combine/history.ts';
import type { ConfidenceRanges } from '../core/combine/confidence-ranges.ts';
import { formatMass } from '../core/figure/finding.ts';
import { formatConfidence, formatMassRange, formatNumber } from './format.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2014-06` as June 2014; a bare year stays. */
export function formatDate(date: string): string {
  const [year = '', month] = date.split('-');
  return month === undefined ? year : `${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** One or two mass ranges in full, more of them as their whole extent. */
export function formatRanges(ranges: readonly MassRange[]): string {
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (first === undefined || last === undefined) return '';
  return ranges.length > 2
    ? `${String(ranges.length)} ranges between ${formatMass(first.from)} and ${formatMass(last.to)}`
    : ranges.map(formatRange).join(' and ');
}

/** A range narrower than its digits is one mass to a reader. */
const formatRange = ({ from, to }: MassRange): string =>
  formatMass(from) === formatMass(to) ? `near ${formatMass(from)}` : formatMassRange([from, to]);

/** The mean factor of a shift, and the largest where that says more. */
function formatFactor({ factor, maximum }: Shift): string {
  const mean = formatNumber(factor, 2);
  const most = formatNumber(maximum, 2);
  return mean === most ? `a factor of ${mean}` : `a factor of ${mean} on average, at most ${most}`;
}

function formatDecades(decades: number): string {
  const shown = formatNumber(decades, 2);
  return `${shown} ${shown === '1' ? 'decade' : 'decades'}`;
}

/** What a limit added when it appeared, as parts of a sentence. */
export function describeImprovement({ improved, opened, islands }: Improvement): string[] {
  return [
    ...(improved === undefined
      ? []
      : [`stronger by ${formatFactor(improved)}, ${formatRanges(improved.ranges)}`]),
    ...(opened === undefined
      ? []
      : [
          `first one-sided limit, ${formatRanges(opened.ranges)} (${formatDecades(opened.decades)} in mass)`,
        ]),
    ...(islands.length === 0 ? [] : [`excludes an island, ${formatRanges(islands)}`]),
  ];
}

/** What a weaker envelope after a replacement means. */
export const describeWeakening = (shift: Shift): string =>
  `The combined limit became weaker by ${formatFactor(shift)}, ${formatRanges(shift.ranges)}.`;

/** A part as a percentage that never rounds to nothing or everything. */
function formatShare(share: number): string {
  if (share < 0.01) return 'less than 1 %';
  return share > 0.99 ? 'more than 99 %' : `${formatNumber(share * 100, 2)} %`;
}

/** Which confidence level holds where along a frontier, a phrase for each. */
export function describeConfidence(levels: readonly ConfidenceRanges[]): string[] {
  return levels.map(({ confidence, ranges, share }) => {
    const name =
      confidence === 'not-stated'
        ? 'level not stated'
        : formatConfidence({ level: confidence, verified: true }).replace('%', ' % CL');
    if (levels.length === 1) return `${name} throughout`;
    return `${name} on ${formatShare(share)} of it (${formatRanges(ranges)})`;
  });
}
