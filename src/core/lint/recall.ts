import type { LintContext } from './rule.ts';

/** What was computed from the subjects in an earlier run, or is computed now: see `Remember`. */
export const recall = <T>(
  { remember }: Pick<LintContext, 'remember'>,
  what: string,
  subjects: readonly object[],
  compute: () => T,
): T => (remember === undefined ? compute() : remember(what, subjects, compute));
