import type { Problem, Question, Statement } from './source.ts';

/** What was found on the way: said, asked, or refused. */
export interface Findings {
  readonly statements: Statement[];
  readonly questions: Question[];
  readonly problems: Problem[];
}

export const makeFindings = (): Findings => ({ statements: [], questions: [], problems: [] });

/** `1 row`, `3 rows`. */
export const countRows = (rows: number): string => (rows === 1 ? '1 row' : `${String(rows)} rows`);

/** At most as many as fit a sentence, and how many more there are. */
export const listSome = (items: readonly string[], most = 5): string =>
  items.length <= most
    ? items.join(', ')
    : `${items.slice(0, most).join(', ')} and ${String(items.length - most)} more`;
