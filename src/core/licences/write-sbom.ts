import type { InstalledPackage } from './package-lock.ts';

/** What a bill of materials says of the site itself. */
export interface SbomSubject {
  readonly name: string;
  /** Released version, or the revision. */
  readonly version: string;
}

/**
 * The packages behind the site as a bill of materials, CycloneDX 1.6. Without the number and the time that the
 * format allows, so that one revision has one file. `required` is what browsers get, `optional` what the site
 * is built with; packages for development alone are left out.
 * @param shipped names of the packages of which browsers get something
 */
export function writeSbom(
  subject: SbomSubject,
  packages: readonly InstalledPackage[],
  shipped: ReadonlySet<string>,
): string {
  const root = `${subject.name}@${subject.version}`;
  const components = packages
    .filter(({ isDev }) => !isDev)
    .map((one) => describeComponent(one, shipped.has(one.name)));
  const bom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': root, ...subject } },
    components,
  };
  return `${JSON.stringify(bom, null, 1)}\n`;
}

function describeComponent(
  { name, version, licence, integrity }: InstalledPackage,
  isShipped: boolean,
) {
  const hash = integrity === undefined ? undefined : readHash(integrity);
  const address = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return {
    type: 'library',
    'bom-ref': address,
    name,
    version,
    scope: isShipped ? 'required' : 'optional',
    ...(hash === undefined ? {} : { hashes: [hash] }),
    ...(licence === '' ? {} : { licenses: [writeLicence(licence)] }),
    purl: address,
  };
}

/** The format knows single identifiers, expressions of them, and names of anything else. */
function writeLicence(licence: string) {
  if (/^[\w.+-]+$/.test(licence)) return { license: { id: licence } };
  return /^\(?[\w.+-]+(?: (?:AND|OR) [\w.+-]+)*\)?$/.test(licence)
    ? { expression: licence }
    : { license: { name: licence } };
}

/** `sha512-` and base 64 in the words of the format: the name with a hyphen, and hexadecimal digits. */
function readHash(
  integrity: string,
): { readonly alg: string; readonly content: string } | undefined {
  const [, bits, text] = /^sha(256|384|512)-([\w+/]+=*)$/.exec(integrity) ?? [];
  if (bits === undefined || text === undefined) return undefined;
  const content = Array.from(atob(text), (byte) =>
    byte.charCodeAt(0).toString(16).padStart(2, '0'),
  );
  return { alg: `SHA-${bits}`, content: content.join('') };
}
