import { z } from 'zod';
import { compareText } from '../message.ts';

const PackageLock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      integrity: z.string().optional(),
      dev: z.boolean().optional(),
      link: z.boolean().optional(),
    }),
  ),
});

/** A package that `npm ci` installs, on one platform or another. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression as the package states it; empty where it states none. */
  readonly licence: string;
  /** Digest of its archive, as in `sha512-…` of base 64. */
  readonly integrity?: string;
  /** Whether only developing and testing need it. */
  readonly isDev: boolean;
}

/**
 * The packages of a `package-lock.json`, each version once, sorted.
 * @throws when the text is no lock file
 */
export function readPackageLock(text: string): InstalledPackage[] {
  const { packages } = PackageLock.parse(JSON.parse(text));
  const found = new Map<string, InstalledPackage>();
  for (const [path, { version, license, integrity, dev, link }] of Object.entries(packages)) {
    const name = /(?:^|.*\/)node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1];
    if (name === undefined || version === undefined || link === true) continue;
    const key = `${name}@${version}`;
    found.set(key, {
      ...{ name, version, licence: license ?? '' },
      ...(integrity === undefined ? {} : { integrity }),
      // Needed once outside development, it is needed.
      isDev: dev === true && found.get(key)?.isDev !== false,
    });
  }
  return [...found].sort(([a], [b]) => compareText(a, b)).map(([, one]) => one);
}
