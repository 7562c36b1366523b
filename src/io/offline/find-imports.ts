import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NAMED } from '../../core/offline/choose-way.ts';

/** Modules that a bundle loads before it runs, from its own folder. */
const IMPORT = /(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+)["'`]/g;

/** Bundles with every bundle they need; other files as they are. All are paths below the root. */
export async function findImports(
  folder: string,
  start: ReadonlySet<string>,
): Promise<Set<string>> {
  const found = new Set(start);
  // A set that grows while it is walked: what is added is walked, too.
  for (const path of found) {
    if (!path.endsWith('.js')) continue;
    const text = await readFile(join(folder, path), 'utf8');
    for (const [, name = ''] of text.matchAll(IMPORT)) found.add(NAMED + name);
  }
  return found;
}
