import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Larger files are not shown and not repaired. */
const MOST_BYTES = 20e6;

/**
 * A reader of the files below a folder, each opened once and only when it is asked for; undefined for what is
 * no ordinary file. Bytes that are not UTF-8 stay what they are for nobody: such a file is not text.
 */
export function readTextOnce(root: string): (file: string) => string | undefined {
  const texts = new Map<string, string | undefined>();
  return (file) => {
    if (!texts.has(file)) texts.set(file, read(join(root, file)));
    return texts.get(file);
  };
}

function read(path: string): string | undefined {
  try {
    const stat = lstatSync(path);
    if (!stat.isFile() || stat.size > MOST_BYTES) return undefined;
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch {
    return undefined;
  }
}
