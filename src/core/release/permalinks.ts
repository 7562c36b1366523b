import { compareText } from '../message.ts';
import type { Redirect } from '../schema/redirects.ts';

/**
 * Files of the built site that nobody is promised, by path: they belong to a build, or to the pages
 * that load them. Everything else a release serves stays where it is.
 */
const INTERNAL: readonly (readonly [RegExp, string])[] = [
  [/^\/(_astro|pagefind)\//, 'bundles and the search index, named anew by every build'],
  [/^\/figures\/(spec|curves|slices|sources|history)\//, 'what the figures of the pages load'],
  [/^\/check\/.*\.json$/, 'what the page /check/ loads'],
  [/^\/recast\/.*\.json$/, 'what the page /recast/ loads'],
  [/^\/contribute\/(source\/|.*\.json$)/, 'what the form on /contribute/ loads'],
  [/^\/cards\//, 'pictures for link previews'],
  [/^\/[^/]+\.(js|svg|txt|ico)$/, 'parts of every page'],
  [/^\/404\.html$/, 'the page for wrong addresses'],
];

/** Addresses that a site made of these files promises, sorted: a page is its folder. */
export function listPromised(files: readonly string[]): string[] {
  return files
    .filter((file) => INTERNAL.every(([pattern]) => !pattern.test(file)))
    .map(toAddress)
    .sort(compareText);
}

/** `/limits/a/index.html` is read at `/limits/a/`. */
export const toAddress = (file: string): string => file.replace(/\/index\.html$/, '/');

/** The file that answers at an address. */
export const toFile = (address: string): string =>
  address.endsWith('/') ? `${address}index.html` : address;

/** The addresses of `permalinks.txt`, one a line. */
export const parsePermalinks = (text: string): string[] =>
  text.split('\n').filter((line) => line !== '');

/** What is wrong with the first line of `permalinks.txt` that is not as a release writes it. */
export function findPermalinkFault(text: string):
  | {
      readonly line: number;
      readonly found: string;
      readonly expected: string;
      readonly fix: string;
    }
  | undefined {
  const lines = parsePermalinks(text);
  const at = lines.findIndex((line, i) => !/^\/\S*$/.test(line) || line <= (lines[i - 1] ?? ''));
  if (at === -1) return undefined;
  return {
    line: at + 1,
    found: `"${lines[at] ?? ''}"`,
    expected: 'addresses that begin with a slash, one a line, sorted, each once',
    fix: 'restore the file from the last release: it is written by npm run release, never by hand',
  };
}

/** The bytes of `permalinks.txt`. */
export const formatPermalinks = (addresses: readonly string[]): string =>
  addresses.map((address) => `${address}\n`).join('');

/** Every address ever released, with those of this release, sorted, each once. */
export const extendPermalinks = (
  released: readonly string[],
  promised: readonly string[],
): string[] => [...new Set([...released, ...promised])].sort(compareText);

/** Released addresses at which the site answers nothing. */
export function findVanished(released: readonly string[], files: readonly string[]): string[] {
  const known = new Set(files);
  return released.filter((address) => !known.has(toFile(address)));
}

/**
 * Where a released address leads by a redirect of a page: the page itself, its files beside it
 * (`/limits/<id>.csv`), and whatever else carries the id of a plane (`/figures/<id>-dark.svg`,
 * `/embed/<id>/`, `/api/v1/combined/<id>.json`). Undefined where none applies.
 */
export function followRedirect(
  address: string,
  redirects: readonly Redirect[],
): { readonly to: string; readonly redirect: Redirect } | undefined {
  for (const redirect of redirects) {
    if (address === redirect.from) return { to: redirect.to, redirect };
    const [old, now] = [splitPage(redirect.from), splitPage(redirect.to)];
    const folder = address.slice(0, address.lastIndexOf('/', address.length - 2) + 1);
    const isCompanion =
      folder === old.folder || (old.folder === '/planes/' && PLANE_FOLDERS.has(folder));
    if (!isCompanion) continue;
    const name = address.slice(folder.length);
    const rest = name.startsWith(old.id) ? name.slice(old.id.length) : undefined;
    if (rest === undefined || !/^(\/|(-dark)?\.[a-z0-9.-]+)$/.test(rest)) continue;
    const target = folder === old.folder ? now.folder : folder;
    return { to: `${target}${now.id}${rest}`, redirect };
  }
  return undefined;
}

/** Where a plane has files besides its own folder. */
const PLANE_FOLDERS: ReadonlySet<string> = new Set([
  '/embed/',
  '/figures/',
  '/api/v1/combined/',
  '/api/v1/planes/',
]);

/** `/limits/a/` as its folder `/limits/` and its name `a`. */
function splitPage(path: string): { folder: string; id: string } {
  const trimmed = path.slice(0, -1);
  const at = trimmed.lastIndexOf('/') + 1;
  return { folder: trimmed.slice(0, at), id: trimmed.slice(at) };
}
