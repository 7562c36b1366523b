/**
 * Papers gathered while reading: keys of the bibliography in the order they were gathered, each with the
 * limits it was gathered for, if any.
 */
export type Collection = ReadonlyMap<string, readonly string[]>;

/** Under what name the browser keeps it. */
export const STORAGE_KEY = 'dark-portals-collection';

/** More papers than anybody cites; more is not read from anywhere. */
export const MOST_PAPERS = 500;

const VERSION = 1;
const MOST_LIMITS = 200;
const KEY = /^[A-Za-z0-9'.:-]{1,80}$/;
const LIMIT = /^[a-z0-9-]{1,120}$/;

/** A collection as text. */
export const formatCollection = (collection: Collection): string =>
  JSON.stringify({ version: VERSION, papers: [...collection] });

/** Reads what `formatCollection` wrote. What is broken, foreign or too much is left out. */
export function parseCollection(text: string | null): Collection {
  const collection = new Map<string, readonly string[]>();
  for (const paper of readPapers(text)) {
    const [key, limits] = Array.isArray(paper) ? (paper as unknown[]) : [];
    if (!isKey(key) || collection.size >= MOST_PAPERS) continue;
    const known = Array.isArray(limits) ? limits.filter(isLimit).slice(0, MOST_LIMITS) : [];
    collection.set(key, [...new Set(known)]);
  }
  return collection;
}

function readPapers(text: string | null): readonly unknown[] {
  try {
    const { version, papers } = Object(JSON.parse(text ?? '')) as Record<string, unknown>;
    return version === VERSION && Array.isArray(papers) ? papers : [];
  } catch {
    return [];
  }
}

const isKey = (value: unknown): value is string => typeof value === 'string' && KEY.test(value);
const isLimit = (value: unknown): value is string => typeof value === 'string' && LIMIT.test(value);

/** With these papers, and the limit they belong to. */
export function addPapers(
  collection: Collection,
  keys: readonly string[],
  limit?: string,
): Collection {
  const more = new Map(collection);
  for (const key of keys) {
    const limits = more.get(key) ?? [];
    more.set(key, limit === undefined || limits.includes(limit) ? limits : [...limits, limit]);
  }
  return more;
}

/** Without what was gathered for that limit; without a limit, without these papers. */
export function removePapers(
  collection: Collection,
  keys: readonly string[],
  limit?: string,
): Collection {
  const less = new Map(collection);
  for (const key of keys) {
    const limits = less.get(key)?.filter((one) => one !== limit) ?? [];
    if (limit === undefined || limits.length === 0) less.delete(key);
    else less.set(key, limits);
  }
  return less;
}

/** True where every one of these papers was gathered, for that limit if one is named. */
export const hasPapers = (
  collection: Collection,
  keys: readonly string[],
  limit?: string,
): boolean =>
  keys.every((key) => {
    const limits = collection.get(key);
    return limits !== undefined && (limit === undefined || limits.includes(limit));
  });

/** Keys as the query of an address that brings them. */
export const encodeKeys = (keys: Iterable<string>): string =>
  `?keys=${[...keys].map(encodeURIComponent).join(',').replaceAll('%3A', ':')}`;

/** Keys that an address brings: each once, and of what is none nothing. */
export const decodeKeys = (query: string): string[] =>
  [...new Set((new URLSearchParams(query).get('keys') ?? '').split(','))]
    .filter(isKey)
    .slice(0, MOST_PAPERS);
