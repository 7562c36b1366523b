import type { Catalogue } from '../catalogue.ts';
import type { CombinedFile } from '../combine/combined-file.ts';
import type { ContentVersion } from '../release/content-version.ts';

/** What the static API is written from. */
export interface ApiSite {
  readonly catalogue: Catalogue;
  /** Combined limits by plane; a plane without an input has none. */
  readonly combined: ReadonlyMap<string, CombinedFile>;
  readonly version: ContentVersion;
  /** Address of the site's root without a slash at its end, for links that must be absolute. */
  readonly url: string;
}

/** A file of the static API. Nothing is written before it is asked for. */
export interface ApiFile {
  /** Path below `/api/v1/`, for instance `limits/babar-2014-dark-photon.json`. */
  readonly path: string;
  readonly mediaType: string;
  /** The same text or bytes for the same content, whenever and wherever it is built. */
  readonly write: () => string | Uint8Array<ArrayBuffer>;
}
