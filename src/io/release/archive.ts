import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseChangelog } from '../../core/release/changelog.ts';
import { tagOf } from '../../core/release/version.ts';
import { zipSite } from '../offline/zip-site.ts';
import { git } from './git.ts';
import { ReleaseError } from './release-error.ts';

/** What is archived of a release. */
export interface ArchiveRequest {
  /** The repository. */
  readonly folder: string;
  /** A version whose tag exists. */
  readonly version: string;
  /** Folder of the built site, where that is archived too. */
  readonly site?: string;
  /** Tarball of the npm package of that version, where that is archived too. */
  readonly tarball?: string;
  /** Where the files go. */
  readonly out: string;
}

const NAME = 'dark-portals';

/**
 * Writes the archives of a version: its source as git has it under its tag, a copy of the built site that works in any
 * folder, the npm package, their SHA-256 digests and the notes of the changelog. Made twice they are the same bytes. All of them or none.
 * @returns paths of the files, in order of name
 */
export async function writeArchives(request: ArchiveRequest): Promise<string[]> {
  const { folder, version, site, tarball } = request;
  // Git is run in another folder than this one.
  const out = resolve(request.out);
  const name = `${NAME}-${version}`;
  await mkdir(out, { recursive: true });
  const files: string[] = [];
  const partial = (path: string): string => `${path}.partial`;
  try {
    const source = join(out, `${name}.tar.gz`);
    files.push(source);
    await git(
      folder,
      ...['archive', '--format=tar.gz', `--prefix=${name}/`, '-o', partial(source)],
      tagOf(version),
    );
    if (site !== undefined) {
      const path = join(out, `${name}-site.zip`);
      files.push(path);
      await zipSite(site, partial(path), `${name}-site/`);
    }
    if (tarball !== undefined) {
      const path = join(out, `${name}-npm.tgz`);
      files.push(path);
      await copyFile(tarball, partial(path));
    }
    const notes = join(out, `${name}-notes.md`);
    const sums = join(out, `${name}-sha256.txt`);
    const lines = await Promise.all(
      files.map(async (path) => `${await digest(partial(path))}  ${basename(path)}\n`),
    );
    files.push(notes, sums);
    await writeFile(partial(notes), await readNotes(folder, version));
    await writeFile(partial(sums), lines.join(''));
    for (const path of files) await rename(partial(path), path);
    return files.toSorted();
  } catch (error) {
    await removeFiles([...files, ...files.map(partial)]);
    throw error;
  }
}

/** Removes what is there of some files. */
export async function removeFiles(paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(path, { force: true });
}

async function digest(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

/** What the changelog of that version says about it. */
async function readNotes(folder: string, version: string): Promise<string> {
  const text = await git(folder, 'show', `${tagOf(version)}:CHANGELOG.md`);
  const release = parseChangelog(text).find((entry) => entry.version === version);
  if (release === undefined) {
    throw new ReleaseError(
      `the changelog under the tag ${tagOf(version)} has no section ${version}; name a version that npm run release made`,
    );
  }
  const { content, notes } = release;
  const state =
    content === undefined ? '' : `Content of ${content.date}, revision \`${content.commit}\`.\n\n`;
  return `${state}${notes}\n`;
}
