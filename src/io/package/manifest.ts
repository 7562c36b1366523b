import { z } from 'zod';
import { compareText } from '../../core/message.ts';
import { ENTRIES, entryPath, listImports } from './build-modules.ts';
import { PackageError } from './package-error.ts';

/** What the package takes from the project's own manifest. */
const Root = z.object({
  name: z.string(),
  version: z.string(),
  dependencies: z.record(z.string(), z.string()),
  repository: z.unknown().optional(),
  homepage: z.string().optional(),
});

const KEYWORDS = [
  'dark sector',
  'dark photon',
  'axion-like particle',
  'heavy neutral lepton',
  'exclusion limits',
  'recasting',
  'particle physics',
];

/**
 * The manifest of the package: name, version and ranges of dependencies are the project's; it depends on what its
 * modules import and on nothing else.
 * @throws {PackageError} when a module imports what is no dependency of the project
 */
export function writeManifest(root: unknown, modules: ReadonlyMap<string, string>): string {
  const { name, version, dependencies, repository, homepage } = Root.parse(root);
  const exports = ENTRIES.map(({ name: entry, module }): [string, unknown] => [
    entry,
    { types: `./${entryPath(module)}.d.ts`, default: `./${entryPath(module)}.js` },
  ]);
  const manifest = {
    name,
    version,
    description:
      'Published limits on dark sectors: numbers, combined limits, verdicts, recasts, figures.',
    keywords: KEYWORDS,
    license: '(MIT AND CC-BY-4.0)',
    author: 'Dark Portals contributors',
    ...(homepage === undefined ? {} : { homepage }),
    ...(repository === undefined ? {} : { repository }),
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20' },
    exports: {
      ...Object.fromEntries<unknown>(exports),
      './data/*': './data/*',
      './package.json': './package.json',
    },
    dependencies: Object.fromEntries(
      listPackages(modules).map((dependency) => {
        const range = dependencies[dependency];
        if (range === undefined) {
          throw new PackageError(
            `the package imports ${dependency}; expected one of "dependencies" in package.json; add it there, or do without it in src/core`,
          );
        }
        return [dependency, range];
      }),
    ),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Packages that modules import, without Node's own. */
function listPackages(modules: ReadonlyMap<string, string>): string[] {
  const names = [...modules.values()]
    .flatMap(listImports)
    .filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:'))
    .map((specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier);
  return [...new Set(names)].sort(compareText);
}
