/** Released addresses, one a line; written by `npm run release` only. */
export const PERMALINKS_FILE = 'permalinks.txt';

/** Where pages that moved are now. */
export const REDIRECTS_FILE = 'redirects.yaml';

/** Says that nobody keeps the catalogue up to date; without it somebody does. */
export const STATUS_FILE = 'status.yaml';

/** Files of the content folder that are about the site rather than its subject. */
export const SITE_FILES: readonly string[] = [PERMALINKS_FILE, REDIRECTS_FILE, STATUS_FILE];
