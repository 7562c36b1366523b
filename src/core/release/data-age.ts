/** Months after which a reader is told that the data may be old. */
export const OLD_AFTER_MONTHS = 18;

/**
 * Whole months between two dates, zero when the second is not later.
 * @param from YYYY-MM-DD
 * @param to YYYY-MM-DD
 */
export function countMonths(from: string, to: string): number {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  const months = (toYear - year) * 12 + toMonth - month - (toDay < day ? 1 : 0);
  return Math.max(0, months);
}

/** How old the data are, in words; undefined while they are not old enough to say so. */
export function describeAge(from: string, to: string): string | undefined {
  const months = countMonths(from, to);
  if (months < OLD_AFTER_MONTHS) return undefined;
  const years = Math.floor(months / 12);
  return months < 24 ? `${String(months)} months` : `${String(years)} years`;
}
