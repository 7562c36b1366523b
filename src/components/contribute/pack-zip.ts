import { strToU8, zipSync } from 'fflate';
import type { ContributedFile } from './issue-text.ts';

/** Files are dated alike, so that the same contribution is the same archive. */
const DATE = new Date(1980, 0, 1);

/** The files as an archive that unpacks to the folders of the repository. */
export const packZip = (files: readonly ContributedFile[]): Uint8Array<ArrayBuffer> =>
  zipSync(Object.fromEntries(files.map(({ path, text }) => [path, strToU8(text)])), {
    mtime: DATE,
    level: 6,
  });
