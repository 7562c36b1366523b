import { rename, writeFile } from 'node:fs/promises';

/** Writes a file beside its place and moves it there: it is the old one or the new one, never a part. */
export async function replaceFile(path: string, text: string): Promise<void> {
  await writeFile(`${path}.partial`, text);
  await rename(`${path}.partial`, path);
}
