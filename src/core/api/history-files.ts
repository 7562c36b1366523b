import type { CombinedFile, CombinedLevel } from '../combine/combined-file.ts';
import { makeDescriber } from '../combine/combine.ts';
import { COMPUTED_DIGITS, roundTo } from '../combine/digits.ts';
import type { HistoryEntry, Shift } from '../combine/history.ts';
import { combineOn, listHistory } from '../combine/history.ts';
import type { Scope } from '../combine/inputs.ts';
import { mustGet } from '../catalogue.ts';
import type { ApiFile, ApiSite } from './api-file.ts';
import { schemaUrl } from './address.ts';
import type { HistoryFile } from './schemas/history-file.ts';
import { writeJson } from './write-json.ts';

/** Path of the history of a combined limit below `/api/v1/`. */
export const historyPath = (plane: string): string => `combined/${plane}.history.json`;

/** How the combined limit of every plane came about, and how it stood at the end of each year. */
export const listHistoryFiles = (site: ApiSite): ApiFile[] =>
  [...site.combined.values()].map((file) => ({
    path: historyPath(file.plane),
    mediaType: 'application/json',
    write: () => writeJson(describe(file, site)),
  }));

function describe(file: CombinedFile, site: ApiSite): HistoryFile {
  const { catalogue } = site;
  const plane = mustGet(catalogue.planes, file.plane);
  const describeState = makeDescriber();
  const describeScope = (scope: Scope): ScopeHistory => {
    const { entries, undated } = listHistory(plane, catalogue, scope);
    const lastDates = new Map(entries.map(({ date }) => [Number(date.slice(0, 4)), date]));
    return {
      undated: undated.map(({ id }) => id),
      steps: entries.map(describeStep),
      years: [...lastDates]
        .map(([year, date]) => ({
          year,
          ...describeState(combineOn(plane, catalogue, scope, date)),
        }))
        .filter((state, i, all) => i === 0 || !isSame(state, all[i - 1])),
    };
  };
  return {
    $schema: schemaUrl(site, 'combined-history'),
    contentVersion: site.version,
    ...{ plane: file.plane, x: file.x, y: file.y },
    scopes: { laboratory: describeScope('laboratory'), ee: describeScope('ee') },
  };
}

type ScopeHistory = HistoryFile['scopes'][Scope];

/** Whether two combined limits are the same in everything, down to who enters them. */
const isSame = (a: CombinedLevel, b: CombinedLevel | undefined): boolean =>
  b !== undefined && spell(a) === spell(b);

const spell = ({ inputs, envelope, frontier, regions }: CombinedLevel): string =>
  JSON.stringify([inputs, envelope, frontier, regions]);

const describeStep = (entry: HistoryEntry): ScopeHistory['steps'][number] => ({
  date: entry.date,
  improvements: entry.improvements.map(({ limit, improved, opened, islands }) => ({
    limit: limit.id,
    improved: improved && describeShift(improved),
    opened: opened && { ranges: opened.ranges, decades: roundTo(opened.decades, COMPUTED_DIGITS) },
    islands,
  })),
  unmoved: entry.unmoved.map(({ id }) => id),
  replaced: entry.replaced.map(({ id }) => id),
  weakened: entry.weakened && describeShift(entry.weakened),
  closed: entry.closed,
});

const describeShift = ({ ranges, factor, maximum }: Shift): Shift => ({
  ranges,
  factor: roundTo(factor, COMPUTED_DIGITS),
  maximum: roundTo(maximum, COMPUTED_DIGITS),
});
