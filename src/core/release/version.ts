/** A version of the catalogue: MAJOR.MINOR.PATCH, what each means is in docs/maintaining.md. */
export type VersionNumbers = readonly [major: number, minor: number, patch: number];

const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

/** The three numbers of a version; undefined for anything else, also for `v1.0.0` and `1.0`. */
export function parseVersion(text: string): VersionNumbers | undefined {
  const match = VERSION.exec(text);
  return match === null ? undefined : [Number(match[1]), Number(match[2]), Number(match[3])];
}

/** Negative when `a` came before `b`. */
export function compareVersions(a: VersionNumbers, b: VersionNumbers): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/**
 * The version that follows: MINOR where something new can be read, PATCH where what was there was
 * corrected. MAJOR says that a format or an address means something else; no comparison of data can
 * see that, so people say it.
 */
export function nextVersion([major, minor, patch]: VersionNumbers, hasNew: boolean): string {
  const next = hasNew ? [major, minor + 1, 0] : [major, minor, patch + 1];
  return next.join('.');
}

/** Name of the tag of a version. */
export const tagOf = (version: string): string => `v${version}`;
