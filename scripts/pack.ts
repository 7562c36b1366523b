import { parseArgs } from 'node:util';
import { readContentVersion, requireVersion } from '../src/io/content-version.ts';
import { PackageError } from '../src/io/package/package-error.ts';
import { packPackage } from '../src/io/package/write-package.ts';
import { failUsage } from './usage.ts';

const HELP = `npm run pack [-- --out DIR]

Writes the tarball of the npm package dark-portals: the core as JavaScript with its types, and the data.
Nothing is published.
  --out DIR  where it goes (default: release)

Prints the path of the tarball. Exit code: 0 done, 1 the sources or the content are wrong, 2 the call is wrong.`;

const options = {
  out: { type: 'string', default: 'release' },
  help: { type: 'boolean', default: false },
} as const;

const { out } = failUsage(() => parseArgs({ options }).values, HELP);
try {
  const { version } = requireVersion(readContentVersion('.'), process.env);
  console.log(await packPackage({ project: process.cwd(), version, out }));
} catch (error) {
  if (!(error instanceof PackageError)) throw error;
  console.error(`pack: ${error.message}\npack: nothing was written`);
  process.exitCode = 1;
}
