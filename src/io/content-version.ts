import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReleaseEntry } from '../core/release/changelog.ts';
import { parseChangelog } from '../core/release/changelog.ts';
import type { ContentVersion } from '../core/release/content-version.ts';
import { nameVersion, readArchiveVersion, UNCOMMITTED } from '../core/release/content-version.ts';
import { PERMALINKS_FILE } from '../core/release/site-files.ts';
import { askGit, isShallow } from './ask-git.ts';

/** The content of a folder, and what a reader of its version should know. */
export interface VersionRead {
  readonly version: ContentVersion;
  readonly releases: readonly ReleaseEntry[];
  /** Why the version is not exact; absent where it is. */
  readonly doubt?: string;
}

/** Written into archives by git (`export-subst` in `.gitattributes`). */
const ARCHIVE_FILE = '.content-version';

/** The content, without the list that a release extends: releasing changes no data. */
const CONTENT = ['--', 'content', `:(exclude)content/${PERMALINKS_FILE}`];

/**
 * The content version of a working tree or an unpacked archive: date and commit of the last commit that
 * changed `content/`. Never throws: what is not known is a doubt.
 */
export function readContentVersion(folder: string): VersionRead {
  const releases = readReleases(folder);
  return readFromGit(folder, releases) ?? readFromArchive(folder, releases);
}

/**
 * The version for a build, its doubt said aloud.
 * @throws when it is in doubt and SITE_URL says that the site is to be published, unless DRAFT is set
 */
export function requireVersion(
  read: VersionRead,
  env: Readonly<Record<string, string | undefined>>,
): VersionRead {
  if (read.doubt === undefined) return read;
  const text = `The content version is not certain: ${read.doubt}.`;
  if (env['SITE_URL'] !== undefined && env['DRAFT'] === undefined) {
    throw new Error(
      `${text}\nSITE_URL is set, so the site would be published; DRAFT=1 builds it all the same.`,
    );
  }
  console.warn(text);
  return read;
}

function readReleases(folder: string): ReleaseEntry[] {
  const text = readText(join(folder, 'CHANGELOG.md'));
  return text === undefined ? [] : parseChangelog(text);
}

/** Undefined outside a repository, and in one that does not track this content. */
function readFromGit(folder: string, releases: readonly ReleaseEntry[]): VersionRead | undefined {
  const [date, hash] = (askGit(folder, 'log', '-1', '--format=%cs %H', ...CONTENT) ?? '').split(
    ' ',
  );
  if (date === undefined || hash === undefined) return undefined;
  const version = nameVersion(date, hash, releases);
  if (askGit(folder, 'status', '--porcelain', ...CONTENT) !== '') {
    const { date, commit } = version;
    return {
      version: { date, commit: `${commit}-modified` },
      releases,
      doubt: 'content/ has changes that are not committed; commit them',
    };
  }
  return isCutOff(folder, hash)
    ? {
        version,
        releases,
        doubt: `this clone is shallow: the content is that of ${version.commit} but may have last changed before; fetch the whole history (git fetch --unshallow, or fetch-depth: 0)`,
      }
    : { version, releases };
}

/** True where the history ends at that commit because the clone is shallow. */
const isCutOff = (folder: string, hash: string): boolean =>
  isShallow(folder) && askGit(folder, 'rev-list', '--parents', '-1', hash) === hash;

function readFromArchive(folder: string, releases: readonly ReleaseEntry[]): VersionRead {
  const version = readArchiveVersion(readText(join(folder, ARCHIVE_FILE)) ?? '', releases);
  if (version !== undefined) return { version, releases };
  // No clock: building twice gives the same pages.
  const [latest] = releases;
  return {
    version: { date: latest?.content?.date ?? latest?.date ?? '1970-01-01', commit: UNCOMMITTED },
    releases,
    doubt:
      'nothing says which version of the content this is; build in a clone, or in an archive made by git',
  };
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
