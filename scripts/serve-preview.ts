import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/**
 * Uses the built site of a folder, served as `npm run preview` does, by a process of its own.
 * @param use is given the address of the site's root, without the last slash
 * @throws with what the server said where it does not start, for instance because the port is in use
 */
export async function servePreview<T>(
  port: number,
  use: (root: string) => Promise<T>,
  folder = '.',
): Promise<T> {
  const server = spawn(process.execPath, ['scripts/preview.ts'], {
    cwd: folder,
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    return await use(await hearAddress(server));
  } finally {
    server.kill();
  }
}

/** The address that a server says it has. */
const hearAddress = (server: ChildProcessByStdio<null, null, Readable>): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    server.stderr.on('data', (chunk: Uint8Array) => {
      said += Buffer.from(chunk).toString('utf8');
      const address = /The site is at (\S+)\/ /.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    server.on('error', reject);
    server.on('close', () => {
      reject(new Error(`the site is not served: ${said.trim()}`));
    });
  });
