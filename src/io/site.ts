import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Catalogue } from '../core/catalogue.ts';
import type { CombinedFile } from '../core/combine/combined-file.ts';
import { checkContent } from './check-content.ts';
import { formatMessages } from './report.ts';

/** Where the site is served; no host is invented. */
export const siteUrl = (process.env['SITE_URL'] ?? 'http://localhost:4321').replace(/\/+$/, '');

/** Path the site is served under, with a slash at both ends. */
export const basePath = `/${process.env['BASE'] ?? ''}/`.replace(/\/{2,}/g, '/');

/** The content version: date and hash of the last commit that changed the content. */
export interface ContentVersion {
  /** ISO date, or the build date outside a repository. */
  readonly date: string;
  readonly commit: string;
}

export interface Site {
  readonly catalogue: Catalogue;
  readonly version: ContentVersion;
}

const ROOT = 'content';

let site: Promise<Site> | undefined;

/**
 * The catalogue that every page is built from, read once per process.
 * @throws with the full report when the content has errors, unless DRAFT is set: nothing wrong is
 *   ever published.
 */
export function getCatalogue(): Promise<Site> {
  site ??= loadSite();
  return site;
}

async function loadSite(): Promise<Site> {
  const { catalogue, messages } = await checkContent(ROOT);
  const errors = messages.filter(({ severity }) => severity === 'error');
  if (errors.length > 0 && process.env['DRAFT'] === undefined) {
    throw new Error(
      `The content has errors; run npm run check.\n\n${formatMessages(errors, ROOT)}`,
    );
  }
  return { catalogue, version: readVersion() };
}

function readVersion(): ContentVersion {
  try {
    const log = execFileSync('git', ['log', '-1', '--format=%cs %h', '--', ROOT], {
      encoding: 'utf8',
    });
    const [date, commit] = log.trim().split(' ');
    if (date !== undefined && commit !== undefined) return { date, commit };
  } catch {
    // Outside a repository, for instance in an unpacked archive.
  }
  return { date: new Date().toISOString().slice(0, 10), commit: 'uncommitted' };
}

const combined = new Map<string, Promise<CombinedFile | undefined>>();

/** The combined limit of a plane as `npm run combine` wrote it; undefined when it has none. */
export function getCombined(plane: string): Promise<CombinedFile | undefined> {
  let file = combined.get(plane);
  if (file === undefined) {
    file = readFile(`${ROOT}/combined/${plane}.json`, 'utf8').then(
      (text) => JSON.parse(text) as CombinedFile,
      () => undefined,
    );
    combined.set(plane, file);
  }
  return file;
}
