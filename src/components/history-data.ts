import { mustGet } from '../core/catalogue.ts';
import type { History } from '../core/combine/history.ts';
import { listHistory } from '../core/combine/history.ts';
import { getCatalogue } from '../io/site.ts';

/** How the laboratory limits of a plane came about. */
export async function getHistory(planeId: string): Promise<History> {
  const { catalogue } = await getCatalogue();
  return listHistory(mustGet(catalogue.planes, planeId), catalogue, 'laboratory');
}
