import { buildsOf, cacheName, type CachedBuild } from '../../core/offline/cache-names.ts';
import { isKeepable } from '../../core/offline/choose-way.ts';
import { SAVED_MARK, type SavedMark } from '../../core/offline/build-facts.ts';

/** A query chooses what a page shows, never what is served; nor does any header. */
const ANY_QUERY = { ignoreSearch: true, ignoreVary: true } as const;

/** Path of the site with a slash at both ends. */
const pathOf = (root: string): string => new URL(root).pathname;

/** Builds of which something is saved, oldest first. */
export const listBuilds = async (root: string): Promise<string[]> =>
  buildsOf(pathOf(root), await caches.keys());

export const openCache = (root: string, build: string): Promise<Cache> =>
  caches.open(cacheName(pathOf(root), build));

export const deleteCache = (root: string, build: string): Promise<boolean> =>
  caches.delete(cacheName(pathOf(root), build));

/** What is saved under an address, of the newest build that has it. */
export async function findSaved(root: string, url: string): Promise<Response | undefined> {
  for (const build of (await listBuilds(root)).reverse()) {
    const saved = await (await openCache(root, build)).match(url, ANY_QUERY);
    if (saved !== undefined) return saved;
  }
  return undefined;
}

/**
 * Saves an answer under its address without query. Whether it varies with headers of the request is of no
 * concern: a static file does not.
 */
export async function save(cache: Cache, url: string, response: Response): Promise<void> {
  if (!isKeepable(response)) throw new Error(`${url}: ${String(response.status)}`);
  const headers = new Headers(response.headers);
  headers.delete('vary');
  const plain = url.replace(/[?#].*$/s, '');
  await cache.put(plain, new Response(response.body, { headers }));
}

export async function readMark(root: string, build: string): Promise<SavedMark | undefined> {
  const saved = await (await openCache(root, build)).match(root + SAVED_MARK);
  return saved?.json() as Promise<SavedMark> | undefined;
}

export async function writeMark(root: string, build: string, mark: SavedMark): Promise<void> {
  await (await openCache(root, build)).put(root + SAVED_MARK, Response.json(mark));
}

/** Builds of which something is saved, oldest first, and whether all of it is. */
export async function describeBuilds(root: string): Promise<CachedBuild[]> {
  const builds = await listBuilds(root);
  return Promise.all(
    builds.map(async (build) => ({
      build,
      isWhole: (await readMark(root, build))?.isDone === true,
    })),
  );
}
