/**
 * Name of the cache that belongs to one build of the site. Other sites may share the origin: a name says the
 * path below which it is ours, and nothing else is ever opened or deleted.
 * @param scope path of the site with a slash at both ends
 */
export const cacheName = (scope: string, build: string): string => prefixOf(scope) + build;

/** The builds that have a cache below a path, in the order of the names given. */
export const buildsOf = (scope: string, names: readonly string[]): string[] =>
  names
    .filter((name) => name.startsWith(prefixOf(scope)))
    .map((name) => name.slice(prefixOf(scope).length));

const prefixOf = (scope: string): string => `dark-portals ${scope} `;

/** A build that has a cache. */
export interface CachedBuild {
  readonly build: string;
  /** True where a reader has saved all of it. */
  readonly isWhole: boolean;
}

/**
 * The builds whose caches may go when a build takes over: all but itself, the one before, whose pages a reader may
 * have read and not yet seen anew, and the last that was saved whole.
 * @param cached oldest first, as browsers list them
 */
export function listObsolete(cached: readonly CachedBuild[], current: string): string[] {
  const older = cached.filter(({ build }) => build !== current);
  const kept = [older.at(-1), older.findLast(({ isWhole }) => isWhole)];
  return older.filter((one) => !kept.includes(one)).map(({ build }) => build);
}
