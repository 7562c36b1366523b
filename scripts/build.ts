import { parseArgs } from 'node:util';
import { compressFolder, KEPT_COPIES } from '../src/io/compress-folder.ts';
import { LockedError } from '../src/io/process-lock.ts';
import { replaceSite } from '../src/io/replace-site.ts';
import { finishSite } from './index-site.ts';
import { requireStep, StepError } from './steps.ts';
import { failUsage } from './usage.ts';

const HELP = `node scripts/build.ts [--compress]

Builds the site in a folder beside dist/ and puts it in the place of dist/ when it is finished. A build that
fails or is interrupted leaves dist/ as it was. With --compress, as npm run build has it, copies compressed with
Brotli and gzip stand beside the files of text, for servers that send them.

Exit code: 0 done, 1 the build failed or another is running, 2 the call is wrong.`;

const { compress = false } = failUsage(
  () => parseArgs({ options: { compress: { type: 'boolean' }, help: { type: 'boolean' } } }).values,
  HELP,
);
try {
  await replaceSite('.', async (folder) => {
    await requireStep({
      name: 'write the pages',
      command: ['astro', 'build', '--outDir', folder],
    });
    await finishSite(folder);
    if (!compress) return;
    const { files, bytes, made } = await compressFolder(folder, KEPT_COPIES);
    const [plain, brotli] = [bytes.plain, bytes.brotli].map((size) => (size / 1e6).toFixed(0));
    console.error(
      `── ${String(files)} files compressed, ${String(plain)} MB to ${String(brotli)} MB; ${String(made)} copies made anew`,
    );
  });
} catch (error) {
  if (!(error instanceof LockedError || error instanceof StepError)) throw error;
  console.error(`build: ${error.message}\nbuild: dist/ is as it was`);
  process.exitCode = 1;
}
