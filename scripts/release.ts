import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ChangelogError } from '../src/core/release/changelog.ts';
import { CitationError } from '../src/core/release/citation.ts';
import { parseVersion, tagOf } from '../src/core/release/version.ts';
import { RevisionError } from '../src/io/read-revision.ts';
import { writeArchives } from '../src/io/release/archive.ts';
import { makeRelease, previewNotes } from '../src/io/release/make-release.ts';
import { ReleaseError } from '../src/io/release/release-error.ts';
import type { Step } from './steps.ts';
import { BUILD, CHECK, runStep } from './steps.ts';
import { failUsage } from './usage.ts';

const HELP = `npm run release [-- --version X.Y.Z] [--date YYYY-MM-DD] [--since REV] [--branch NAME]
                [--out DIR] [--dry-run]
npm run release -- --notes [--since REV]
npm run release -- --archive X.Y.Z [--site DIR] [--tarball FILE] [--out DIR]

Releases the catalogue: checks the data, writes what changed since the last release into CHANGELOG.md,
the version into CITATION.cff, .zenodo.json and package.json, builds the site, adds its addresses to
content/permalinks.txt (none may vanish), commits, tags and archives. Nothing is pushed. Everything is made in
a tree of its own, and the branch moves last: whatever fails, the repository is as it was.
  --version X.Y.Z    default: the next MINOR where something is new, else the next PATCH
  --date YYYY-MM-DD  date of the release (default: today)
  --since REV        what to compare with (default: the tag of the last version in CHANGELOG.md)
  --branch NAME      the branch to be on (default: main)
  --out DIR          where the archives go (default: release)
  --dry-run          do everything up to the commit, say what would be done, and leave no trace
  --notes            only print what changed in the data since the last release
  --archive X.Y.Z    only write the archives of a version that has its tag
  --site DIR         with --archive: the site built from that tag, archived with it
  --tarball FILE     with --archive: the npm package made from that tag (npm run pack), archived with it

Exit code: 0 done, 1 something is not ready to be released, 2 the call is wrong.`;

const options = {
  version: { type: 'string' },
  date: { type: 'string' },
  since: { type: 'string' },
  branch: { type: 'string', default: 'main' },
  out: { type: 'string', default: 'release' },
  'dry-run': { type: 'boolean', default: false },
  notes: { type: 'boolean', default: false },
  archive: { type: 'string' },
  site: { type: 'string' },
  tarball: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

const asked = failUsage(() => {
  const { values } = parseArgs({ options });
  for (const version of [values.version, values.archive]) {
    if (version !== undefined && parseVersion(version) === undefined) {
      throw new Error(`"${version}" is no version; expected three numbers like 1.2.0, without v`);
    }
  }
  const { date } = values;
  if (date !== undefined && !isDate(date)) {
    throw new Error(`--date ${date} is no date; expected one like 2027-01-15`);
  }
  if (values.notes && values.archive !== undefined) {
    throw new Error('--notes and --archive are two things; ask for one');
  }
  return values;
}, HELP);

const COMPARE: Step = {
  name: 'compare the combined limits',
  command: ['node', 'scripts/combine.ts', '--check'],
};
const COMPUTE: Step = {
  name: 'compare the computed limits',
  command: ['node', 'scripts/compute.ts', '--check'],
};

/** Runs steps in a folder and stops at the first that fails. Standard output is for the result only. */
async function runAll(steps: readonly Step[], folder: string): Promise<void> {
  for (const step of steps) {
    const { ok } = await runStep({ ...step, folder, isAside: true });
    if (!ok) throw new ReleaseError(`it stopped where it was to ${step.name}; see above`);
  }
}

/** Makes the npm package of a folder beside its other output, which git ignores. */
async function packIn(folder: string): Promise<string> {
  const out = join(folder, 'release');
  await runAll(
    [{ name: 'make the npm package', command: ['node', 'scripts/pack.ts', '--out', out] }],
    folder,
  );
  const tarball = (await readdir(out)).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new ReleaseError(`npm run pack left no tarball in ${out}`);
  return join(out, tarball);
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

try {
  if (asked.notes) await printNotes();
  else if (asked.archive !== undefined) await archive(asked.archive);
  else await release();
} catch (error) {
  const isKnown = [ReleaseError, ChangelogError, CitationError, RevisionError].some(
    (kind) => error instanceof kind,
  );
  if (!isKnown || !(error instanceof Error)) throw error;
  console.error(`release: ${error.message}\nrelease: nothing was released`);
  process.exitCode = 1;
}

async function printNotes(): Promise<void> {
  const { notes, last, base } = await previewNotes({
    folder: '.',
    ...(asked.since === undefined ? {} : { since: asked.since }),
  });
  process.stdout.write(notes);
  console.error(`release: what changed since ${last} (${base})`);
}

async function archive(version: string): Promise<void> {
  const { out, site, tarball } = asked;
  const files = await writeArchives({
    folder: '.',
    version,
    out,
    ...(site === undefined ? {} : { site }),
    ...(tarball === undefined ? {} : { tarball }),
  });
  for (const file of files) console.log(file);
}

async function release(): Promise<void> {
  const { version, since, branch, out, 'dry-run': isDryRun } = asked;
  const made = await makeRelease(
    {
      folder: '.',
      date: asked.date ?? new Date().toISOString().slice(0, 10),
      branch,
      out,
      isDryRun,
      ...(version === undefined ? {} : { version }),
      ...(since === undefined ? {} : { since }),
    },
    {
      check: (folder) => runAll([CHECK, COMPARE, COMPUTE], folder),
      build: (folder) => runAll([BUILD], folder),
      pack: packIn,
    },
  );
  const { newAddresses, archives } = made;
  console.log(
    [
      `${isDryRun ? 'would release' : 'released'} ${made.version} (after ${made.last}, compared with ${made.base})`,
      `${isDryRun ? 'would commit and tag' : 'committed and tagged'} ${tagOf(made.version)}: CHANGELOG.md, CITATION.cff, .zenodo.json, package.json, package-lock.json, content/permalinks.txt`,
      `addresses promised from now on: ${String(newAddresses.length)}`,
      ...archives,
      '',
      made.notes.trimEnd(),
    ].join('\n'),
  );
  if (!isDryRun) {
    console.error(
      `release: look at it (git show ${tagOf(made.version)}), then git push --follow-tags; to undo it before: git tag -d ${tagOf(made.version)} && git reset --keep HEAD~1`,
    );
  }
}
