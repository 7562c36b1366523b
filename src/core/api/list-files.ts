import type { ApiFile, ApiSite } from './api-file.ts';
import { listArchiveFiles } from './archive-file.ts';
import { listCombinedFiles } from './combined-files.ts';
import type { Sha256 } from './data-package-file.ts';
import { listDataPackageFiles } from './data-package-file.ts';
import { listFrontierFiles } from './frontier-files.ts';
import { listHepdataFiles } from './hepdata-files.ts';
import { listHistoryFiles } from './history-files.ts';
import { listIndexFiles } from './index-file.ts';
import { listLimitFiles } from './limit-files.ts';
import { listPlaneFiles } from './plane-files.ts';
import { listReferenceFiles } from './reference-files.ts';
import { listSchemaFiles } from './schema-files.ts';
import { listTableFiles } from './table-files.ts';

/** Every file of the static API. */
export function listApiFiles(site: ApiSite, sha256: Sha256): ApiFile[] {
  const files = [
    ...listIndexFiles(site),
    ...listLimitFiles(site),
    ...listPlaneFiles(site),
    ...listCombinedFiles(site),
    ...listHistoryFiles(site),
    ...listFrontierFiles(site),
    ...listHepdataFiles(site),
    ...listTableFiles(site),
    ...listReferenceFiles(site),
    ...listSchemaFiles(site),
    ...listDataPackageFiles(site, sha256),
  ].map((file) => (COSTLY.test(file.path) ? keepWritten(file) : file));
  return [...files, ...listArchiveFiles(site, files)];
}

/** What takes longer to work out than to hold until the archive takes it too: a third of the bytes. */
const COSTLY = /\.(history\.json|zip|parquet)$|^(index|datapackage)\.json$/u;

function keepWritten(file: ApiFile): ApiFile {
  let written: ReturnType<ApiFile['write']> | undefined;
  return { ...file, write: () => (written ??= file.write()) };
}
