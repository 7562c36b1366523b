import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import type { Measurement, QualityFigure } from '../../src/core/quality/quality-report.ts';
import { useTemporaryFolder } from '../../src/io/temporary-folder.ts';
import { installTools, runTool } from './install-tools.ts';

/** Code that is mutated together, and the tests that look at it. */
interface MutationGroup {
  readonly id: string;
  /** What the code is, in a few words. */
  readonly what: string;
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
}

/** Tests of what judges points and curves: they look at pieces, envelopes and their order too. */
const JUDGES = 'tests/core/query/{verdict,judge-plane,judge-curve}.test.ts';

const GROUPS: readonly MutationGroup[] = [
  {
    id: 'combine',
    what: 'combination',
    mutate: ['src/core/combine/*.ts', '!src/core/combine/regions.ts'],
    tests: [
      'tests/core/combine/*.test.ts',
      'tests/core/impact/{impact,compare-envelopes}.test.ts',
      JUDGES,
    ],
  },
  {
    id: 'region',
    what: 'regions and curves',
    mutate: ['src/core/combine/regions.ts', 'src/core/curve/*.ts'],
    tests: ['tests/core/curve/*.test.ts', 'tests/core/combine/*.test.ts', JUDGES],
  },
  {
    id: 'quantities',
    what: 'quantities and units',
    mutate: ['src/core/{quantities,units}.ts'],
    tests: [
      'tests/core/{quantities,units}.test.ts',
      'tests/core/curve/plane-limit.test.ts',
      'tests/core/combine/combine.test.ts',
    ],
  },
  {
    id: 'physics',
    what: 'physics',
    // Tables are data.
    mutate: ['src/core/physics/*.ts', '!src/core/physics/*-data.ts'],
    tests: ['tests/core/physics/*.test.ts'],
  },
];

const LEAST_SCORE = 85;

const METHOD =
  'Stryker changes the code in every place one way or another (a sign, a comparison, a condition, a text) and runs the ' +
  'unit tests that reach it: the score is the part of these mutants that some test notices, those that no test ' +
  'reaches counted as missed and those that never end as noticed. Tables of data are left out. The tests run by ' +
  "vitest's own functions in one process. The first run takes about an hour on two cores; after it, mutants are tried " +
  'again only where their code or a test that reaches it has changed.';

/** What Stryker's report says of a mutant, as far as it is read. */
interface Mutant {
  readonly status: string;
  readonly location: { readonly start: { readonly line: number } };
}

interface MutationReport {
  readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>;
}

/** Tries what unit tests notice of changes in the core of the code. */
export async function measureMutation(): Promise<Measurement> {
  installTools();
  const figures: QualityFigure[] = [];
  for (const group of GROUPS) {
    console.error(`   ${group.what}`);
    figures.push(...describeGroup(group, await mutate(group)));
  }
  return { method: METHOD, figures };
}

function describeGroup({ what }: MutationGroup, { files }: MutationReport): QualityFigure[] {
  const all = Object.entries(files).map(([file, { mutants }]) => ({
    file,
    count: mutants.filter(({ status }) => VALID.has(status)).length,
    missed: mutants.filter(({ status }) => MISSED.has(status)),
  }));
  const sum = (count: (one: (typeof all)[number]) => number): number =>
    all.reduce((total, one) => total + count(one), 0);
  const count = sum((one) => one.count);
  const missed = sum((one) => one.missed.length);
  const worst = all.toSorted((a, b) => b.missed.length - a.missed.length)[0];
  const [first] = worst?.missed.toSorted((a, b) => lineOf(a) - lineOf(b)) ?? [];
  const culprit =
    worst === undefined || first === undefined
      ? {}
      : {
          culprit: `${worst.file}:${String(lineOf(first))} and ${String(worst.missed.length - 1)} more there`,
        };
  return [
    {
      what: `mutants noticed, ${what}`,
      value: Number(((100 * (count - missed)) / count).toFixed(1)),
      unit: '%',
      least: LEAST_SCORE,
      ...culprit,
    },
    { what: `mutants, ${what}`, value: count },
    { what: `mutants that no test noticed, ${what}`, value: missed },
  ];
}

const MISSED: ReadonlySet<string> = new Set(['Survived', 'NoCoverage']);
const VALID: ReadonlySet<string> = new Set([...MISSED, 'Killed', 'Timeout']);

const lineOf = ({ location }: Mutant): number => location.start.line;

/** Runs Stryker over a copy of the sources: it writes its mutants into them. */
const mutate = (group: MutationGroup): Promise<MutationReport> =>
  useTemporaryFolder('dark-portals-mutation-', async (folder) => {
    await makeStage(folder);
    const report = join(folder, 'report.json');
    await writeFile(join(folder, 'stryker.json'), JSON.stringify(makeOptions(group, report)));
    await runTool(
      '@stryker-mutator/core/bin/stryker.js',
      ['run', 'stryker.json'],
      'Stryker failed',
      folder,
    );
    return JSON.parse(await readFile(report, 'utf8')) as MutationReport;
  });

/** Fills a folder with what the tests need, sources copied and the rest linked. */
async function makeStage(folder: string): Promise<void> {
  for (const name of ['src', 'tests']) await cp(name, join(folder, name), { recursive: true });
  for (const name of ['package.json', 'tsconfig.json']) await cp(name, join(folder, name));
  for (const name of ['node_modules', 'content'])
    await symlink(resolve(name), join(folder, name), 'junction');
  await mkdir(KEPT, { recursive: true });
}

/** What earlier runs found. */
const KEPT = resolve('node_modules/.cache/dark-portals/mutation');

const makeOptions = ({ id, mutate, tests }: MutationGroup, report: string): object => ({
  mutate,
  testRunner: 'one-process',
  plugins: [resolve('scripts/quality/mutation/one-process-runner.ts')],
  oneProcess: { include: tests, keep: ['tests/fixtures/real-content.ts'] },
  coverageAnalysis: 'perTest',
  dryRunTimeoutMinutes: 30,
  concurrency: availableParallelism(),
  // Every load leaves modules behind.
  maxTestRunnerReuse: 200,
  inPlace: true,
  disableTypeChecks: false,
  incremental: true,
  incrementalFile: join(KEPT, `${id}.json`),
  timeoutMS: 8000,
  timeoutFactor: 1.25,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: report },
  allowConsoleColors: false,
  tempDirName: 'stryker-tmp',
});
