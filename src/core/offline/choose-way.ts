/** What is known of a request before it is answered. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  /** `navigate` for a page that is to be shown. */
  readonly mode: string;
  /** How the asker wants browser's own cache to be used. */
  readonly cache: string;
  /** True when only a part of a file is wanted. */
  readonly isRange: boolean;
}

/**
 * How a request is answered:
 * - `leave`: as if there were no worker;
 * - `named`: a file whose name belongs to its bytes: what is saved is right for ever;
 * - `page`: a page to be shown: the newest there is, what is saved where the network fails;
 * - `part`: a page that a script reads; the same, and an error where neither has it;
 * - `file`: any other file has one name in every build: from the network, else as it was saved with a whole build.
 */
export type Way = 'leave' | 'named' | 'page' | 'part' | 'file';

/** Files named by their content, below the root of the site. */
export const NAMED = '_astro/';

/** @param scope address below which the site is, ending in a slash */
export function chooseWay(asked: Asked, scope: string): Way {
  const { method, url, mode, cache, isRange } = asked;
  if (method !== 'GET' || isRange || !url.startsWith(scope)) return 'leave';
  // Who wants no stored answer gets none; a browser's own request for stored files only must not reach the network.
  if (cache === 'no-store' || cache === 'only-if-cached') return 'leave';
  const path = pathBelow(url, scope);
  if (path === WORKER) return 'leave';
  if (path.startsWith(NAMED)) return 'named';
  if (mode === 'navigate') return isPage(path) || !/\.[^/]*$/.test(path) ? 'page' : 'file';
  return isPage(path) ? 'part' : 'file';
}

/** The script of the worker itself, below the root of the site. */
export const WORKER = 'sw.js';

/** Path below the root, without query and fragment: what is saved depends on neither. */
export const pathBelow = (url: string, scope: string): string =>
  url.slice(scope.length).replace(/[?#].*$/s, '');

/** Pages are folders, and the few that are not end in `.html`. */
export const isPage = (path: string): boolean =>
  path === '' || path.endsWith('/') || path.endsWith('.html');

/** What of an answer matters for keeping it. */
export interface Answered {
  readonly status: number;
  /** `basic` for an answer of the own site that can be read. */
  readonly type: string;
  readonly redirected: boolean;
}

/** Whole, of this site, and from the address that was asked: anything else would be saved under a wrong name. */
export const isKeepable = ({ status, type, redirected }: Answered): boolean =>
  status === 200 && type === 'basic' && !redirected;
