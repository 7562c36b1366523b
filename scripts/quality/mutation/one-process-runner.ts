import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { createRequire, registerHooks, stripTypeScriptTypes } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type fastCheck from 'fast-check';
import type * as Runner from '@vitest/runner';
import type { File, Suite, Task, Test, VitestRunner } from '@vitest/runner';

/**
 * Stryker's test runner for tests that need nothing of vitest but `describe`, `it` and `expect`: they run by
 * vitest's own functions, one after another in the process that Stryker has started, instead of in a worker
 * that is started for every mutant and takes ten times as long as the tests. Every run loads all modules of the
 * project anew, so that nothing one mutant has computed is kept for the next, and a mutant is active while
 * they load: constants of a module are tested like everything else.
 */

/** What Stryker's instrumented code reads and counts. */
interface MutantState {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: MutantCoverage | undefined;
}

interface MutantCoverage {
  static: Record<string, number>;
  perTest: Record<string, Record<string, number>>;
}

interface Options {
  readonly oneProcess: {
    readonly include: readonly string[];
    /** Modules that are loaded once, with all they import: they may know nothing of what is mutated. */
    readonly keep: readonly string[];
  };
}

interface MutantRun {
  readonly testFilter?: readonly string[];
  readonly hitLimit?: number;
  readonly activeMutant: { readonly id: string };
}

/** `TestStatus` of Stryker. */
const STATUS = { success: 0, failed: 1, skipped: 2 } as const;

interface Result {
  readonly id: string;
  readonly name: string;
  readonly fileName: string;
  readonly timeSpentMs: number;
  readonly status: (typeof STATUS)[keyof typeof STATUS];
  readonly failureMessage: string;
}

/** Longest time a test may take [ms]; Stryker ends what takes longer than it should. */
const PATIENCE_MS = 120_000;

/** Whether modules are loaded to count which tests reach which mutant: several times as slow as trying one. */
let isCounting = false;

/** Stryker's function that counts a visit, as it begins. */
const COUNT = 'function cover() {';

/** Counts loads: modules of the project are other modules in each. */
let load = 0;

/** Makes every module of the project a new one in each load, but for those to keep and what they import. */
function renewModules(root: string, keep: readonly string[]): void {
  const toUrl = (path: string): string => pathToFileURL(join(root, path)).href;
  const folders = ['src/', 'tests/'].map(toUrl);
  const kept = new Set(keep.map(toUrl));
  const isOurs = (url: string): boolean => folders.some((folder) => url.startsWith(folder));
  const sources = new Map<string, string>();
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      const [url = ''] = found.url.split('?');
      const { parentURL = '' } = context;
      const isOfKept = isOurs(parentURL) && !parentURL.includes('?');
      return isOurs(url) && !kept.has(url) && !isOfKept
        ? { ...found, url: `${url}?load=${String(load)}` }
        : { ...found, url: isOurs(url) ? url : found.url };
    },
    load(url, context, next) {
      const [address = ''] = url.split('?');
      if (!isOurs(address)) return next(url, context);
      let source = sources.get(address);
      if (source === undefined) {
        source = stripTypeScriptTypes(readFileSync(fileURLToPath(address), 'utf8'));
        sources.set(address, source);
      }
      return {
        format: 'module',
        source: isCounting ? source : source.replace(COUNT, `${COUNT} return;`),
        shortCircuit: true,
      };
    },
  });
}

class OneProcessRunner {
  static inject = ['options'] as const;

  readonly #options: Options;
  readonly #state = ((globalThis as unknown as { __stryker__?: MutantState }).__stryker__ ??= {});
  readonly #root = process.cwd();
  /** How long the tests of each file took when they last passed here, loading included [ms]. */
  readonly #costs = new Map<string, number>();
  #vitest!: typeof Runner;

  constructor(options: Options) {
    this.#options = options;
  }

  capabilities(): { reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    process.env['NODE_ENV'] = 'test';
    process.env['VITEST'] = 'true';
    renewModules(this.#root, this.#options.oneProcess.keep);
    // The one that the tests get: of the vitest beside them.
    const vitest = createRequire(join(this.#root, 'node_modules/vitest/package.json'));
    this.#vitest = vitest('@vitest/runner') as typeof Runner;
    // A counterexample kills a mutant, the smallest one no better.
    const { default: fc } = (await import(
      pathToFileURL(join(this.#root, 'node_modules/fast-check/lib/fast-check.js')).href
    )) as { default: typeof fastCheck };
    fc.configureGlobal({ endOnFailure: true });
  }

  async dryRun(): Promise<object> {
    const { include } = this.#options.oneProcess;
    const files: string[] = [];
    for await (const file of glob([...include], { cwd: this.#root })) files.push(file);
    const perTest: MutantCoverage['perTest'] = {};
    const tests: Result[] = [];
    isCounting = true;
    for (const file of files.sort()) {
      // Of this file alone: everything is loaded anew, and what loading meets belongs to each of its tests.
      const coverage: MutantCoverage = { static: {}, perTest: {} };
      this.#state.mutantCoverage = coverage;
      const results = await this.#runFiles([file]);
      for (const { id } of results) {
        const own = (perTest[id] ??= {});
        for (const hits of [coverage.static, coverage.perTest[id] ?? {}])
          for (const [mutant, count] of Object.entries(hits))
            own[mutant] = (own[mutant] ?? 0) + count;
      }
      tests.push(...results);
    }
    this.#state.mutantCoverage = undefined;
    isCounting = false;
    return { status: 'complete', tests, mutantCoverage: { static: {}, perTest } };
  }

  async mutantRun({
    testFilter,
    hitLimit: most = Infinity,
    activeMutant,
  }: MutantRun): Promise<object> {
    // Stryker allows a mutant a hundred times as many visits as the code has; ten times is a loop without end too.
    const hitLimit = most / 10;
    const ids = new Set(testFilter);
    Object.assign(this.#state, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    const results = await this.#run(ids);
    const { hitCount = 0 } = this.#state;
    Object.assign(this.#state, {
      activeMutant: undefined,
      hitCount: undefined,
      hitLimit: undefined,
    });
    if (hitCount > hitLimit)
      return { status: 'timeout', reason: `Hit limit reached (${String(hitCount)})` };
    const failed = results.filter(({ status }) => status === STATUS.failed);
    const nrOfTests = results.filter(({ status }) => status !== STATUS.skipped).length;
    return failed.length === 0
      ? { status: 'survived', nrOfTests }
      : {
          status: 'killed',
          killedBy: failed.map(({ id }) => id),
          failureMessage: failed[0]?.failureMessage ?? '',
          nrOfTests,
        };
  }

  dispose(): void {
    // Nothing was started.
  }

  /** Runs tests until one fails, those of fast files first: most mutants need no others. */
  #run(ids: ReadonlySet<string>): Promise<Result[]> {
    const files = new Set([...ids].map((id) => id.split('#', 1)[0] ?? ''));
    const cost = (file: string): number => this.#costs.get(file) ?? 0;
    return this.#runFiles(
      [...files].sort((a, b) => cost(a) - cost(b)),
      ids,
    );
  }

  /** Loads everything anew and runs the tests of files, all where no ids are given. */
  async #runFiles(files: readonly string[], ids?: ReadonlySet<string>): Promise<Result[]> {
    load += 1;
    const state = this.#state;
    let hasFailed = false;
    const isWanted = (test: Test): boolean =>
      ids === undefined || (!hasFailed && ids.has(idOf(this.#root, test)));
    const runner: VitestRunner = {
      config: {
        root: this.#root,
        setupFiles: [],
        name: undefined,
        passWithNoTests: true,
        testNamePattern: undefined,
        allowOnly: false,
        sequence: { seed: 1, hooks: 'stack', setupFiles: 'list' },
        chaiConfig: undefined,
        maxConcurrency: 1,
        testTimeout: PATIENCE_MS,
        hookTimeout: PATIENCE_MS,
        retry: 0,
        includeTaskLocation: false,
        tags: [],
        tagsFilter: undefined,
        strictTags: false,
      },
      importFile: (path) => import(pathToFileURL(path).href),
      onBeforeRunTask: (test) => {
        if (!isWanted(test)) test.mode = 'skip';
        // Nothing ends a test that is skipped: what is loaded after it would count as reached by it.
        if (test.mode !== 'skip' && test.mode !== 'todo')
          state.currentTestId = idOf(this.#root, test);
      },
      onAfterRunTask: (test) => {
        state.currentTestId = undefined;
        if (test.result?.state === 'fail') hasFailed = true;
      },
    };
    const loaded: File[] = [];
    for (const file of files) {
      if (hasFailed) break;
      const started = performance.now();
      const [one] = await this.#vitest.startTests([resolve(this.#root, file)], runner);
      if (one === undefined) throw new Error(`${file} was not run`);
      hasFailed ||= one.result?.state === 'fail';
      if (!hasFailed) this.#costs.set(file, performance.now() - started);
      loaded.push(one);
    }
    return loaded.flatMap((file) => listResults(this.#root, file));
  }
}

/** The results of the tests of a file; one of the file itself where it, or a hook, failed. */
function listResults(root: string, file: File): Result[] {
  const tests = listTests(file);
  const results = tests.map((test): Result => {
    const { state, duration = 0, errors } = test.result ?? {};
    return {
      ...{ id: idOf(root, test), name: nameOf(test), fileName: file.filepath },
      timeSpentMs: duration,
      status: state === 'fail' ? STATUS.failed : state === 'pass' ? STATUS.success : STATUS.skipped,
      failureMessage: errors?.[0]?.message ?? '',
    };
  });
  if (results.some(({ status }) => status === STATUS.failed)) return results;
  const broken = [file, ...listSuites(file)].find((suite) => suite.result?.state === 'fail');
  if (broken === undefined) return results;
  const failureMessage = broken.result?.errors?.[0]?.message ?? 'the file could not be loaded';
  const [first] = results;
  const name = `${file.name} as a whole`;
  return [
    {
      ...{ id: first?.id ?? `${file.name}#`, name: first?.name ?? name, fileName: file.filepath },
      ...{ timeSpentMs: 0, status: STATUS.failed, failureMessage },
    },
    ...results.slice(1),
  ];
}

const isTest = (task: Task): task is Test => task.type === 'test';

const listTests = (suite: Suite): Test[] =>
  suite.tasks.flatMap((task) => (isTest(task) ? [task] : listTests(task)));

const listSuites = (suite: Suite): Suite[] =>
  suite.tasks.flatMap((task) => (isTest(task) ? [] : [task, ...listSuites(task)]));

function nameOf(test: Test): string {
  const names = [test.name];
  for (let suite = test.suite; suite !== undefined; suite = suite.suite) names.unshift(suite.name);
  return names.join(' ');
}

const idOf = (root: string, test: Test): string =>
  `${relative(root, test.file.filepath)}#${nameOf(test)}`;

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'one-process', injectableClass: OneProcessRunner },
];
