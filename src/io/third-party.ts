import { readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPackageLock } from '../core/licences/package-lock.ts';
import { type ShippedWork, writeNotices } from '../core/licences/write-notices.ts';
import { type SbomSubject, writeSbom } from '../core/licences/write-sbom.ts';
import { compareText } from '../core/message.ts';

/** Packages of which browsers get something that is no module: fonts, outlines of letters, the search. */
const WITH_FILES = [
  '@fontsource-variable/source-sans-3',
  '@fontsource-variable/source-serif-4',
  '@mathjax/mathjax-newcm-font',
  'katex',
  'mathjax',
  'pagefind',
];

/** Fonts in the repository, by the file with their licence. */
const FONTS = [
  ['Figure Sans and Page Sans (cut from Source Sans 3)', 'OFL-1.1', 'LICENSE-figure-sans'],
  ['Page Serif (cut from Source Serif 4)', 'OFL-1.1', 'LICENSE-page-serif'],
  ['Symbols (34 glyphs of DejaVu Sans)', 'Bitstream Vera and others', 'LICENSE-symbols'],
] as const;

/** Packages without a text of their licence, by that of the same work that has it. */
const SAME_WORK: Readonly<Record<string, string>> = {
  '@mathjax/mathjax-newcm-font': 'mathjax',
  pagefind: 'pagefind/LICENSE',
};

/** Stands where a licence has no text, which has to be served with what it is for. */
export const NO_TEXT = 'There is no text of the licence';

/** What the licence MIT says below the notice of the holders, opensource.org/license/mit. */
const MIT_TERMS = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction, including
without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies
of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following
conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions
of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO
THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF
CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
IN THE SOFTWARE.`;

/** The package that a module was read from; undefined for modules of our own. */
export function findPackage(moduleId: string): string | undefined {
  const path = moduleId.replaceAll('\\', '/').replace(/[?#].*$/, '');
  return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
}

interface Chunk {
  readonly type: string;
  readonly modules?: Readonly<Record<string, { readonly renderedLength: number }>>;
}

/** A plugin of the bundler, as far as one is needed here. */
export interface NotingPlugin {
  readonly name: string;
  generateBundle: (
    this: { readonly environment?: { readonly name: string } },
    options: unknown,
    bundle: Readonly<Record<string, Chunk>>,
  ) => void;
}

/** Notes the packages of which something ends in a bundle for browsers. */
export const notePackages = (packages: Set<string>): NotingPlugin => ({
  name: 'note-packages',
  generateBundle(_options, bundle) {
    if (this.environment !== undefined && this.environment.name !== 'client') return;
    for (const { modules = {} } of Object.values(bundle)) {
      for (const [id, { renderedLength }] of Object.entries(modules)) {
        const name = renderedLength > 0 ? findPackage(id) : undefined;
        if (name !== undefined) packages.add(name);
      }
    }
  },
});

/**
 * Writes into a built site the notices of what browsers get (`licences.txt`) and the bill of materials
 * (`sbom.cdx.json`).
 * @param root the repository
 * @param bundled names of the packages that are in bundles
 */
export async function writeThirdParty(
  site: string,
  root: string,
  bundled: ReadonlySet<string>,
  subject: SbomSubject,
): Promise<void> {
  const shipped = new Set([...bundled, ...WITH_FILES]);
  const packages = await Promise.all(
    [...shipped].sort(compareText).map((name) => readWork(name, root)),
  );
  const fonts = FONTS.map(([name, licence, file]) => ({
    ...{ name, version: '', licence },
    text: readFileSync(join(root, 'src/styles/fonts', file), 'utf8'),
  }));
  await writeFile(join(site, 'licences.txt'), writeNotices([...packages, ...fonts]));
  const lock = readPackageLock(await readFile(join(root, 'package-lock.json'), 'utf8'));
  await writeFile(join(site, 'sbom.cdx.json'), writeSbom(subject, lock, shipped));
}

async function readWork(name: string, root: string): Promise<ShippedWork> {
  const folder = join(root, 'node_modules', name);
  const facts = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    readonly version: string;
    readonly license?: string;
    readonly author?: string | { readonly name: string };
  };
  const { author = '' } = facts;
  const holder = typeof author === 'string' ? author : author.name;
  return {
    name,
    version: facts.version,
    licence: facts.license ?? 'as below',
    text: (await readLicence(name, root)) ?? writeUsual(name, facts.license, holder),
  };
}

/** The file with the licence of a package, else the section of its readme. */
async function readLicence(name: string, root: string): Promise<string | undefined> {
  const folder = join(root, 'node_modules', SAME_WORK[name] ?? name);
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort(compareText);
  const file = files.find((one) => /^licen[cs]e/i.test(one));
  if (file !== undefined) return readFile(join(folder, file), 'utf8');
  const readme = files.find((one) => /^readme/i.test(one));
  const text = readme === undefined ? '' : await readFile(join(folder, readme), 'utf8');
  const section = /^#+ *licen[cs]e *$\n([^#]+)/im.exec(text)?.[1];
  if (section !== undefined && /permi|redistribut/i.test(section)) return section;
  return undefined;
}

/**
 * The usual words, for a package that states the licence and its author and comes without a text; else what a test of
 * the built site finds.
 */
const writeUsual = (name: string, licence = '', holder = ''): string =>
  licence === 'MIT' && holder !== ''
    ? `Copyright (c) ${holder}\n\n${MIT_TERMS}`
    : `${NO_TEXT} of ${name}: say in src/io/third-party.ts where it is`;
