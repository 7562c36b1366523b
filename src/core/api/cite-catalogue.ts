import { describeContent, SITE_NAME } from '../formats/bibtex-entry.ts';
import type { ApiSite } from './api-file.ts';

/** The catalogue at a version and an address of it, as it is cited: `Dark Portals, content of …`. */
export function citeCatalogue(
  { url, version }: Pick<ApiSite, 'url' | 'version'>,
  path = '/',
): string {
  const state = describeContent(version);
  return `${SITE_NAME}, content of ${version.date}${state === '' ? '' : ` (${state})`}, ${url}${path}`;
}

/** How to cite whatever was taken from the catalogue. */
export const describeCiting = (site: Pick<ApiSite, 'url' | 'version'>): string =>
  `Cite the paper of every limit you use, and the catalogue with its version: ${citeCatalogue(site)}`;
