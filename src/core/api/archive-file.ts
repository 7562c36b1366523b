import { packArchive } from '../formats/pack-archive.ts';
import { SITE_NAME } from '../formats/bibtex-entry.ts';
import type { ApiFile, ApiSite } from './api-file.ts';
import { citeCatalogue, describeCiting } from './cite-catalogue.ts';
import { FILE_KINDS } from './describe-files.ts';
import { COMBINED_SENTENCE, LICENCE, SITE_SUMMARY } from './site-words.ts';

export const ARCHIVE_PATH = 'dark-portals.zip';

/** Folder of the archive, so that it unpacks into one. */
const FOLDER = 'dark-portals/';

/** What is there twice: the submission of everything holds that of every limit. */
const LEFT_OUT = 'hepdata/';

/** All other files as one archive, with a text that says what they are. */
export function listArchiveFiles(site: ApiSite, files: readonly ApiFile[]): ApiFile[] {
  // Packed once: the page that says how large it is asks for it too.
  let packed: Uint8Array<ArrayBuffer> | undefined;
  const write = (): Uint8Array<ArrayBuffer> =>
    (packed ??= packArchive(listEntries(site, files), site.version.date));
  return [{ path: ARCHIVE_PATH, mediaType: 'application/zip', write }];
}

/** One after the other: the whole is too large to be held at once. */
function* listEntries(
  site: ApiSite,
  files: readonly ApiFile[],
): Generator<readonly [path: string, content: string | Uint8Array]> {
  yield [`${FOLDER}README.md`, writeReadme(site)];
  for (const { path, write } of files) {
    if (!path.startsWith(LEFT_OUT)) yield [`${FOLDER}${path}`, write()];
  }
}

function writeReadme(site: ApiSite): string {
  const rows = FILE_KINDS.filter(
    ({ path }) => path !== ARCHIVE_PATH && !path.startsWith(LEFT_OUT),
  ).map(({ path, what }) => `- \`${path}\`: ${what}`);
  return `# ${SITE_NAME}

${SITE_SUMMARY}

${citeCatalogue(site)}

${COMBINED_SENTENCE}

## Files

${rows.join('\n')}

HEPData submissions of single limits are on the site only; hepdata.zip has all of them.

## Licence

Arrangement of the data: ${LICENCE.name} (${LICENCE.url}). ${LICENCE.numbers}

## How to cite

${describeCiting(site)}. The papers are in references.bib.
`;
}
