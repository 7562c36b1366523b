import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { tableFile, takeSnapshot } from '../../core/catalogue-snapshot.ts';
import type { ContentVersion } from '../../core/release/content-version.ts';
import { readContent } from '../read-content.ts';
import { formatMessages } from '../report.ts';
import { useTemporaryFolder } from '../temporary-folder.ts';
import { buildModules } from './build-modules.ts';
import { writeManifest } from './manifest.ts';
import { PackageError } from './package-error.ts';

/** What to make the package of. */
export interface PackageRequest {
  /** The project, with its content. */
  readonly project: string;
  /** Which state of the content that is. */
  readonly version: ContentVersion;
  /** Where the tarball goes. */
  readonly out: string;
}

/** Files that the package has as the project has them, by their name in the package. */
const COPIED = [
  ['README.md', 'src/package/README.md'],
  ['LICENSE', 'LICENSE'],
  ['LICENSE-DATA', 'LICENSE-DATA'],
] as const;

/**
 * Writes the tarball of the npm package: built modules, their types, and the data. Made twice of the same project it
 * is the same bytes. All of it or nothing.
 * @returns path of the tarball
 * @throws {PackageError} when the sources do not compile for the package or the content has errors
 */
export async function packPackage(request: PackageRequest): Promise<string> {
  const out = resolve(request.out);
  await mkdir(out, { recursive: true });
  return useTemporaryFolder('dark-portals-package-', async (work) => {
    const folder = join(work, 'package');
    for (const [path, text] of await listFiles(request)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    for (const [path, source] of COPIED)
      await copyFile(join(request.project, source), join(folder, path));
    const name = await runNpmPack(folder, work);
    // Beside its place first: a rename is at once only within one file system.
    const partial = join(out, `${name}.partial`);
    await copyFile(join(work, name), partial);
    await rename(partial, join(out, name));
    return join(out, name);
  });
}

/** Every file of the package that is made, by its path in it. */
async function listFiles({
  project,
  version,
}: PackageRequest): Promise<ReadonlyMap<string, string>> {
  const modules = buildModules(project, { isChecked: true });
  const root: unknown = JSON.parse(await readFile(join(project, 'package.json'), 'utf8'));
  return new Map([
    ['package.json', writeManifest(root, modules)],
    ...modules,
    ...(await listData(join(project, 'content'), version)),
  ]);
}

async function listData(content: string, version: ContentVersion): Promise<[string, string][]> {
  const { catalogue, messages } = await readContent(content);
  const errors = messages.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw new PackageError(
      `the content has errors; run npm run check\n\n${formatMessages(errors, content)}`,
    );
  }
  const combined = [...catalogue.planes.keys()].map(async (plane): Promise<[string, string]> => [
    `data/combined/${plane}.json`,
    await readFile(join(content, 'combined', `${plane}.json`), 'utf8'),
  ]);
  return [
    ['data/catalogue.json', `${JSON.stringify(takeSnapshot(catalogue))}\n`],
    ['data/version.json', `${JSON.stringify(version)}\n`],
    ...[...catalogue.limits.values()].map((limit): [string, string] => [
      `data/${tableFile(limit)}`,
      limit.table.text,
    ]),
    ...(await Promise.all(combined)),
  ];
}

const run = promisify(execFile);

/** Packs a folder into another. @returns name of the tarball */
async function runNpmPack(folder: string, into: string): Promise<string> {
  const args = ['pack', '--json', '--offline', '--ignore-scripts', '--pack-destination', into];
  const { stdout } = await run('npm', args, { cwd: folder, maxBuffer: 64e6 });
  const [packed] = JSON.parse(stdout) as { readonly filename: string }[];
  if (packed === undefined) throw new PackageError('npm pack made no tarball');
  return packed.filename;
}
