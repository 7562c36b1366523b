import type { FrontierEntry } from './combined-file.ts';

/** Mass ranges [GeV] over which the limits that set the envelope hold at one confidence level. */
export interface ConfidenceRanges {
  readonly confidence: FrontierEntry['confidence'];
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
  /** Part of the frontier, measured in log mass. */
  readonly share: number;
}

/**
 * Which confidence level holds where along the frontier: an envelope of published limits mixes
 * levels. The level that holds over most of it comes first, what is not stated last.
 */
export function listConfidenceRanges(frontier: readonly FrontierEntry[]): ConfidenceRanges[] {
  const byLevel = new Map<
    FrontierEntry['confidence'],
    { ranges: { from: number; to: number }[]; width: number }
  >();
  let total = 0;
  for (const { from, to, confidence } of frontier) {
    const level = byLevel.get(confidence) ?? { ranges: [], width: 0 };
    byLevel.set(confidence, level);
    const last = level.ranges.at(-1);
    if (last?.to === from) last.to = to;
    else level.ranges.push({ from, to });
    const width = Math.log(to / from);
    level.width += width;
    total += width;
  }
  const rank = (one: ConfidenceRanges): number => (one.confidence === 'not-stated' ? 1 : 0);
  return [...byLevel]
    .map(([confidence, { ranges, width }]) => ({ confidence, ranges, share: width / total }))
    .sort((a, b) => rank(a) - rank(b) || b.share - a.share);
}
