import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from './release/list-files.ts';

/** A file that two folders do not share byte by byte. */
export interface FileDifference {
  readonly file: string;
  readonly why: 'only in the first' | 'only in the second' | 'not the same bytes';
}

export interface FolderComparison {
  /** How many files the first has. */
  readonly count: number;
  /** SHA-256 over the names and digests of the first's files: one line for all of them. */
  readonly digest: string;
  /** In order of their names. */
  readonly differences: readonly FileDifference[];
}

/** What two folders have that is not the same in both. */
export async function compareFolders(first: string, second: string): Promise<FolderComparison> {
  const [before, after] = [await digestFiles(first), await digestFiles(second)];
  const files = [...new Set([...before.keys(), ...after.keys()])].sort();
  const differences = files.flatMap((file): FileDifference[] => {
    const [a, b] = [before.get(file), after.get(file)];
    if (a === b) return [];
    if (b === undefined) return [{ file, why: 'only in the first' }];
    return [{ file, why: a === undefined ? 'only in the second' : 'not the same bytes' }];
  });
  const list = [...before].map(([file, digest]) => `${digest}  ${file}\n`).join('');
  return { count: before.size, digest: hash(list), differences };
}

async function digestFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const digests = new Map<string, string>();
  for (const file of await listFiles(folder)) {
    digests.set(file, hash(await readFile(join(folder, file))));
  }
  return digests;
}

const hash = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** Characters around the place where two texts part. */
const AROUND = 60;

/** Where two files part, with what stands there; for people who look for the cause. */
export async function describeDifference(
  first: string,
  second: string,
  file: string,
): Promise<string> {
  const [a, b] = [await readFile(join(first, file)), await readFile(join(second, file))];
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const excerpt = (bytes: Buffer): string =>
    JSON.stringify(bytes.subarray(Math.max(0, at - AROUND), at + AROUND).toString('latin1'));
  return `from byte ${String(at)} (of ${String(a.length)} and ${String(b.length)}):\n    ${excerpt(a)}\n    ${excerpt(b)}`;
}
