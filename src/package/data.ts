/**
 * The data: the catalogue as it was when the package was made, with every digit of every limit, and the combined
 * limits. Read from the package's own files with Node; programs that run elsewhere fetch `dark-portals/data/…` and
 * use `reviveCatalogue` of `dark-portals/formats`.
 *
 * @example
 * ```ts
 * import { loadCatalogue, loadCombined, loadVersion } from 'dark-portals/data';
 *
 * const catalogue = loadCatalogue();
 * const { scopes } = loadCombined('dark-photon-visible');
 * const { date, commit } = loadVersion();
 * ```
 *
 * @module dark-portals/data
 */

import { readFileSync } from 'node:fs';
import type { Catalogue } from '../core/catalogue.ts';
import type { CatalogueSnapshot } from '../core/catalogue-snapshot.ts';
import { reviveCatalogue } from '../core/catalogue-snapshot.ts';
import type { CombinedFile } from '../core/combine/combined-file.ts';
import type { ContentVersion } from '../core/release/content-version.ts';

export type { CombinedFile } from '../core/combine/combined-file.ts';
export type { ContentVersion } from '../core/release/content-version.ts';

/** Beside the built modules, which are two folders deep. */
const DATA = new URL('../../data/', import.meta.url);

const readText = (file: string): string => readFileSync(new URL(file, DATA), 'utf8');

let catalogue: Catalogue | undefined;

/**
 * The whole catalogue: planes, limits, searches, experiments, models, papers and the rest. Facts are read at the
 * first call and kept; the numbers of a limit are read when they are first asked for. It is never changed.
 * @throws {Error} when the files of the package are missing
 */
export function loadCatalogue(): Catalogue {
  catalogue ??= reviveCatalogue(
    JSON.parse(readText('catalogue.json')) as CatalogueSnapshot,
    readText,
  );
  return catalogue;
}

/**
 * The combined limits of a plane as they are published: envelope, frontier and regions for both scopes and all
 * levels, 12 significant digits [canonical units of the plane]. An envelope of published limits is not itself a
 * limit at any confidence level.
 * @param plane id, for instance `dark-photon-visible`
 * @throws {Error} when the catalogue has no plane of that id
 */
export function loadCombined(plane: string): CombinedFile {
  if (!loadCatalogue().planes.has(plane)) {
    throw new Error(
      `There is no plane "${plane}"; the planes are ${[...loadCatalogue().planes.keys()].join(', ')}.`,
    );
  }
  return JSON.parse(readText(`combined/${plane}.json`)) as CombinedFile;
}

/** Which state of the data this is: state its date and commit, or the release, with any number you publish. */
export const loadVersion = (): ContentVersion =>
  JSON.parse(readText('version.json')) as ContentVersion;
