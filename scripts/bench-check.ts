import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CACHE_VARIABLE } from '../src/io/parse-cache.ts';
import { writeLargeCatalogue } from './bench-catalogue.ts';

const run = promisify(execFile);

export interface CheckTimes {
  /** `npm run check` as its user sees it, nothing kept from an earlier run. [s] */
  readonly coldSeconds: number;
  /** The same again. [s] */
  readonly warmSeconds: number;
  readonly cacheMegabytes: number;
}

/**
 * Times the command on a catalogue `times` as large as `content`, twice.
 * @throws when the large catalogue does not pass: the rules would be timed on their messages
 */
export async function measureCheck(content: string, times: number): Promise<CheckTimes> {
  const folder = await mkdtemp(join(tmpdir(), 'dark-portals-bench-'));
  try {
    const root = join(folder, 'content');
    await writeLargeCatalogue(content, root, times);
    const time = async (): Promise<number> => {
      const started = performance.now();
      await run(process.execPath, ['scripts/check.ts', '--root', root], {
        env: { ...process.env, [CACHE_VARIABLE]: folder },
        maxBuffer: 1e9,
      });
      return (performance.now() - started) / 1000;
    };
    const coldSeconds = await time();
    const warmSeconds = await time();
    const { size } = await stat(join(folder, 'parsed.txt'));
    return { coldSeconds, warmSeconds, cacheMegabytes: size / 1e6 };
  } finally {
    await rm(folder, { recursive: true });
  }
}
