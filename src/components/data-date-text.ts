import { describeAge } from '../core/release/data-age.ts';
import type { SiteStatus } from '../core/schema/site-status.ts';

const NEWER = 'Newer results may exist; the papers are the place to look.';

/** What every page says while nobody keeps the data up to date; undefined while somebody does. */
export function describeSleep(date: string, { mode, since, why }: SiteStatus): string | undefined {
  if (mode === 'active' || since === undefined || why === undefined) return undefined;
  const sentence = /[.!?]$/.test(why) ? why : `${why}.`;
  return `The data on this site are of ${date} and have not been kept up to date since ${since}. ${sentence} ${NEWER}`;
}

/**
 * What a page says by itself when its data have become old; undefined before.
 * @param today YYYY-MM-DD
 */
export function describeOld(date: string, today: string): string | undefined {
  const age = describeAge(date, today);
  return age && `The data on this site are of ${date}, ${age} ago. ${NEWER}`;
}
