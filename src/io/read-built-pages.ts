import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltPage } from '../core/quality/page-integrity.ts';
import { listFiles } from './release/list-files.ts';

/** A built site as it lies on disk. */
export interface BuiltSite {
  /** Paths of all files below its root, each with a slash in front. */
  readonly files: readonly string[];
  /** Its pages; those that only lead on are no pages of the site. */
  readonly pages: readonly BuiltPage[];
}

/** Reads all pages of the site that was built into a folder. */
export async function readBuiltPages(folder: string): Promise<BuiltSite> {
  const files = await listFiles(folder);
  const pages = files
    .filter((path) => path.endsWith('.html') && !path.startsWith('/pagefind/'))
    .map((path) => ({ path, html: readFileSync(join(folder, path), 'utf8') }))
    .filter(({ html }) => !html.includes('<body data-moved>'));
  return { files, pages };
}
