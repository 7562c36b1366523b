import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compressFolder, KEPT_COPIES } from '../../src/io/compress-folder.ts';
import { SITE } from '../../src/io/replace-site.ts';
import { servePreview } from '../serve-preview.ts';

/**
 * Uses the built site served on loopback as hosts do it: compressed, with the headers of `src/layouts/policy.ts`.
 * A site that was built without compressed copies gets them first.
 * @param use is given the address of the site's root, without the last slash
 */
export async function serveCompressed<T>(
  port: number,
  use: (root: string) => Promise<T>,
): Promise<T> {
  if (!existsSync(join(SITE, 'index.html.br'))) await compressFolder(SITE, KEPT_COPIES);
  return servePreview(port, use);
}
