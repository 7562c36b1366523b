import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Another process holds a lock; the message says which. */
export class LockedError extends Error {
  override readonly name = 'LockedError';
}

/**
 * Takes a lock for this process: a file that names it. The lock of a process that has ended, however it
 * ended, is taken over.
 * @param doing what the lock is about, for the message: “building the site”
 * @returns what gives it back
 * @throws {LockedError} while another process that runs has it
 */
export function takeLock(file: string, doing: string): () => void {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${file}.${String(process.pid)}`;
  // A link appears with all that is in it, and only where there is none yet.
  writeFileSync(mine, describeProcess(process.pid));
  try {
    while (!tryLink(mine, file)) removeStale(file, doing);
  } finally {
    rmSync(mine, { force: true });
  }
  return () => {
    rmSync(file, { force: true });
  };
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function removeStale(file: string, doing: string): void {
  const found = readIfThere(file);
  if (found === undefined) return;
  requireStale(found, file, doing);
  // Put aside first: between reading and removing, another process may have taken the lock over.
  const aside = `${file}.${String(process.pid)}.stale`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  try {
    requireStale(readFileSync(aside, 'utf8'), file, doing);
  } catch (error) {
    tryLink(aside, file);
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** @throws {LockedError} where the process that a lock names still runs */
function requireStale(text: string, file: string, doing: string): void {
  const pid = Number(/^\d+/.exec(text)?.[0] ?? Number.NaN);
  if (!isRunning(pid) || describeProcess(pid) !== text) return;
  throw new LockedError(
    `process ${String(pid)} is ${doing} (${file}); wait until it has ended, or end it, then start again`,
  );
}

/** Whether a process runs; one of another user does, too. */
function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

/**
 * What a lock says of a process: its number and, where the system tells, when it started, for numbers are
 * given again.
 */
function describeProcess(pid: number): string {
  const stat = readIfThere(`/proc/${String(pid)}/stat`);
  // The name in parentheses may hold anything; the start is the 22nd field, the 20th after the name.
  const started = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  return `${String(pid)} ${started}`.trimEnd();
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ESRCH')) return undefined;
    throw error;
  }
}

const isCode = (error: unknown, code: string): boolean =>
  (error as NodeJS.ErrnoException).code === code;
