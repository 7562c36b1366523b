import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Measurement, QualityFigure } from '../../src/core/quality/quality-report.ts';
import { groupBy } from '../../src/core/group-by.ts';
import { useTemporaryFolder } from '../../src/io/temporary-folder.ts';
import { installTools, runTool } from './install-tools.ts';

const METHOD =
  'Lines and branches of src/core that the unit tests in tests/core run, as V8 counts them (vitest). What is run is ' +
  'not yet tested: the mutation tests say what the tests would notice.';

/** Counts of one file, as far as they are read. */
interface Covered {
  readonly lines: Count;
  readonly branches: Count;
}
interface Count {
  readonly total: number;
  readonly covered: number;
}
const KINDS = ['lines', 'branches'] as const;

/** Counts what the unit tests run of the core, folder by folder. */
export async function measureCoverage(): Promise<Measurement> {
  installTools();
  const core = await useTemporaryFolder('dark-portals-coverage-', async (folder) => {
    await run(folder);
    const text = await readFile(join(folder, 'coverage-summary.json'), 'utf8');
    const { total: _, ...files } = JSON.parse(text) as Record<string, Covered>;
    return Object.entries(files).map(([file, covered]) => ({
      path: relative('.', file).split(sep).join('/'),
      covered,
    }));
  });
  const folders = [...groupBy(core, ({ path }) => path.split('/').slice(2, -1)[0] ?? '')];
  return {
    method: METHOD,
    figures: [
      ...describeFiles('src/core', core),
      ...folders
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([name, own]) =>
          describeFiles(name === '' ? 'files of src/core itself' : `src/core/${name}`, own),
        ),
    ],
  };
}

function describeFiles(
  what: string,
  files: readonly { readonly path: string; readonly covered: Covered }[],
): QualityFigure[] {
  const missing = (one: Covered, kind: (typeof KINDS)[number]): number =>
    one[kind].total - one[kind].covered;
  return KINDS.map((kind) => {
    const total = files.reduce((sum, { covered }) => sum + covered[kind].total, 0);
    const missed = files.reduce((sum, { covered }) => sum + missing(covered, kind), 0);
    const worst = files.toSorted((a, b) => missing(b.covered, kind) - missing(a.covered, kind))[0];
    return {
      what: `${kind}, ${what}`,
      value: total === 0 ? 100 : Number(((100 * (total - missed)) / total).toFixed(1)),
      unit: '%',
      ...(worst === undefined || missing(worst.covered, kind) === 0
        ? {}
        : { culprit: `${worst.path}: ${String(missing(worst.covered, kind))} not run` }),
    };
  });
}

const run = (folder: string): Promise<void> =>
  runTool(
    'vitest/vitest.mjs',
    [
      ...['run', 'tests/core', '--reporter=dot'],
      ...['--coverage.enabled', '--coverage.provider=v8', '--coverage.include=src/core/**'],
      ...['--coverage.reporter=json-summary', `--coverage.reportsDirectory=${folder}`],
    ],
    'A unit test fails',
  );
