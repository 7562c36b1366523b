import { hash } from 'node:crypto';
import { copyFile, mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type BuildFacts,
  CURRENT_FILE,
  type CurrentBuild,
  LIST_DIGITS,
  type ListedFile,
  OFFLINE_PAGE,
  type Portion,
} from '../../core/offline/build-facts.ts';
import { BUILD_DIGITS, UNMARKED } from '../../core/offline/build-mark.ts';
import { NAMED, WORKER } from '../../core/offline/choose-way.ts';
import { choosePortion } from '../../core/offline/choose-portion.ts';
import { type Pin, pinAddresses } from '../../core/offline/pin-addresses.ts';
import { formatBytes } from '../../core/offline/format-bytes.ts';
import { listPromised, toAddress } from '../../core/release/permalinks.ts';
import { listFiles } from '../release/list-files.ts';
import { compileKillSwitch, compileWorker } from './compile-worker.ts';
import { findImports } from './find-imports.ts';
import { type ZippedSite, zipSite } from './zip-site.ts';

/** How a site is made ready to be read offline. */
export interface OfflineRequest {
  /** The built site, whose search index is there. */
  readonly folder: string;
  /** Path of the site with a slash at both ends. */
  readonly base: string;
  /** True where its worker shall go from all browsers that have it. */
  readonly isOff: boolean;
}

/** What is known of a file of a site. */
interface FoundFile {
  /** As `/a/index.html`. */
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 in hexadecimal. */
  readonly digest: string;
  /** Where the mark of the build goes. */
  readonly markAt?: number;
}

/** What scripts of pages load under one name in every build; each is given a name of its content. */
const LOADED_BY_SCRIPTS = [
  '/figures/spec',
  '/figures/curves',
  '/figures/slices',
  '/figures/history',
  '/figures/sources',
  '/check/briefs',
  '/recast/limits.json',
  '/recast/sources.json',
  '/contribute/catalogue.json',
  '/collection/limits.json',
  '/references.csl.json',
  '/references.bib',
  '/pagefind',
  '/theme.js',
  '/redirect.js',
];

/** Digits of a digest in a name. */
const NAME_DIGITS = 10;

/**
 * Gives what pages load names of their content, marks every page with the build it is of, and writes the lists of
 * files and the service worker. The id of a build is a digest of all its files.
 */
export async function finishOffline({
  folder,
  base,
  isOff,
}: OfflineRequest): Promise<CurrentBuild> {
  const pins = await pinFiles(folder);
  const files = await readFiles(folder, pins, base);
  const build = hash(
    'sha256',
    files.map(({ path, digest }) => `${digest} ${path}\n`).join(''),
  ).slice(0, BUILD_DIGITS);
  if (isOff) await writeFile(join(folder, WORKER), await compileKillSwitch());
  else await markPages(folder, files, build);
  const [pages, data] = await Promise.all([
    writeList(folder, build, 'pages', files),
    writeList(folder, build, 'data', files),
  ]);
  const current: CurrentBuild = { build, date: await readDate(folder), pages, data };
  if (isOff) return current;
  await writeInto(folder, CURRENT_FILE, JSON.stringify(current));
  const facts: BuildFacts = {
    build,
    date: current.date,
    shell: await listShell(folder, base),
    named: [...new Set(files.flatMap(({ path }) => nameOf(path) ?? []))],
  };
  await writeFile(join(folder, WORKER), await compileWorker(facts));
  return current;
}

/** Name of the copy, beside the page that offers it. */
export const COPY_FILE = `${OFFLINE_PAGE}dark-portals-site.zip`;

/** Writes a copy of the finished site as a ZIP file and offers it, with its size, on the page about reading offline. */
export async function offerCopy(folder: string, base: string): Promise<ZippedSite> {
  const copy = await zipSite(folder, join(folder, COPY_FILE), 'dark-portals/');
  const page = join(folder, OFFLINE_PAGE, 'index.html');
  const html = await readFile(page, 'utf8');
  const link = `, <a href="${base}${COPY_FILE}">dark-portals-site.zip</a> (${formatBytes(copy.bytes)}),`;
  await writeFile(page, html.replace(/<span data-copy[^>]*><\/span>/, link));
  return copy;
}

/** Moves what scripts load below `/_astro/<digest>/`; what is promised where it stands is copied. */
async function pinFiles(folder: string): Promise<Pin[]> {
  const all = await listFiles(folder);
  const pins: Pin[] = [];
  for (const from of LOADED_BY_SCRIPTS) {
    const files = all.filter((path) => path === from || path.startsWith(`${from}/`));
    if (files.length === 0) continue;
    const lines = await Promise.all(
      files.map(async (path) => `${hash('sha256', await readFile(join(folder, path)))} ${path}\n`),
    );
    const digest = hash('sha256', lines.join('')).slice(0, NAME_DIGITS);
    const to = `/${NAMED}${digest}${from}`;
    const isPromised = listPromised(files).length > 0;
    await mkdir(dirname(join(folder, to)), { recursive: true });
    if (isPromised) await copyFile(join(folder, from), join(folder, to));
    else await rename(join(folder, from), join(folder, to));
    pins.push({ from, to, isPromised });
  }
  return pins;
}

/** Reads every file once; pages get their new addresses on the way. */
async function readFiles(folder: string, pins: readonly Pin[], base: string): Promise<FoundFile[]> {
  const files: FoundFile[] = [];
  for (const path of await listFiles(folder)) {
    const at = join(folder, path);
    let content = await readFile(at);
    if (path.endsWith('.html')) {
      content = Buffer.from(pinAddresses(content.toString('utf8'), pins, base));
      await writeFile(at, content);
    }
    const markAt = path.endsWith('.html') ? content.indexOf(MARK) : -1;
    files.push({
      path,
      bytes: content.length,
      digest: hash('sha256', content),
      ...(markAt === -1 ? {} : { markAt: markAt + MARK.indexOf(UNMARKED) }),
    });
  }
  return files;
}

const MARK = `<meta name="build" content="${UNMARKED}"`;

async function markPages(
  folder: string,
  files: readonly FoundFile[],
  build: string,
): Promise<void> {
  for (const { path, markAt } of files) {
    if (markAt === undefined) continue;
    const file = await open(join(folder, path), 'r+');
    await file.write(build, markAt);
    await file.close();
  }
}

async function writeList(
  folder: string,
  build: string,
  portion: 'pages' | 'data',
  files: readonly FoundFile[],
): Promise<Portion> {
  const listed = files
    .filter(({ path }) => choosePortion(path) === portion)
    .map(({ path, bytes, digest, markAt }): ListedFile => {
      const below = toAddress(path).slice(1);
      const isKnown = below.startsWith(NAMED) || markAt !== undefined;
      return isKnown ? [below, bytes] : [below, bytes, digest.slice(0, LIST_DIGITS)];
    });
  const list = `${NAMED}${build}/${portion}.json`;
  await writeInto(folder, list, JSON.stringify(listed));
  return {
    list,
    files: listed.length,
    bytes: listed.reduce((sum, [, bytes]) => sum + bytes, 0),
  };
}

/** A named file as the worker knows it: the bundles one by one, the rest by their folders. */
function nameOf(path: string): string | undefined {
  if (!path.startsWith(`/${NAMED}`)) return undefined;
  const [first = '', ...rest] = path.slice(NAMED.length + 1).split('/');
  return rest.length === 0 ? NAMED + first : `${NAMED}${first}/`;
}

/** The page that says what is saved, with everything it needs but letters, which every page keeps that is read. */
async function listShell(folder: string, base: string): Promise<string[]> {
  const html = await readFile(join(folder, OFFLINE_PAGE, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="([^"]+)"/g)]
    .map(([, address = '']) => address)
    .filter((address) => address.startsWith(`${base}${NAMED}`) && !address.endsWith('.woff2'))
    .map((address) => address.slice(base.length));
  // Loaded when it is needed: a page whose build has gone says so with it.
  const notice = (await listFiles(join(folder, NAMED)))
    .filter((path) => path.startsWith('/update-notice.'))
    .map((path) => NAMED + path.slice(1));
  const all = await findImports(folder, new Set([...named, ...notice]));
  return [OFFLINE_PAGE, 'favicon.svg', 'manifest.webmanifest', ...[...all].sort()];
}

/** The date of the content, as the pages say it. */
async function readDate(folder: string): Promise<string> {
  const html = await readFile(join(folder, OFFLINE_PAGE, 'index.html'), 'utf8');
  return /<meta name="content-version" content="(\S{10})/.exec(html)?.[1] ?? '';
}

async function writeInto(folder: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}
