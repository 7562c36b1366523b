import { strToU8, zipSync } from 'fflate';

/**
 * The format knows local time only, and a text without a zone is read as such: the first day it can say,
 * in any time zone.
 */
const DATE = '1980-01-01T00:00:00';

/** Files as a ZIP archive, the same bytes for the same files, whenever and wherever it is made. */
export const packArchive = (
  files: Iterable<readonly [path: string, content: string | Uint8Array]>,
): Uint8Array<ArrayBuffer> =>
  zipSync(
    Object.fromEntries(
      Array.from(files, ([path, content]) => [
        path,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
    { mtime: DATE, level: 6 },
  );
