import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NAMED } from '../../core/offline/choose-way.ts';

/** Modules a bundle loads before it runs, and the files a style sheet is drawn with, all in its folder. */
const IMPORT = /(?:\bfrom|\bimport)\s*["']\.\/([^"']+)["']/g;
const FONT = /url\((?:"|')?(?:[^)"']*\/)?([^)"'/]+\.woff2)(?:"|')?\)/g;

/** Bundles, style sheets and the fonts of text with everything they need, as paths below the root. */
export async function findImports(
  folder: string,
  start: ReadonlySet<string>,
): Promise<Set<string>> {
  const found = new Set(start);
  // A set that grows while it is walked: what is added is walked, too.
  for (const path of found) {
    if (!/\.(js|css)$/.test(path)) continue;
    const text = await readFile(join(folder, path), 'utf8');
    const names = path.endsWith('.js') ? text.matchAll(IMPORT) : text.matchAll(FONT);
    // Formulas are on few pages, and their letters in many files: a page keeps what it used.
    for (const [, name = ''] of names) if (!name.startsWith('KaTeX')) found.add(NAMED + name);
  }
  return found;
}
