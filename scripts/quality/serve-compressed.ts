import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { compressFolder } from '../../src/io/compress-folder.ts';
import { basePath } from '../../src/io/site.ts';

const DIST = 'dist';
const COPIES = 'node_modules/.cache/dark-portals/compressed';

/**
 * Uses the built site served on loopback as hosts do it: compressed, with the headers of `src/layouts/policy.ts`.
 * A site that was built without compressed copies gets them first.
 * @param use is given the address of the site's root, without the last slash
 */
export async function serveCompressed<T>(
  port: number,
  use: (root: string) => Promise<T>,
): Promise<T> {
  if (!existsSync(`${DIST}/index.html.br`)) await compressFolder(DIST, COPIES);
  const server = spawn('node', ['scripts/preview.ts'], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    await once(server.stderr, 'data');
    return await use(`http://localhost:${String(port)}${basePath.replace(/\/$/, '')}`);
  } finally {
    server.kill();
  }
}
