import {
  type CurrentBuild,
  type Extent,
  LIST_DIGITS,
  type ListedFile,
} from '../../core/offline/build-facts.ts';
import { findBuild } from '../../core/offline/build-mark.ts';
import { isPage, NAMED } from '../../core/offline/choose-way.ts';
import { deleteCache, findSaved, listBuilds, openCache, save, writeMark } from './saved-files.ts';

/** How far it is. */
export interface Progress {
  readonly files: number;
  readonly bytes: number;
}

/** Files asked for at a time: browsers open six connections to a host where they have to open any. */
const LANES = 6;

/** The site was updated while it was being saved: what is left of it there belongs to another build. */
export class UpdatedError extends Error {
  override readonly name = 'UpdatedError';
}

/** A file could not be had. */
export class MissingError extends Error {
  override readonly name = 'MissingError';
}

/**
 * Saves a build, or goes on where an earlier run has stopped. Every file is that of the build: a page says so, a
 * name belongs to its bytes, and what has the same name in every build is compared with its digest.
 * @throws {UpdatedError} when the site has changed meanwhile
 * @throws {MissingError} when a file does not answer
 * @throws {DOMException} `QuotaExceededError` when the browser has no more room, `AbortError` when stopped
 */
export async function saveSite(
  root: string,
  current: CurrentBuild,
  extent: Extent,
  tell: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<void> {
  const { build } = current;
  const cache = await openCache(root, build);
  const portions = extent === 'all' ? [current.pages, current.data] : [current.pages];
  const lists = await Promise.all(portions.map(({ list }) => readList(root, list, signal)));
  await writeMark(root, build, { extent, isDone: false });
  const saved = new Set((await cache.keys()).map(({ url }) => url.slice(root.length)));
  const left = lists.flat();
  let progress: Progress = { files: 0, bytes: 0 };
  const count = (bytes: number): void => {
    progress = { files: progress.files + 1, bytes: progress.bytes + bytes };
    tell(progress);
  };
  const lanes = Array.from({ length: LANES }, async () => {
    for (let file = left.pop(); file !== undefined; file = left.pop()) {
      signal.throwIfAborted();
      // Names may hold what addresses spell otherwise.
      if (!saved.has(encodeURI(file[0]))) await saveFile(root, cache, build, file, signal);
      count(file[1]);
    }
  });
  await Promise.all(lanes);
  await writeMark(root, build, { extent, isDone: true });
  for (const other of await listBuilds(root)) if (other !== build) await deleteCache(root, other);
}

async function readList(root: string, path: string, signal: AbortSignal): Promise<ListedFile[]> {
  const response = await fetch(root + path, { signal });
  if (response.status === 404) throw new UpdatedError(path);
  if (!response.ok) throw new MissingError(`${path}: ${String(response.status)}`);
  return (await response.json()) as ListedFile[];
}

async function saveFile(
  root: string,
  cache: Cache,
  build: string,
  [path, , digest]: ListedFile,
  signal: AbortSignal,
): Promise<void> {
  const url = root + encodeURI(path);
  const older = isPage(path) ? undefined : await findSaved(root, url);
  if (older !== undefined && (await isRight(older.clone(), path, build, digest))) {
    await cache.put(url, older);
    return;
  }
  // Not into the browser's own cache as well: it would be stored twice.
  const response = await fetch(url, { signal, cache: 'no-store' });
  if (response.status === 404) throw new UpdatedError(path);
  if (!response.ok) throw new MissingError(`${path}: ${String(response.status)}`);
  if (!(await isRight(response.clone(), path, build, digest))) throw new UpdatedError(path);
  await save(cache, url, response);
}

/** True when a file is that of the build. */
async function isRight(
  response: Response,
  path: string,
  build: string,
  digest: string | undefined,
): Promise<boolean> {
  if (path.startsWith(NAMED)) return true;
  if (digest === undefined) return findBuild(await response.text()) === build;
  const bytes = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  return digest === shorten(new Uint8Array(bytes));
}

const shorten = (digest: Uint8Array): string =>
  [...digest.subarray(0, LIST_DIGITS / 2)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
