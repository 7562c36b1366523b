import type { Limit } from '../catalogue.ts';
import type {
  CombinedFile,
  CombinedLevel,
  FrontierEntry,
  Point,
} from '../combine/combined-file.ts';
import type { Level, Scope } from '../combine/inputs.ts';
import { LEVELS, SCOPES } from '../combine/inputs.ts';
import type { ApiFile, ApiSite } from './api-file.ts';
import type { CombinedApiFile } from './schemas/combined-file.ts';

/** Path of the combined limit of a plane below `/api/v1/`. */
export const combinedPath = (plane: string): string => `combined/${plane}.json`;

/** Path of one scope and level of it as a table. */
export const combinedCsvPath = (plane: string, scope: Scope, level: Level): string =>
  `combined/${plane}.${scope}.${level}.csv`;

/** The combined limit of every plane as JSON, and of each scope and level as CSV. */
export const listCombinedFiles = (site: ApiSite): ApiFile[] =>
  [...site.combined.values()].flatMap((file): ApiFile[] => [
    {
      path: combinedPath(file.plane),
      mediaType: 'application/json',
      write: () => writeCombined(file, site),
    },
    ...SCOPES.flatMap((scope) =>
      LEVELS.map((level): ApiFile => ({
        path: combinedCsvPath(file.plane, scope, level),
        mediaType: 'text/csv',
        write: () => writeEnvelope(file.scopes[scope].levels[level], site.catalogue.limits),
      })),
    ),
  ]);

/** The file of the content with its version; programs rely on every byte of it. */
function writeCombined(file: CombinedFile, { version }: ApiSite): string {
  const written: CombinedApiFile = { contentVersion: version, ...file };
  return JSON.stringify(written);
}

/** Columns of `combined/<plane>.<scope>.<level>.csv`. */
export const ENVELOPE_COLUMNS = ['segment', 'mass', 'value', 'limit_id', 'texkey', 'cl'] as const;

/**
 * The envelope as a table: a row for each of its points, with the limit that holds from there to the next
 * row. Where one limit takes over from another there are two rows at the same mass.
 */
export function writeEnvelope(
  { envelope, frontier }: CombinedLevel,
  limits: ReadonlyMap<string, Limit>,
): string {
  const lines = envelope.flatMap((run, i) =>
    shareRun(run, frontier).flatMap(({ points, entry }) =>
      points.map(([mass, value]) =>
        [i + 1, mass, value, entry.limit, ...describeHolder(entry, limits)].join(','),
      ),
    ),
  );
  return `${[ENVELOPE_COLUMNS.join(','), ...lines].join('\n')}\n`;
}

/** Texkey and confidence level of who holds a range, empty where not known. */
export const describeHolder = (
  { limit, confidence }: Pick<FrontierEntry, 'limit' | 'confidence'>,
  limits: ReadonlyMap<string, Limit>,
): [texkey: string, level: string] => [
  findTexkey(limit, limits) ?? '',
  confidence === 'not-stated' ? '' : String(confidence),
];

/** Key of the paper of a limit, where one is known. */
export function findTexkey(id: string, limits: ReadonlyMap<string, Limit>): string | undefined {
  const key = limits.get(id)?.reference;
  return key === 'none-known' ? undefined : key;
}

/** The points of a contiguous stretch of the envelope, shared out among who holds it, in order of mass. */
function shareRun(
  run: readonly Point[],
  frontier: readonly FrontierEntry[],
): { readonly points: Point[]; readonly entry: FrontierEntry }[] {
  const [first, last] = [run[0]?.[0] ?? NaN, run.at(-1)?.[0] ?? NaN];
  const entries = frontier.filter(({ from, to }) => from >= first && to <= last);
  let at = 0;
  return entries.map((entry, i) => {
    const points: Point[] = [];
    const isLast = i === entries.length - 1;
    for (; at < run.length; at++) {
      const point = run[at];
      if (point === undefined || point[0] > entry.to) break;
      points.push(point);
      if (isLast || point[0] < entry.to) continue;
      // The next one begins at its own point where the envelope steps, else at this one.
      if (run[at + 1]?.[0] === entry.to) at += 1;
      break;
    }
    return { points, entry };
  });
}
