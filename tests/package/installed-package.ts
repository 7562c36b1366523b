import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What the tests read of the package's manifest. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<
    Record<string, string | { readonly types: string; readonly default: string }>
  >;
}

/** An empty project with the package in it. */
export interface InstalledPackage {
  readonly project: string;
  /** The package as it is installed. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** Every file of the package, by its path in it, slashes forward, in order. */
  readonly files: readonly string[];
  readonly read: (file: string) => string;
  readonly remove: () => void;
}

/**
 * Installs a tarball in an empty project. Tests have no network, and `npm install` would ask the registry for the
 * dependencies: the tarball is unpacked to where npm puts it, and the dependencies that it declares, and no others,
 * are linked to those of this repository.
 */
export async function installPackage(tarball: string): Promise<InstalledPackage> {
  const project = mkdtempSync(join(tmpdir(), 'dark-portals-installed-'));
  const folder = join(project, 'node_modules/dark-portals');
  mkdirSync(folder, { recursive: true });
  await run('tar', ['-xzf', resolve(tarball), '-C', folder, '--strip-components=1']);
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const manifest = JSON.parse(read('package.json')) as Manifest;
  for (const name of Object.keys(manifest.dependencies)) {
    const link = join(project, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(resolve('node_modules', name), link);
  }
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  return {
    project,
    folder,
    manifest,
    files,
    read,
    remove: () => {
      rmSync(project, { recursive: true, force: true });
    },
  };
}
