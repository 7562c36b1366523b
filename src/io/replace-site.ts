import * as fs from 'node:fs';
import { join } from 'node:path';
import { takeLock } from './process-lock.ts';

/** The site that is served, and the folder beside it in which the next one is made. */
export const SITE = 'dist';
export const WORKSHOP = 'dist.next';

/** In the workshop: the site that was just replaced, whole; and what only waits to be removed. */
const PREVIOUS = 'previous';
const WASTE = 'waste';
const LOCK = 'lock';

/** What the exchange does with files, one call after the other; a test ends it in between. */
export type FileCalls = Pick<typeof fs, 'existsSync' | 'renameSync' | 'rmSync'>;

/**
 * Makes a site in a folder beside the one there is and puts it in its place when it is finished. Until
 * then, and whatever happens meanwhile, the old one is as it was. What an interrupted run has left is
 * mended or removed first.
 * @param project the folder that holds `dist/`
 * @param make makes the whole site in the folder it is given; throws where it cannot
 * @throws {LockedError} while another process makes a site here
 */
export async function replaceSite(
  project: string,
  make: (folder: string) => Promise<void>,
): Promise<void> {
  const workshop = join(project, WORKSHOP);
  const unlock = takeLock(join(workshop, LOCK), 'building the site');
  // A name of its own: children of a run that was killed may still be writing to theirs.
  const folder = join(workshop, String(process.pid));
  const cleanUp = (): void => {
    // Repeated, because a program that was just ended may have written a last file.
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    unlock();
  };
  process.once('exit', cleanUp);
  try {
    restoreSite(project);
    clear(workshop);
    await make(folder);
    exchange(project, folder);
  } finally {
    process.off('exit', cleanUp);
    cleanUp();
  }
}

/**
 * Mends what a build that was killed has left, if it has: for those who read the site and build none.
 * @throws {LockedError} while another process makes a site here
 */
export function mendSite(project: string): void {
  if (!fs.existsSync(join(project, WORKSHOP, PREVIOUS))) return;
  const unlock = takeLock(join(project, WORKSHOP, LOCK), 'building the site');
  try {
    restoreSite(project);
  } finally {
    unlock();
  }
}

/**
 * Puts the site back that a run took away and was killed before it had put the new one there.
 * @returns true where there was something to mend
 */
export function restoreSite(project: string, files: FileCalls = fs): boolean {
  const [site, previous] = [join(project, SITE), join(project, WORKSHOP, PREVIOUS)];
  if (files.existsSync(site) || !files.existsSync(previous)) return false;
  files.renameSync(previous, site);
  return true;
}

/**
 * Puts a finished site in the place of the old one, by renaming; nothing but the death of the process
 * comes in between, and that `restoreSite` mends.
 */
export function exchange(project: string, finished: string, files: FileCalls = fs): void {
  const site = join(project, SITE);
  const inWorkshop = (name: string): string => join(project, WORKSHOP, name);
  const hasOld = files.existsSync(site);
  if (hasOld) files.renameSync(site, inWorkshop(PREVIOUS));
  try {
    files.renameSync(finished, site);
  } catch (error) {
    restoreSite(project, files);
    throw error;
  }
  if (!hasOld) return;
  // Renamed before it is removed: what is called previous is whole, or not there.
  files.renameSync(inWorkshop(PREVIOUS), inWorkshop(WASTE));
  files.rmSync(inWorkshop(WASTE), { recursive: true, force: true });
}

/** Removes everything that earlier runs have left in the workshop. */
function clear(workshop: string): void {
  for (const name of fs.readdirSync(workshop)) {
    if (!name.startsWith(LOCK)) fs.rmSync(join(workshop, name), { recursive: true, force: true });
  }
}
