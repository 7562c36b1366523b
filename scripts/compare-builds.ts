import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareFolders, describeDifference } from '../src/io/compare-folders.ts';
import { withWorktree } from '../src/io/release/git.ts';
import { ReleaseError } from '../src/io/release/release-error.ts';
import type { Step } from './steps.ts';
import { BUILD, runStep } from './steps.ts';
import { failUsage } from './usage.ts';

const HELP = `node scripts/compare-builds.ts

Builds the site and the npm package of the last commit twice, each time in a tree of its own, the second
time in another time zone and language, and compares all files byte by byte. Prints the number of files and
one digest over all of them, or the files that differ and where.

Exit code: 0 the same bytes, 1 something differs or a build failed, 2 the call is wrong.`;

/** How the second build's surroundings differ: half a day ahead, and letters with other capitals. */
const HERE = { TZ: 'UTC', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
const ELSEWHERE = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };

/** Files that are named; the rest is counted. */
const SHOWN = 10;

failUsage(() => parseArgs({ options: { help: { type: 'boolean' } } }), HELP);

async function build(folder: string, env: Readonly<Record<string, string>>): Promise<string> {
  const aside = (step: Step): Step => ({ ...step, folder, env, isAside: true });
  // The package lies beside the pages, so that one comparison sees both.
  const pack: Step = {
    name: 'pack the npm package',
    command: ['node', 'scripts/pack.ts', '--out', 'dist'],
  };
  for (const step of [BUILD, pack]) {
    const { ok } = await runStep(aside(step));
    if (!ok) throw new ReleaseError(`${step.name} failed in ${env['TZ'] ?? ''}`);
  }
  return join(folder, 'dist');
}

try {
  await withWorktree('.', (here) =>
    withWorktree('.', async (elsewhere) => {
      const first = await build(here, HERE);
      const second = await build(elsewhere, ELSEWHERE);
      const { count, digest, differences } = await compareFolders(first, second);
      if (differences.length === 0) {
        console.log(`${String(count)} files, the same bytes twice: sha256 ${digest}`);
        return;
      }
      process.exitCode = 1;
      console.log(`${String(differences.length)} files differ between two builds of one commit:`);
      for (const { file, why } of differences.slice(0, SHOWN)) {
        const where =
          why === 'not the same bytes' ? ` ${await describeDifference(first, second, file)}` : '';
        console.log(`  ${file}: ${why}${where}`);
      }
    }),
  );
} catch (error) {
  if (!(error instanceof ReleaseError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
