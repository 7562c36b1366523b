import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Step } from './steps.ts';
import { BUILD, CHECK, INDEX, runLanes, runStep } from './steps.ts';

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

async function count(step: Step, readCounts?: () => Promise<Counts>): Promise<boolean> {
  const { ok } = await runStep(step);
  const counts = (await readCounts?.().catch(() => undefined)) ?? {
    passed: Number(ok),
    failed: Number(!ok),
    skipped: 0,
  };
  total.passed += counts.passed;
  total.skipped += counts.skipped;
  // A runner that fails without a failed test (a broken configuration, say) still failed.
  total.failed += ok ? counts.failed : Math.max(1, counts.failed);
  return ok;
}

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

await count(CHECK);
await count({
  name: 'compare the combined limits',
  command: ['node', 'scripts/combine.ts', '--check'],
});
// Types of the content collections, which linting and the type check read.
await count({ name: 'write the types of the content', command: ['astro', 'sync'] });
const lanes = await runLanes([
  [
    // It looks at plain TypeScript too: what `tsc` would say, it says.
    {
      name: 'check types',
      command: ['astro', 'check', '--minimumSeverity', 'warning'],
    },
    {
      name: 'check formatting',
      command: ['prettier', '--check', '--log-level', 'warn', '.'],
    },
  ],
  [{ name: 'lint', command: ['eslint', '.'] }],
]);
total.passed += lanes.filter(({ ok }) => ok).length;
total.failed += lanes.filter(({ ok }) => !ok).length;
await count(
  {
    name: 'unit tests',
    command: [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
    ],
  },
  readUnit,
);
const isBuilt = (await count(BUILD)) && (await count(INDEX));
if (isBuilt) {
  await count(
    {
      name: 'browser tests',
      command: ['playwright', 'test', '--reporter=list,json'],
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
    },
    readBrowser,
  );
} else {
  total.failed += 1;
  console.error('\nThe browser tests need a built site; they count as failed.');
}
await rm(folder, { recursive: true });

const skipped = total.skipped > 0 ? `, ${String(total.skipped)} skipped` : '';
console.log(`\n${String(total.passed)} passed, ${String(total.failed)} failed${skipped}`);
process.exitCode = total.failed === 0 ? 0 : 1;
