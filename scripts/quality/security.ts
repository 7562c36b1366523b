import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { judgeLicences } from '../../src/core/licences/judge-licences.ts';
import { readPackageLock } from '../../src/core/licences/package-lock.ts';
import { inspectSafety } from '../../src/core/quality/page-safety.ts';
import type { Measurement, QualityFigure } from '../../src/core/quality/quality-report.ts';
import { countFaults } from '../../src/core/quality/quality-report.ts';
import { listFiles } from '../../src/io/release/list-files.ts';
import { SITE } from '../../src/io/replace-site.ts';
import { NO_TEXT } from '../../src/io/third-party.ts';
import { CONTENT_POLICY, REFERRER_POLICY } from '../../src/layouts/policy.ts';
import { HOSTILE_TEXTS } from '../../tests/fixtures/hostile-texts.ts';

const METHOD =
  'Every HTML file of the built site is read: its policy, scripts, styles, handlers and what it would load from other hosts. Each text of the corpus of hostile texts goes by itself through every writer (tests/core/hostile-text.test.ts). Licences are those that both lock files state; advisories are asked of the package registry with npm audit.';

const LOCKS = ['.', 'scripts/quality/tools'] as const;

/** Reads the built site, runs the corpus, judges licences and asks for advisories. */
export async function measureSecurity(): Promise<Measurement> {
  return {
    method: METHOD,
    figures: [
      ...(await measurePages()),
      ...(await measureCorpus()),
      ...(await measureLicences()),
      ...(await measureAdvisories()),
    ],
  };
}

async function measurePages(): Promise<QualityFigure[]> {
  // Also those that only lead on.
  const paths = (await listFiles(SITE)).filter(
    (file) => file.endsWith('.html') && !file.startsWith('/pagefind/'),
  );
  const pages = await Promise.all(
    paths.map(async (path) => ({ path, html: await readFile(join(SITE, path), 'utf8') })),
  );
  const policies = { content: CONTENT_POLICY, referrer: REFERRER_POLICY };
  const notices = await readFile(join(SITE, 'licences.txt'), 'utf8');
  return [
    { what: 'pages looked at', value: pages.length, least: 1 },
    ...inspectSafety(pages, policies).map(({ what, faults }) =>
      countFaults(
        what,
        faults.map(({ path, found }) => ({ found: `${path}: ${found}` })),
      ),
    ),
    {
      what: 'works of others without a text of their licence',
      value: notices.split(NO_TEXT).length - 1,
      most: 0,
    },
  ];
}

/** A number that has to be none, with the first offender. */
const count = (what: string, offenders: readonly string[]): QualityFigure =>
  countFaults(
    what,
    offenders.map((found) => ({ found })),
  );

interface VitestReport {
  readonly numTotalTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

async function measureCorpus(): Promise<QualityFigure[]> {
  const { stdout } = await run(
    'vitest',
    ['run', 'tests/core/hostile-text.test.ts', '--reporter=json'],
    {
      HOSTILE: 'each',
    },
  );
  const report = JSON.parse(stdout.slice(stdout.indexOf('{'))) as VitestReport;
  const failed = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status !== 'passed').map(({ fullName }) => fullName),
  );
  return [
    { what: 'hostile texts', value: Object.keys(HOSTILE_TEXTS).length },
    {
      what: 'hostile texts tried, each in every kind of output',
      value: report.numTotalTests,
      least: 3 * Object.keys(HOSTILE_TEXTS).length,
    },
    count('hostile texts that became more than text', failed),
  ];
}

async function measureLicences(): Promise<QualityFigure[]> {
  const texts = await Promise.all(
    LOCKS.map((folder) => readFile(join(folder, 'package-lock.json'), 'utf8')),
  );
  const packages = texts.flatMap(readPackageLock);
  return [
    { what: 'packages whose licence was looked at', value: packages.length },
    count(
      'packages whose licence is not allowed',
      judgeLicences(packages).map((fault) => `${fault.package}: ${fault.found}`),
    ),
  ];
}

interface Audit {
  readonly metadata?: { readonly vulnerabilities: Readonly<Record<string, number>> };
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string }>>;
}

async function measureAdvisories(): Promise<QualityFigure[]> {
  const asked = [
    ['of what the site is built with', '.', ['--omit=dev']],
    ['of everything that is installed', '.', []],
    ['of the tools of this report', 'scripts/quality/tools', []],
  ] as const;
  const figures: QualityFigure[] = [];
  for (const [whose, folder, flags] of asked) {
    const what = `advisories ${whose}`;
    const { stdout } = await run('npm', ['audit', '--json', ...flags, '--prefix', folder], {});
    const audit = readAudit(stdout);
    if (audit?.metadata === undefined) {
      figures.push({ what, value: 'not measured: the registry gives no advisories' });
      continue;
    }
    const severe = Object.entries(audit.vulnerabilities ?? {}).filter(([, { severity }]) =>
      ['high', 'critical'].includes(severity),
    );
    figures.push(
      { what, value: audit.metadata.vulnerabilities['total'] ?? 0 },
      count(
        `${what}, high or critical`,
        severe.map(([name]) => name),
      ),
    );
  }
  return figures;
}

function readAudit(text: string): Audit | undefined {
  try {
    return JSON.parse(text) as Audit;
  } catch {
    return undefined;
  }
}

/** What a command prints, whatever its exit code: both commands here tell by it that they found something. */
async function run(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly stdout: string }> {
  const options = { env: { ...process.env, ...env }, maxBuffer: 2 ** 28, timeout: 300_000 };
  return promisify(execFile)(program, [...args], options).catch((error: unknown) => {
    const { stdout } = error as { stdout?: string };
    if (stdout === undefined) throw error;
    return { stdout };
  });
}
