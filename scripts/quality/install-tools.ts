import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The package of what only `npm run quality` needs. */
export const TOOLS = resolve('scripts/quality/tools');

/** The digest of the lock that is installed. */
const MARK = join(TOOLS, 'node_modules', '.installed-lock');

/**
 * Installs the tools where they are not those of the lock.
 * @throws when npm cannot, for instance without a network
 */
export function installTools(): void {
  const lock = readFileSync(join(TOOLS, 'package-lock.json'));
  const digest = createHash('sha256').update(lock).digest('hex');
  if (readMark() === digest) return;
  console.error('Installing the tools of npm run quality …');
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: TOOLS,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    throw new Error(
      `The tools of npm run quality could not be installed (${error?.message ?? `npm ci: exit ${String(status)}`}). ` +
        'It needs the network once: npm ci --prefix scripts/quality/tools',
    );
  writeFileSync(MARK, digest);
}

/**
 * Runs a program of the tools with its output shown.
 * @param failure what it means when it fails
 * @throws when it does
 */
export const runTool = (
  program: string,
  args: readonly string[],
  failure: string,
  folder = '.',
): Promise<void> =>
  new Promise((done, reject) => {
    const child = spawn(process.execPath, [join(TOOLS, 'node_modules', program), ...args], {
      cwd: folder,
      stdio: ['ignore', 2, 2],
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) done();
      else reject(new Error(`${failure} (exit ${String(code)}); see above`));
    });
  });

function readMark(): string | undefined {
  try {
    return readFileSync(MARK, 'utf8');
  } catch {
    return undefined;
  }
}
