import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Measurement, QualityFigure } from '../../src/core/quality/quality-report.ts';
import { siteUrl } from '../../src/io/site.ts';
import { findBrowser } from '../../tests/e2e/find-browser.ts';
import { PAGES } from '../../tests/e2e/page-kinds.ts';
import { installTools, TOOLS } from './install-tools.ts';
import { serveCompressed } from './serve-compressed.ts';

const PROGRAM = join(TOOLS, 'node_modules/lighthouse/cli/index.js');

/** Canonical addresses name the host that a site is built for; a site built for this machine is served there. */
const { hostname, port } = new URL(siteUrl);
const PORT = hostname === 'localhost' && port !== '' ? Number(port) : 4395;

const PAGES_LOOKED_AT = ['home', 'portal', 'plane', 'limit', 'search', 'search page'] as const;

const METHOD =
  'Lighthouse 12 as it comes, for a phone with slow 4G and a slow processor (simulated), once a page; the built site compressed on loopback, with the headers it is given by hosts. Where a score is not 100 the audits that lower it are named.';

/** The part of Lighthouse's report that is read. */
interface Report {
  readonly categories: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly score: number | null;
        readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
      }
    >
  >;
  readonly audits: Readonly<
    Record<string, { readonly score: number | null; readonly displayValue?: string }>
  >;
}

/** Scores of Lighthouse for the pages that matter most. */
export async function measureLighthouse(): Promise<Measurement> {
  installTools();
  const { executablePath } = await findBrowser();
  return serveCompressed(PORT, async (root) => {
    const figures: QualityFigure[] = [];
    for (const kind of PAGES_LOOKED_AT) {
      const report = await look(root + PAGES[kind], executablePath);
      figures.push(...listScores(kind, PAGES[kind], report));
      console.error(
        `${kind}: ${figures
          .slice(-4)
          .map(({ value }) => String(value))
          .join(', ')}`,
      );
    }
    return { method: METHOD, figures };
  });
}

async function look(url: string, executablePath: string | undefined): Promise<Report> {
  const flags = '--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage';
  const { stdout } = await promisify(execFile)(
    'node',
    [PROGRAM, url, '--output=json', '--quiet', `--chrome-flags=${flags}`],
    {
      maxBuffer: 64e6,
      env: {
        ...process.env,
        ...(executablePath === undefined ? {} : { CHROME_PATH: executablePath }),
      },
    },
  );
  return JSON.parse(stdout) as Report;
}

function listScores(kind: string, page: string, { categories, audits }: Report): QualityFigure[] {
  return Object.values(categories).map(({ title, score, auditRefs }) => {
    const lowering = auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => [id, audits[id]?.displayValue].filter(Boolean).join(' '));
    return {
      what: `${title}, ${kind}`,
      page,
      value: score === null ? 'no score' : Math.round(score * 100),
      least: 100,
      ...(lowering.length === 0 ? {} : { culprit: lowering.slice(0, 4).join(', ') }),
    };
  });
}
