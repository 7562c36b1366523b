import type { Limit } from '../catalogue.ts';
import { listParts, writeDataFile, writeSubmission } from './hepdata/limit-submission.ts';
import { packArchive } from '../formats/pack-archive.ts';
import type { ApiFile, ApiSite } from './api-file.ts';

/** Path of the submission of a limit below `/api/v1/`. */
export const submissionPath = (id: string): string => `hepdata/${id}/submission.yaml`;

/** Path of the submission of everything. */
export const HEPDATA_ZIP = 'hepdata.zip';

/** A submission directory of HEPData for every limit, and one of all of them as an archive. */
export const listHepdataFiles = (site: ApiSite): ApiFile[] => [
  ...[...site.catalogue.limits.values()].flatMap((limit) => listLimitSubmission(limit, site)),
  { path: HEPDATA_ZIP, mediaType: 'application/zip', write: () => packSubmission(site) },
];

function listLimitSubmission(limit: Limit, site: ApiSite): ApiFile[] {
  const parts = listParts(limit);
  const page = `${site.url}/limits/${limit.id}/`;
  return [
    {
      path: submissionPath(limit.id),
      mediaType: 'application/yaml',
      write: () => writeSubmission(`Numbers of the limit ${limit.id}`, parts, site, page),
    },
    ...parts.map((part) => ({
      path: `hepdata/${limit.id}/${part.file}`,
      mediaType: 'application/yaml',
      write: () => writeDataFile(part, site),
    })),
  ];
}

/** HEPData takes data files beside `submission.yaml` only: no folders. */
const packSubmission = (site: ApiSite): Uint8Array<ArrayBuffer> => packArchive(listEntries(site));

/** One after the other: the whole is too large to be held at once. */
function* listEntries(site: ApiSite): Generator<readonly [path: string, content: string]> {
  const parts = [...site.catalogue.limits.values()].flatMap((limit) => listParts(limit));
  yield [
    'submission.yaml',
    writeSubmission('Numbers of all limits', parts, site, `${site.url}/data/`),
  ];
  for (const part of parts) yield [part.file, writeDataFile(part, site)];
}
