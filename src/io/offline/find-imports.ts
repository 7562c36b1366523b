import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NAMED } from '../../core/offline/choose-way.ts';
import { listImports } from '../../core/quality/page-loads.ts';

/** Bundles with every bundle that they load with themselves, from their own folder; other files as they are. All are paths below the root. */
export async function findImports(
  folder: string,
  start: ReadonlySet<string>,
): Promise<Set<string>> {
  const found = new Set(start);
  // A set that grows while it is walked: what is added is walked, too.
  for (const path of found) {
    if (!path.endsWith('.js')) continue;
    const text = await readFile(join(folder, path), 'utf8');
    for (const name of listImports(text))
      if (name.startsWith('./')) found.add(NAMED + name.slice(2));
  }
  return found;
}
