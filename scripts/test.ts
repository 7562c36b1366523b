import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Step } from './steps.ts';
import { BUILD, CHECK, runLanes, runStep } from './steps.ts';

/**
 * Everything `npm test` runs, all of it even after a failure, closing with one line of counts. A step
 * without tests of its own counts as one.
 */
const folder = await mkdtemp(join(tmpdir(), 'dark-portals-test-'));
const unitReport = join(folder, 'unit.json');
const browserReport = join(folder, 'browser.json');

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const total: Counts = { passed: 0, failed: 0, skipped: 0 };

/** Counts a step that ended, by its own report where it has one. */
async function count(ok: boolean, readCounts?: () => Promise<Counts>): Promise<void> {
  const counts = (await readCounts?.().catch(() => undefined)) ?? {
    passed: Number(ok),
    failed: Number(!ok),
    skipped: 0,
  };
  total.passed += counts.passed;
  total.skipped += counts.skipped;
  // A runner that fails without a failed test (a broken configuration, say) still failed.
  total.failed += ok ? counts.failed : Math.max(1, counts.failed);
}

const run = async (step: Step, readCounts?: () => Promise<Counts>): Promise<void> =>
  count((await runStep(step)).ok, readCounts);

async function readUnit(): Promise<Counts> {
  const report = JSON.parse(await readFile(unitReport, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
  };
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests,
  };
}

async function readBrowser(): Promise<Counts> {
  const { stats } = JSON.parse(await readFile(browserReport, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

const COMPARE_COMBINED: Step = {
  name: 'compare the combined limits',
  command: ['node', 'scripts/combine.ts', '--check'],
};
// It looks at plain TypeScript too: what `tsc` would say, it says.
const TYPES: Step = {
  name: 'check types',
  command: ['astro', 'check', '--minimumSeverity', 'warning'],
};
const FORMATTING: Step = {
  name: 'check formatting',
  command: ['prettier', '--check', '--log-level', 'warn', '.'],
};
const LINT: Step = { name: 'lint', command: ['eslint', '.'] };
const UNIT: Step = {
  name: 'unit tests',
  command: [
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
  ],
};
const BROWSER: Step = {
  name: 'browser tests',
  command: ['playwright', 'test', '--reporter=list,json'],
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
};

await run(CHECK);
await run(COMPARE_COMBINED);
// Types of the content collections, which linting and the type check read.
await run({ name: 'write the types of the content', command: ['astro', 'sync'] });
// None needs what another writes, and each leaves a core idle at times.
const [lint, unit, types, formatting, build] = await runLanes([
  [LINT, UNIT],
  [TYPES, FORMATTING, BUILD],
]);
for (const result of [lint, types, formatting, build]) await count(result?.ok === true);
await count(unit?.ok === true, readUnit);
if (build?.ok === true) {
  await run(BROWSER, readBrowser);
} else {
  total.failed += 1;
  console.error('\nThe browser tests need a built site; they count as failed.');
}
await rm(folder, { recursive: true });

const skipped = total.skipped > 0 ? `, ${String(total.skipped)} skipped` : '';
console.log(`\n${String(total.passed)} passed, ${String(total.failed)} failed${skipped}`);
process.exitCode = total.failed === 0 ? 0 : 1;
