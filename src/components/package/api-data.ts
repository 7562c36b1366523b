import { readApi } from '../../io/package/read-api.ts';
import { type ApiEntry, type ApiPlaces, describeApi, listPlaces } from './describe-api.ts';

let api: Promise<{ readonly entries: readonly ApiEntry[]; readonly places: ApiPlaces }> | undefined;

/** The entries of the package, and where each symbol is described; read once per build. */
export const getApi = (): Promise<{
  readonly entries: readonly ApiEntry[];
  readonly places: ApiPlaces;
}> =>
  (api ??= readApi().then((read) => {
    const entries = describeApi(read);
    return { entries, places: listPlaces(entries) };
  }));
