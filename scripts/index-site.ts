import { join } from 'node:path';
import { finishOffline, offerCopy } from '../src/io/offline/finish-offline.ts';
import { settleSearchIndex } from '../src/io/settle-search-index.ts';
import { basePath, isPublished } from '../src/io/site.ts';
import { requireStep } from './steps.ts';

/**
 * Everything that is made of the finished pages, in order, before the site is put in its place.
 * @param folder the site in the making: nothing outside it is written
 * @throws {StepError} when a command fails
 */
export async function finishSite(folder: string): Promise<void> {
  await requireStep({
    name: 'index for search',
    command: ['pagefind', '--site', folder, '--silent'],
  });
  await settleSearchIndex(join(folder, 'pagefind'));
  // Files get their last names here: whatever reads or packs the site comes after.
  await finishOffline({ folder, base: basePath, isOff: process.env['OFFLINE'] === 'off' });
  if (isPublished) await offerCopy(folder, basePath);
}
