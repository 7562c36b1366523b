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
  [/^\/[^/]+\.(js|svg|txt|ico|webmanifest)$/, 'parts of every page'],
  [/^\/(icons|about\/offline)\/.*\.(png|json|zip)$/, 'what belongs to a build'],
  [/^\/[a-z]+\/page\/\d+\//, 'further pages of lists, whose rows move as the catalogue grows'],
  [/^\/404\.html$/, 'the page for wrong addresses'],
  [/^\/(_headers|\.htaccess)$/, 'settings of hosts'],
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
 * (`/limits/<id>.csv`), and whatever else carries its id: of a plane `/figures/<id>-dark.svg`, `/embed/<id>/`
 * and `/api/v1/combined/<id>.json`, of a limit `/api/v1/limits/<id>.json` and its HEPData submission.
 * Undefined where none applies.
 */
export function followRedirect(
  address: string,
  redirects: readonly Redirect[],
): { readonly to: string; readonly redirect: Redirect } | undefined {
  for (const redirect of redirects) {
    if (address === redirect.from) return { to: redirect.to, redirect };
    const [old, now] = [splitPage(redirect.from), splitPage(redirect.to)];
    const folder = [old.folder, ...(COMPANIONS[old.folder] ?? [])].find((one) =>
      address.startsWith(one + old.id),
    );
    if (folder === undefined) continue;
    const rest = renameRest(address.slice(folder.length + old.id.length), folder, old.id, now.id);
    if (rest === undefined) continue;
    const target = folder === old.folder ? now.folder : folder;
    return { to: `${target}${now.id}${rest}`, redirect };
  }
  return undefined;
}

/**
 * What follows the id in an address, as it is after a change of the id: a submission has its id in the names
 * of its tables again. Undefined where it is the address of something else.
 */
function renameRest(rest: string, folder: string, old: string, now: string): string | undefined {
  if (folder !== SUBMISSIONS) return /^(\/|(-dark)?\.[a-z0-9.-]+)$/.test(rest) ? rest : undefined;
  if (!/^\/[^/]+$/.test(rest)) return undefined;
  return rest.startsWith(`/${old}`) ? `/${now}${rest.slice(old.length + 1)}` : rest;
}

/** Where every limit has a folder of files. */
const SUBMISSIONS = '/api/v1/hepdata/';

/** Where what has a page in a folder has files besides. */
const COMPANIONS: Readonly<Record<string, readonly string[]>> = {
  '/planes/': ['/embed/', '/figures/', '/api/v1/combined/', '/api/v1/planes/'],
  '/limits/': ['/api/v1/limits/', SUBMISSIONS],
};

/** `/limits/a/` as its folder `/limits/` and its name `a`. */
function splitPage(path: string): { folder: string; id: string } {
  const trimmed = path.slice(0, -1);
  const at = trimmed.lastIndexOf('/') + 1;
  return { folder: trimmed.slice(0, at), id: trimmed.slice(at) };
}
