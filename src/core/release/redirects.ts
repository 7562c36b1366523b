import type { Catalogue } from '../catalogue.ts';
import { chapterPath, isOwnChapter } from '../chapter-path.ts';
import type { Redirect } from '../schema/redirects.ts';

/** Kinds of entries with a page each, at `/<kind>/<id>/`. */
const PAGE_KINDS = [
  'limits',
  'planes',
  'searches',
  'models',
  'methods',
  'experiments',
  'portals',
] as const;
type PageKind = (typeof PAGE_KINDS)[number];

const CHAPTERS = 'review';

/** The entry a path names, whether there is one or not; undefined for pages that are no entry's. */
export function readEntryPath(
  path: string,
): { readonly kind: PageKind | 'chapters'; readonly id: string } | undefined {
  const [, folder, id, rest] = path.split('/');
  if (id === undefined || id === '' || rest !== '') return undefined;
  if (folder === CHAPTERS) return { kind: 'chapters', id };
  const kind = PAGE_KINDS.find((name) => name === folder);
  return kind && { kind, id };
}

/** True when the catalogue has the entry a path names; undefined for pages that are no entry's. */
function hasPage(path: string, catalogue: Catalogue): boolean | undefined {
  const entry = readEntryPath(path);
  if (entry === undefined) return undefined;
  const entries: ReadonlyMap<string, unknown> = catalogue[entry.kind];
  if (!entries.has(entry.id)) return false;
  return entry.kind !== 'chapters' || (isOwnChapter(entry.id) && chapterPath(entry.id) === path);
}

/** What is wrong with one redirect; `index` is its place in the file. */
export interface RedirectFault {
  readonly index: number;
  readonly key: 'from' | 'to';
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
}

/**
 * Faults that the catalogue alone can show: an old page that is still there, a new one that is not,
 * an old page twice, and steps that lead to another redirect. Pages that are no entry's are compared
 * with the built site.
 */
export function* checkRedirects(
  redirects: readonly Redirect[],
  catalogue: Catalogue,
): Generator<RedirectFault> {
  const seen = new Set<string>();
  for (const [index, { from, to }] of redirects.entries()) {
    if (seen.has(from)) {
      yield {
        index,
        key: 'from',
        found: `a second redirect from ${from}`,
        expected: 'one redirect for each old page',
        fix: 'keep the one that leads to the right page',
      };
    }
    seen.add(from);
    if (hasPage(from, catalogue) === true) {
      yield {
        index,
        key: 'from',
        found: `${from}, which is a page of the catalogue`,
        expected: 'an old page that no entry has any more',
        fix: 'remove the redirect, or rename the entry',
      };
    }
    const next = redirects.find((other) => other.from === to);
    if (next !== undefined) {
      yield {
        index,
        key: 'to',
        found: `${to}, which is redirected itself`,
        expected: 'the page where it ends',
        fix:
          from === next.to
            ? 'remove one of the two: they lead in a circle'
            : `write to: ${next.to}`,
      };
    } else if (hasPage(to, catalogue) === false) {
      yield {
        index,
        key: 'to',
        found: `${to}, which no entry of the catalogue has`,
        expected: 'the page where the same thing is now',
        fix: 'correct the path, or add the entry',
      };
    }
  }
}
