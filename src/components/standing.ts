import type { CombinedFile } from '../core/combine/combined-file.ts';
import type { Limit } from '../core/catalogue.ts';

/** A mass range [GeV] where a limit leads, and by how much. */
export interface Lead {
  readonly from: number;
  readonly to: number;
  readonly runnerUp?: string;
  readonly factor?: number;
}

/** How a limit stands in one scope of its plane's combined limit. */
export interface Standing {
  readonly leads: readonly Lead[];
  /** Limits that lead elsewhere within its mass range, in order of mass. */
  readonly beatenBy: readonly string[];
}

/** Reads who leads from the frontier; undefined where the limit does not enter the combination. */
export function findStanding(
  limit: Limit,
  combined: CombinedFile | undefined,
  scope: 'ee' | 'laboratory',
): Standing | undefined {
  const level = combined?.scopes[scope].levels.all;
  if (!level?.inputs.includes(limit.id)) return undefined;
  const leads = level.frontier.filter((entry) => entry.limit === limit.id);
  const [from, to] = limit.massRange;
  const others = level.frontier.filter(
    (entry) => entry.limit !== limit.id && entry.to > from && entry.from < to,
  );
  return { leads, beatenBy: [...new Set(others.map((entry) => entry.limit))] };
}
