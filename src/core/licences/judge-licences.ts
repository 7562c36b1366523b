import type { InstalledPackage } from './package-lock.ts';

const NOTICE = 'asks for its notice, which /licences.txt gives for all that browsers get';
const FREE = 'asks for nothing';

/** Licences that any package may have, by SPDX identifier, with the reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  '0BSD': FREE,
  'Apache-2.0': NOTICE,
  'BSD-2-Clause': NOTICE,
  'BSD-3-Clause': NOTICE,
  'BlueOak-1.0.0': NOTICE,
  'CC-BY-4.0': 'data of browsers, read when the site is built; its source is named',
  'CC0-1.0': FREE,
  ISC: NOTICE,
  MIT: NOTICE,
  'OFL-1.1':
    'fonts: may be served and cut to size under another name, with the licence beside them',
  'Python-2.0': NOTICE,
  Unlicense: FREE,
  Zlib: NOTICE,
};

/** Packages whose licence is none of those, by what their name begins with, with the reason. */
const EXCEPTIONS: readonly {
  readonly name: RegExp;
  readonly licence: string;
  readonly why: string;
}[] = [
  {
    name: /^@img\/sharp-(?:libvips-|win32-|wasm32)/,
    licence: 'LGPL-3.0-or-later',
    why: 'a library of its own that Astro loads when the site is built; nothing of it is served or passed on',
  },
  {
    name: /^lightningcss(?:-|$)/,
    licence: 'MPL-2.0',
    why: 'the compiler of style sheets, used as it is; what it writes is ours',
  },
  {
    name: /^@resvg\/resvg-js(?:-|$)/,
    licence: 'MPL-2.0',
    why: 'draws pictures when the site is built, used as it is; what it draws is ours',
  },
  {
    name: /^axe-core$|^@axe-core\//,
    licence: 'MPL-2.0',
    why: 'tests pages for accessibility, used as it is; it is not served',
  },
  {
    name: /^parse-cache-control$/,
    licence: '',
    why: 'states no identifier; its LICENSE file is the BSD one of three clauses. A part of Lighthouse, not served',
  },
];

/** A package that may not be used, and why. */
export interface LicenceFault {
  readonly package: string;
  readonly found: string;
  readonly fix: string;
}

/** Packages whose licence nobody has looked at, or that may not be used. */
export const judgeLicences = (packages: readonly InstalledPackage[]): LicenceFault[] =>
  packages
    .filter((one) => !isAllowed(one.licence, one.name))
    .map(({ name, version, licence }) => ({
      package: `${name}@${version}`,
      found: licence === '' ? 'no licence' : licence,
      fix: 'use another package, or say in src/core/licences/judge-licences.ts why this licence is no obstacle',
    }));

/** Exceptions that no package needs any longer. */
export const listUnusedExceptions = (packages: readonly InstalledPackage[]): string[] =>
  EXCEPTIONS.filter(
    ({ name, licence }) =>
      !packages.some((one) => name.test(one.name) && one.licence.includes(licence)),
  ).map(({ name, licence }) => `${licence} of ${String(name)}`);

/** An expression of SPDX: one of what `OR` joins is enough, all of what `AND` joins are needed. */
function isAllowed(expression: string, name: string): boolean {
  const text = expression.trim().replace(/^\((.*)\)$/, '$1');
  return text
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => isAllowedOne(licence.trim(), name)));
}

const isAllowedOne = (licence: string, name: string): boolean =>
  Object.hasOwn(ALLOWED, licence) ||
  EXCEPTIONS.some((exception) => exception.licence === licence && exception.name.test(name));
