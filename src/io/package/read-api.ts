import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { JSONOutput } from 'typedoc';
import { compareText } from '../../core/message.ts';
import { CACHE_VARIABLE, digest, FileCache } from '../parse-cache.ts';
import { useTemporaryFolder } from '../temporary-folder.ts';
import { PackageError } from './package-error.ts';

/** What TypeDoc says of the package: one module per entry. */
export type Api = JSONOutput.ProjectReflection;

/** Sources that decide what the package offers, and how it is read. */
const SOURCES = ['src/core', 'src/figures', 'src/package', 'src/io/package'];

let api: Promise<Api> | undefined;

/** The API of this project's package, once per process, and kept between runs like what is read from content. */
export const readApi = (): Promise<Api> => (api ??= readKept(process.cwd()));

async function readKept(project: string): Promise<Api> {
  const folder = process.env[CACHE_VARIABLE] ?? join(project, 'node_modules/.cache/dark-portals');
  if (folder === 'off') return readPackageApi(project);
  const cache = new FileCache(join(folder, 'api.txt'), digestSources(project));
  // Undefined is never kept.
  const known = cache.get<Api | undefined>('api', () => undefined);
  if (known !== undefined) return known;
  const found = await readPackageApi(project);
  cache.get('api', () => found);
  cache.save();
  return found;
}

/** Digest of everything that decides what the API is: sources, installed packages, Node. */
function digestSources(project: string): string {
  const files = SOURCES.flatMap((part) =>
    readdirSync(join(project, part), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(part, name)),
  ).sort(compareText);
  const texts = ['node_modules/.package-lock.json', 'tsconfig.json', ...files].flatMap((name) => [
    name,
    readFileSync(join(project, name), 'utf8'),
  ]);
  return digest(process.version, ...texts);
}

/** Builds the declarations and reads them: what is documented is what is shipped. */
async function readPackageApi(project: string): Promise<Api> {
  // The compiler is large: nothing loads it where the API is kept from an earlier run.
  const { buildModules } = await import('./build-modules.ts');
  return useTemporaryFolder('dark-portals-api-', async (folder) => {
    for (const [path, text] of buildModules(project, { isChecked: false })) {
      if (!path.endsWith('.d.ts')) continue;
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    // Paths of types that are not exported are given relative to the package they belong to.
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'dark-portals' }));
    return readDeclarations(folder);
  });
}

/**
 * Reads the API from the declarations of a package in a folder.
 * @throws {PackageError} when TypeDoc reads nothing
 */
export async function readDeclarations(folder: string): Promise<Api> {
  const [{ Application, normalizePath }, { ENTRIES, entryPath }] = await Promise.all([
    import('typedoc'),
    import('./build-modules.ts'),
  ]);
  return useTemporaryFolder('dark-portals-api-', async (work) => {
    const files = ENTRIES.map(({ module }) => join(folder, `${entryPath(module)}.d.ts`));
    const tsconfig = join(work, 'tsconfig.json');
    writeFileSync(tsconfig, JSON.stringify({ compilerOptions: OPTIONS, files }));
    const application = await Application.bootstrap({
      entryPoints: files,
      tsconfig,
      basePath: join(folder, 'lib'),
      readme: 'none',
      logLevel: 'Error',
      skipErrorChecking: true,
      disableGit: true,
      sourceLinkTemplate: '{path}',
      sort: ['source-order'],
    });
    const read = await application.convert();
    if (read === undefined) throw new PackageError('TypeDoc reads no entry of the package');
    const found = application.serializer.projectToObject(read, normalizePath(folder));
    // As it comes back from the cache: without what is undefined.
    return JSON.parse(JSON.stringify(found)) as Api;
  });
}

/** How the declarations are read. */
const OPTIONS = {
  target: 'es2023',
  lib: ['es2023'],
  module: 'esnext',
  moduleResolution: 'bundler',
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  types: [],
};
