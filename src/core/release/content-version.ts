import type { ReleaseEntry } from './changelog.ts';
import { tagOf } from './version.ts';

/** The content version: which state of the content a page shows. */
export interface ContentVersion {
  /** Date of the last commit that changed the content, YYYY-MM-DD. */
  readonly date: string;
  /** That commit, shortened; ends in `-modified` where the files are not those of a commit. */
  readonly commit: string;
  /** The released version that has exactly this content, where there is one. */
  readonly release?: string;
}

/** Digits of a commit that pages show: as many in every clone, shallow or not. */
export const COMMIT_DIGITS = 10;

/** Stands for the commit where nothing says what it is. */
export const UNCOMMITTED = 'uncommitted';

/** True where pages can be cited by this version: a commit that others can find. */
export const isCommitted = ({ commit }: ContentVersion): boolean => /^[0-9a-f]+$/.test(commit);

/** A commit as pages show it, with the release that has the same content. */
export function nameVersion(
  date: string,
  hash: string,
  releases: readonly ReleaseEntry[],
): ContentVersion {
  const commit = hash.slice(0, COMMIT_DIGITS);
  const release = releases.find(({ content }) => content?.commit === commit)?.version;
  return { date, commit, ...(release === undefined ? {} : { release }) };
}

/**
 * The version that git wrote into the file `.content-version` when it made an archive: date, commit and the
 * nearest tag. An archive of a release has the content version that the changelog states for it, any
 * other that of the archived commit. Undefined where git did not write anything.
 */
export function readArchiveVersion(
  text: string,
  releases: readonly ReleaseEntry[],
): ContentVersion | undefined {
  const match = /^(\d{4}-\d{2}-\d{2}) ([0-9a-f]{40,64})(?: (\S+))?\s*$/.exec(text);
  if (match === null) return undefined;
  const [, date = '', hash = '', tag] = match;
  const release = releases.find(({ version }) => tagOf(version) === tag);
  const { content } = release ?? {};
  return content === undefined
    ? nameVersion(date, hash, releases)
    : nameVersion(content.date, content.commit, releases);
}
