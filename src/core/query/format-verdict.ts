import type { Verdict } from './verdict.ts';

/** JSON lines, or rows of CSV. */
export type VerdictFormat = 'jsonl' | 'csv';

/** Columns of a verdict as CSV; several limits are separated by blanks. */
export const VERDICT_CSV_HEADER =
  'plane,mass,value,state,by,references,margin,nearest,nearestSide,nearestFactor';

/** One verdict in one line: JSON in the shape of the API, or CSV under `VERDICT_CSV_HEADER`. */
export function formatVerdict(verdict: Verdict, format: VerdictFormat): string {
  if (format === 'jsonl') return JSON.stringify(verdict);
  const { plane, mass, value, state, by, nearest } = verdict;
  const references = new Set(by.map(({ reference }) => reference));
  return [
    plane,
    mass,
    value,
    state,
    by.map(({ limit }) => limit).join(' '),
    [...references].join(' '),
    by[0]?.margin ?? '',
    nearest?.limit ?? '',
    nearest?.side ?? '',
    nearest?.factor ?? '',
  ].join(',');
}
