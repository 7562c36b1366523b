import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { compareText } from '../../core/message.ts';

/** Every file below a folder, as `/a/b.html`, sorted. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(
      (entry) => `/${relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')}`,
    )
    .sort(compareText);
}
