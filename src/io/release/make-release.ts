import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addRelease, parseChangelog } from '../../core/release/changelog.ts';
import { updateCitation, updatePackage, writeZenodo } from '../../core/release/citation.ts';
import type { PackageFacts } from '../../core/release/codemeta.ts';
import { writeCodemeta } from '../../core/release/codemeta.ts';
import { isCommitted } from '../../core/release/content-version.ts';
import type { DataChanges } from '../../core/release/data-changes.ts';
import { compareData, hasNew } from '../../core/release/data-changes.ts';
import {
  extendPermalinks,
  findVanished,
  formatPermalinks,
  listPromised,
  parsePermalinks,
} from '../../core/release/permalinks.ts';
import { writeReleaseNotes } from '../../core/release/release-notes.ts';
import { PERMALINKS_FILE } from '../../core/release/site-files.ts';
import { fillUnread } from '../../core/release/unread-entries.ts';
import { compareVersions, nextVersion, parseVersion, tagOf } from '../../core/release/version.ts';
import { readRedirects } from '../check-addresses.ts';
import { readContentVersion } from '../content-version.ts';
import { readContent } from '../read-content.ts';
import { readRevision } from '../read-revision.ts';
import { removeFiles, writeArchives } from './archive.ts';
import { git, gitSucceeds, withWorktree } from './git.ts';
import { listFiles } from './list-files.ts';
import { ReleaseError } from './release-error.ts';

/** What to release. */
export interface ReleaseRequest {
  /** The repository: its working tree has to be clean. */
  readonly folder: string;
  /** Absent where it follows from what changed. */
  readonly version?: string;
  /** Date of the release, YYYY-MM-DD. */
  readonly date: string;
  /** Revision of the last release, where it has no tag. */
  readonly since?: string;
  /** The branch that is released. */
  readonly branch: string;
  /** Where the archives go. */
  readonly out: string;
  /** True to find out what would be done. */
  readonly isDryRun: boolean;
}

/** What a release needs of the project, each in the folder given; a failure is an error thrown. */
export interface ReleaseSteps {
  /** Checks the content and what is generated from it. */
  readonly check: (folder: string) => Promise<void>;
  /** Builds the site into `dist/`. */
  readonly build: (folder: string) => Promise<void>;
  /** Makes the tarball of the npm package; its path. */
  readonly pack: (folder: string) => Promise<string>;
}

/** What was released, or would be. */
export interface Release {
  readonly version: string;
  /** The version before, and the revision it was compared with. */
  readonly last: string;
  readonly base: string;
  /** The generated part of the changelog. */
  readonly notes: string;
  /** Addresses that are promised from now on. */
  readonly newAddresses: readonly string[];
  /** Archives; empty in a dry run. */
  readonly archives: readonly string[];
}

/**
 * Makes a release: everything is written, built, committed and tagged in a tree of its own, and the
 * branch moves to it as the last thing. Whatever fails, the repository and its tree are as they were.
 * @throws {ReleaseError} with what was found, what was expected and what to do
 */
export async function makeRelease(request: ReleaseRequest, steps: ReleaseSteps): Promise<Release> {
  const { folder, isDryRun } = request;
  await requireReady(request);
  return withWorktree(folder, async (tree) => {
    await steps.check(tree);
    const plan = await writeFiles(tree, request);
    await steps.build(tree);
    const newAddresses = await writePermalinks(tree);
    const tarball = await steps.pack(tree);
    const release = { ...plan, newAddresses };
    return { ...release, archives: isDryRun ? [] : await publish(tree, request, plan, tarball) };
  });
}

/** What changed since the last release, without checking or building anything. */
export async function previewNotes(
  request: Pick<ReleaseRequest, 'folder' | 'since'>,
): Promise<{ readonly notes: string; readonly last: string; readonly base: string }> {
  const { notes, last, base } = await compareWithLast(request.folder, request.since);
  return { notes, last, base };
}

async function requireReady({ folder, branch }: ReleaseRequest): Promise<void> {
  const changes = await git(folder, 'status', '--porcelain');
  if (changes !== '') {
    throw new ReleaseError(
      `the working tree has changes that are not committed:\n${changes}\ncommit them, or put them aside`,
    );
  }
  const here = await git(folder, 'rev-parse', '--abbrev-ref', 'HEAD');
  if (here !== branch) {
    throw new ReleaseError(
      `the branch here is ${here}; expected ${branch}; git switch ${branch}, or name another with --branch`,
    );
  }
}

interface Plan {
  readonly version: string;
  readonly last: string;
  readonly base: string;
  readonly notes: string;
}

interface Comparison {
  readonly last: string;
  readonly base: string;
  readonly notes: string;
  readonly changes: DataChanges;
}

/** The data of a tree against those of the last release. */
async function compareWithLast(folder: string, since: string | undefined): Promise<Comparison> {
  const [newest] = parseChangelog(await readFile(join(folder, 'CHANGELOG.md'), 'utf8'));
  if (newest === undefined) {
    throw new ReleaseError(
      'CHANGELOG.md has no released version; expected one to go on from; add it',
    );
  }
  const base = since ?? tagOf(newest.version);
  const isKnown = await gitSucceeds(folder, 'rev-parse', '--verify', '--quiet', `${base}^{commit}`);
  if (!isKnown) {
    throw new ReleaseError(
      `there is no revision ${base} to compare with; git fetch --tags, or name the commit of version ${newest.version} with --since`,
    );
  }
  const content = join(folder, 'content');
  const old = await readRevision(base, content);
  const now = await readContent(content);
  const redirects = readRedirects(now.texts).value;
  const errors = old.messages.filter(({ severity }) => severity === 'error');
  const { catalogue, unread } = fillUnread(
    { ...old, faulty: new Set(errors.map(({ file }) => file)) },
    now.catalogue,
    redirects,
  );
  const changes = compareData(catalogue, now.catalogue, redirects);
  const notes = writeReleaseNotes(changes, now.catalogue, unread);
  return { last: newest.version, base, changes, notes };
}

/** Writes everything that does not depend on the built site. */
async function writeFiles(tree: string, request: ReleaseRequest): Promise<Plan> {
  const { date, since } = request;
  const { last, base, notes, changes } = await compareWithLast(tree, since);
  const version = chooseVersion(request.version, last, hasNew(changes));
  if (await gitSucceeds(tree, 'rev-parse', '--verify', '--quiet', `refs/tags/${tagOf(version)}`)) {
    throw new ReleaseError(`there is a tag ${tagOf(version)} already; choose another --version`);
  }
  const { version: content, doubt } = readContentVersion(tree);
  if (doubt !== undefined || !isCommitted(content)) {
    throw new ReleaseError(`the content version is not certain: ${doubt ?? content.commit}`);
  }
  const edit = async (file: string, change: (text: string) => string): Promise<string> => {
    const text = change(await readFile(join(tree, file), 'utf8'));
    await writeFile(join(tree, file), text);
    return text;
  };
  const entry = { version, date, content, generated: notes };
  await edit('CHANGELOG.md', (text) => addRelease(text, entry));
  const citation = await edit('CITATION.cff', (text) => updateCitation(text, entry));
  await writeFile(join(tree, '.zenodo.json'), writeZenodo(citation, entry));
  const facts = JSON.parse(await readFile(join(tree, 'package.json'), 'utf8')) as PackageFacts;
  const { name } = facts;
  await writeFile(join(tree, 'codemeta.json'), writeCodemeta(citation, facts, entry));
  await edit('package.json', (text) => updatePackage(text, name, version, 1));
  await edit('package-lock.json', (text) => updatePackage(text, name, version, 2));
  return { version, last, base, notes };
}

/** The version asked for, which has to be later than the last; else what follows from the changes. */
function chooseVersion(asked: string | undefined, last: string, isNew: boolean): string {
  const before = parseVersion(last) ?? [0, 0, 0];
  if (asked === undefined) return nextVersion(before, isNew);
  const version = parseVersion(asked);
  if (version === undefined || compareVersions(version, before) <= 0) {
    throw new ReleaseError(
      `--version ${asked}; expected a version later than ${last}, such as ${nextVersion(before, isNew)}`,
    );
  }
  return asked;
}

/**
 * Adds what the built site promises to the list of addresses.
 * @returns the new ones
 * @throws {ReleaseError} when an address of an earlier release leads nowhere
 */
async function writePermalinks(tree: string): Promise<string[]> {
  const path = join(tree, 'content', PERMALINKS_FILE);
  const released = parsePermalinks(await readFile(path, 'utf8').catch(() => ''));
  const files = await listFiles(join(tree, 'dist'));
  const vanished = findVanished(released, files);
  if (vanished.length > 0) {
    throw new ReleaseError(describeVanished(vanished));
  }
  const promised = listPromised(files);
  await writeFile(path, formatPermalinks(extendPermalinks(released, promised)));
  const known = new Set(released);
  return promised.filter((address) => !known.has(address));
}

/** Addresses a message names; the rest is counted. */
const SHOWN = 10;

function describeVanished(vanished: readonly string[]): string {
  const left = vanished.length - SHOWN;
  const shown = vanished.slice(0, SHOWN).join('\n  ');
  return (
    `${String(vanished.length)} released addresses lead nowhere any more:\n  ${shown}` +
    `${left > 0 ? `\n  and ${String(left)} more` : ''}\n` +
    'say where each page is now in content/redirects.yaml ({from, to, why}), or bring it back'
  );
}

/** Commits, tags and archives, then moves the branch; undoes the first three when something fails. */
async function publish(
  tree: string,
  { folder, out }: ReleaseRequest,
  { version, notes }: Plan,
  tarball: string,
): Promise<string[]> {
  const written = ['CHANGELOG.md', 'CITATION.cff', '.zenodo.json', 'codemeta.json'];
  const packages = ['package.json', 'package-lock.json'];
  await git(tree, 'add', '--', ...written, ...packages, `content/${PERMALINKS_FILE}`);
  await git(tree, 'commit', '--quiet', '-m', `release: ${version}`);
  const commit = await git(tree, 'rev-parse', 'HEAD');
  const tag = tagOf(version);
  let archives: string[] = [];
  // Markdown headings are no comments.
  await git(tree, 'tag', '-a', '--cleanup=whitespace', '-m', `${version}\n\n${notes}`, tag, commit);
  try {
    archives = await writeArchives({
      folder: tree,
      version,
      site: join(tree, 'dist'),
      tarball,
      out,
    });
    await git(folder, 'merge', '--quiet', '--ff-only', commit);
    return archives;
  } catch (error) {
    await git(folder, 'tag', '-d', tag);
    await removeFiles(archives);
    throw error;
  }
}
