import { parseArgs } from 'node:util';
import { LockedError } from '../src/io/process-lock.ts';
import { replaceSite } from '../src/io/replace-site.ts';
import { finishSite } from './index-site.ts';
import { requireStep, StepError } from './steps.ts';
import { failUsage } from './usage.ts';

const HELP = `npm run build

Builds the site in a folder beside dist/ and puts it in the place of dist/ when it is finished. A build that
fails or is interrupted leaves dist/ as it was.

Exit code: 0 done, 1 the build failed or another is running, 2 the call is wrong.`;

failUsage(() => parseArgs({ options: { help: { type: 'boolean' } } }), HELP);
try {
  await replaceSite('.', async (folder) => {
    await requireStep({
      name: 'write the pages',
      command: ['astro', 'build', '--outDir', folder],
    });
    await finishSite(folder);
  });
} catch (error) {
  if (!(error instanceof LockedError || error instanceof StepError)) throw error;
  console.error(`build: ${error.message}\nbuild: dist/ is as it was`);
  process.exitCode = 1;
}
