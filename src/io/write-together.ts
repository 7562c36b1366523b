import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A file to be written or removed, and what it was. */
export interface FileChange {
  readonly path: string;
  /** Its new text; absent where it is removed. */
  readonly text?: string;
  /** Its text until now; absent where there was none. */
  readonly before?: string;
}

/**
 * Writes files, all of them or none: each is finished under another name first, a signal waits until the
 * last has its own, and what was renamed already is taken back where something fails. Only the death of the
 * process in between leaves some old and some new, each of them whole.
 * @throws what the file system says; then every file is as it was
 */
export function writeTogether(changes: readonly FileChange[]): void {
  // While a handler is set, a signal waits until this function has ended.
  const wait = (): void => undefined;
  process.on('SIGINT', wait).on('SIGTERM', wait);
  const staged: string[] = [];
  const done: FileChange[] = [];
  try {
    for (const { path, text } of changes) {
      if (text === undefined) continue;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(partial(path), text);
      staged.push(partial(path));
    }
    for (const change of changes) {
      if (change.text === undefined) rmSync(change.path);
      else renameSync(partial(change.path), change.path);
      done.push(change);
    }
  } catch (error) {
    for (const { path, before } of done) {
      if (before === undefined) rmSync(path);
      else writeFileSync(path, before);
    }
    for (const path of staged) rmSync(path, { force: true });
    throw error;
  } finally {
    process.off('SIGINT', wait).off('SIGTERM', wait);
  }
}

const partial = (path: string): string => `${path}.partial`;
