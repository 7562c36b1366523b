import { BIBLIOGRAPHY_FORMATS } from '../formats/citing/bibliography-formats.ts';
import type { ApiFile, ApiSite } from './api-file.ts';

/** Every paper of the catalogue as BibTeX, RIS and CSL-JSON. */
export const listReferenceFiles = ({ catalogue }: Pick<ApiSite, 'catalogue'>): ApiFile[] =>
  BIBLIOGRAPHY_FORMATS.map(({ extension, mediaType, write }) => ({
    path: `references.${extension}`,
    mediaType,
    write: () => write(catalogue.references.values()),
  }));
