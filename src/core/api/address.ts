import type { ApiSite } from './api-file.ts';

/** Where the API begins, below the site's root. */
export const API_ROOT = '/api/v1/';

/** Absolute address of a file of the API. */
export const apiUrl = ({ url }: Pick<ApiSite, 'url'>, path: string): string =>
  `${url}${API_ROOT}${path}`;

/** Absolute address of the JSON Schema of that name. */
export const schemaUrl = (site: Pick<ApiSite, 'url'>, name: string): string =>
  apiUrl(site, schemaPath(name));

/** Path of the JSON Schema of that name. */
export const schemaPath = (name: string): string => `schemas/${name}.schema.json`;

/** Path of what the index says of the limits of a plane. */
export const planeIndexPath = (plane: string): string => `index/${plane}.json`;
