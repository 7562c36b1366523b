/** How the laboratory limits of a plane came about. */
import type { PlaneEntry } from '../core/catalogue.ts';
import { mustGet } from '../core/catalogue.ts';
import type { History, HistoryEntry } from '../core/combine/history.ts';
import { listHistory } from '../core/combine/history.ts';
import { MOST_ROWS } from '../core/list-sizes.ts';
import { compareText } from '../core/message.ts';
import type { ListPage } from '../core/paginate.ts';
import { paginate } from '../core/paginate.ts';
import { getCatalogue } from '../io/site.ts';

/** How the laboratory limits of a plane came about. */
export async function getHistory(planeId: string): Promise<History> {
  const { catalogue } = await getCatalogue();
  return listHistory(mustGet(catalogue.planes, planeId), catalogue, 'laboratory');
}

/** What the papers of a date improved on a plane. */
export interface PlaneChange extends Pick<HistoryEntry, 'date' | 'improvements'> {
  readonly plane: PlaneEntry;
}

export interface ChangeList {
  /** By year, newest first. */
  readonly pages: readonly ListPage<PlaneChange>[];
  /** Limits of unknown date, which have no place in it. */
  readonly undated: number;
}

let changes: Promise<ChangeList> | undefined;

/** What improved which combined limit, on all planes, worked out once per process. */
export const listChanges = (): Promise<ChangeList> => (changes ??= gatherChanges());

async function gatherChanges(): Promise<ChangeList> {
  const { catalogue } = await getCatalogue();
  const histories = await Promise.all(
    [...catalogue.planes.values()].map(async (plane) => ({
      plane,
      history: await getHistory(plane.id),
    })),
  );
  const rows = histories
    .flatMap(({ plane, history }) =>
      history.entries
        .filter(({ improvements }) => improvements.length > 0)
        .map(({ date, improvements }) => ({ plane, date, improvements })),
    )
    .sort((a, b) => compareText(b.date, a.date) || compareText(a.plane.id, b.plane.id));
  const years = [...Map.groupBy(rows, ({ date }) => date.slice(0, 4))].map(([year, own]) => ({
    id: `year-${year}`,
    title: year,
    rows: own,
  }));
  return {
    pages: paginate(years, MOST_ROWS.changes, '/changes/'),
    undated: histories.reduce((sum, { history }) => sum + history.undated.length, 0),
  };
}
