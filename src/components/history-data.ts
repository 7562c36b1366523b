import { mustGet } from '../core/catalogue.ts';
import type { History } from '../core/combine/history.ts';
import { listHistory } from '../core/combine/history.ts';
import { getCatalogue } from '../io/site.ts';

const histories = new Map<string, Promise<History>>();

/** How the laboratory limits of a plane came about, worked out once however many pages show it. */
export function getHistory(planeId: string): Promise<History> {
  const known = histories.get(planeId);
  // In development the content changes under a running server.
  if (known !== undefined && !import.meta.env.DEV) return known;
  const history = getCatalogue().then(({ catalogue }) =>
    listHistory(mustGet(catalogue.planes, planeId), catalogue, 'laboratory'),
  );
  histories.set(planeId, history);
  return history;
}
