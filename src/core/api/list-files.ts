import type { ApiFile, ApiSite } from './api-file.ts';
import { listCombinedFiles } from './combined-files.ts';
import { listFrontierFiles } from './frontier-files.ts';
import { listHistoryFiles } from './history-files.ts';
import { listIndexFiles } from './index-file.ts';
import { listLimitFiles } from './limit-files.ts';
import { listPlaneFiles } from './plane-files.ts';
import { listReferenceFiles } from './reference-files.ts';
import { listSchemaFiles } from './schema-files.ts';

/** Every file of the static API. */
export const listApiFiles = (site: ApiSite): ApiFile[] => [
  ...listIndexFiles(site),
  ...listLimitFiles(site),
  ...listPlaneFiles(site),
  ...listCombinedFiles(site),
  ...listHistoryFiles(site),
  ...listFrontierFiles(site),
  ...listReferenceFiles(site),
  ...listSchemaFiles(site),
];
