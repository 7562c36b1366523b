import { readFile } from 'node:fs/promises';
import type { ApiFile, ApiSite } from '../core/api/api-file.ts';
import { listApiFiles } from '../core/api/list-files.ts';
import type { Catalogue } from '../core/catalogue.ts';
import type { CombinedFile } from '../core/combine/combined-file.ts';
import type { ContentHistory } from '../core/feeds/content-history.ts';
import type { ReleaseEntry } from '../core/release/changelog.ts';
import type { ContentVersion } from '../core/release/content-version.ts';
import type { SiteStatus } from '../core/schema/site-status.ts';
import { readStatus } from './check-addresses.ts';
import { checkContent } from './check-content.ts';
import { readContentHistory } from './content-history.ts';
import { readContentVersion, requireVersion } from './content-version.ts';
import { digestText } from './digest-text.ts';
import { formatMessages } from './report.ts';

/** Where the site is served; no host is invented. */
export const siteUrl = (process.env['SITE_URL'] ?? 'http://localhost:4321').replace(/\/+$/, '');

/** True where the address of the site is known: it is to be published. */
export const isPublished = process.env['SITE_URL'] !== undefined;

/** Path the site is served under, with a slash at both ends. */
export const basePath = `/${process.env['BASE'] ?? ''}/`.replace(/\/{2,}/g, '/');

export interface Site {
  readonly catalogue: Catalogue;
  readonly version: ContentVersion;
  /** Released versions, newest first. */
  readonly releases: readonly ReleaseEntry[];
  /** Whether the catalogue is kept up to date. */
  readonly status: SiteStatus;
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
  const { catalogue, messages, texts } = await checkContent(ROOT);
  const errors = messages.filter(({ severity }) => severity === 'error');
  if (errors.length > 0 && process.env['DRAFT'] === undefined) {
    throw new Error(
      `The content has errors; run npm run check.\n\n${formatMessages(errors, ROOT)}`,
    );
  }
  const { version, releases } = requireVersion(readContentVersion('.'), process.env);
  return { catalogue, version, releases, status: readStatus(texts).value };
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

let history: ContentHistory | undefined;

/** When the files of the content came in and changed, read once per process. */
export const getHistoryOfContent = (): ContentHistory => (history ??= readContentHistory('.'));

let apiSite: Promise<ApiSite> | undefined;

/** What the static API is written from, put together once per process. */
export function getApiSite(): Promise<ApiSite> {
  apiSite ??= loadApiSite();
  return apiSite;
}

async function loadApiSite(): Promise<ApiSite> {
  const { catalogue, version } = await getCatalogue();
  const files = await Promise.all([...catalogue.planes.keys()].map((plane) => getCombined(plane)));
  return {
    catalogue,
    version,
    combined: new Map(files.flatMap((file) => (file === undefined ? [] : [[file.plane, file]]))),
    url: siteUrl + basePath.replace(/\/$/, ''),
  };
}

let apiFiles: Promise<readonly ApiFile[]> | undefined;

/** Every file of the static API, listed once per process. */
export const getApiFiles = (): Promise<readonly ApiFile[]> =>
  (apiFiles ??= getApiSite().then((site) => listApiFiles(site, digestText)));
