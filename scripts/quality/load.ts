import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Measurement, QualityFigure } from '../../src/core/quality/quality-report.ts';
import { SITE } from '../../src/io/replace-site.ts';
import { PAGES } from '../../tests/e2e/page-kinds.ts';
import { installTools, TOOLS } from './install-tools.ts';

/** Connections at a time, and for how long [s]. */
const LOADS = [10, 100] as const;
const SECONDS = 10;

/** Slowest of 99 in 100 answers that is still a site at hand, whatever the machine [ms]. */
const MOST_P99 = 1000;
/** Requests a second that a small machine has to answer: a class of 200 students that all open a page within a second. */
const LEAST_REQUESTS = 200;
/** Memory of the server after a hundred connections [MB]; the list of files is most of it. */
const MOST_MEMORY = 400;

const METHOD = `The built site behind sirv in production mode, as a process of its own on the loopback interface of the same machine, with what was compressed when it was built; autocannon asks in turn for a page of each kind, their scripts and styles, and JSON, over ${LOADS.join(' and ')} connections, ${String(SECONDS)} s each. Client and server share the processors, so that a host does better; a network adds its own delays.`;

/** What autocannon answers, as far as it is read. */
interface LoadResult {
  readonly requests: { readonly average: number };
  readonly throughput: { readonly average: number };
  readonly latency: Readonly<Record<'p50' | 'p97_5' | 'p99', number>>;
  readonly errors: number;
  readonly timeouts: number;
  readonly non2xx: number;
}

type Autocannon = (options: object) => Promise<LoadResult>;

/** Asks for the files of the built site from many connections at a time. */
export async function measureLoad(): Promise<Measurement> {
  const autocannon = findAutocannon();
  const paths = await listPaths();
  const server = fork('scripts/quality/load-server.ts', [SITE], { stdio: 'inherit' });
  try {
    const { port = 0, memory } = await hear(server);
    const figures: QualityFigure[] = [
      { what: 'files asked for in turn', value: paths.length },
      {
        what: 'memory of the server before the first request',
        value: Math.round(memory),
        unit: 'MB',
      },
    ];
    for (const connections of LOADS) {
      const result = await autocannon({
        url: `http://127.0.0.1:${String(port)}`,
        connections,
        duration: SECONDS,
        requests: paths.map((path) => ({ path, headers: { 'accept-encoding': 'br, gzip' } })),
      });
      server.send('memory');
      figures.push(...describeLoad(connections, result, (await hear(server)).memory));
    }
    return { method: METHOD, figures };
  } finally {
    if (server.connected) server.disconnect();
  }
}

function describeLoad(
  connections: number,
  { requests, throughput, latency, errors, timeouts, non2xx }: LoadResult,
  memory: number,
): QualityFigure[] {
  const over = `, ${String(connections)} connections`;
  return [
    {
      what: `answers a second${over}`,
      value: Math.round(requests.average),
      unit: '1/s',
      least: LEAST_REQUESTS,
    },
    { what: `half of the answers within${over}`, value: latency.p50, unit: 'ms' },
    { what: `97.5 % of the answers within${over}`, value: latency.p97_5, unit: 'ms' },
    { what: `99 % of the answers within${over}`, value: latency.p99, unit: 'ms', most: MOST_P99 },
    {
      what: `errors, time-outs and other answers than 200${over}`,
      value: errors + timeouts + non2xx,
      most: 0,
    },
    { what: `data sent${over}`, value: Math.round(throughput.average / 1e5) / 10, unit: 'MB/s' },
    {
      what: `memory of the server${over}`,
      value: Math.round(memory),
      unit: 'MB',
      most: MOST_MEMORY,
    },
  ];
}

async function hear(
  server: ChildProcess,
): Promise<{ readonly port?: number; readonly memory: number }> {
  const ended = once(server, 'exit').then(() => {
    throw new Error('the server ended; is the site being built meanwhile?');
  });
  const [message] = (await Promise.race([once(server, 'message'), ended])) as [
    { port?: number; memory: number },
  ];
  return message;
}

/**
 * A page of each kind, what each loads, and data: in this order, so that a run of them is like a reader.
 * @throws when one is missing, which would be measured as a fast error
 */
async function listPaths(): Promise<string[]> {
  const pages = Object.values(PAGES).filter((path) => path.endsWith('/'));
  const loaded = await Promise.all(
    pages.map(async (path) => {
      const html = await readFile(join(SITE, path, 'index.html'), 'utf8');
      const [own] = /\/_astro\/[^"]+\.js/.exec(html) ?? [];
      return own === undefined ? [path] : [path, own];
    }),
  );
  const [style] = (await readdir(join(SITE, '_astro'))).filter((name) => name.endsWith('.css'));
  const data = [
    '/api/v1/index.json',
    '/api/v1/combined/dark-photon-visible.json',
    '/figures/dark-photon-visible.svg',
    '/limits/babar-2014-dark-photon.csv',
    ...(style === undefined ? [] : [`/_astro/${style}`]),
  ];
  for (const path of data) await stat(join(SITE, path));
  return [...loaded.flat(), ...data];
}

function findAutocannon(): Autocannon {
  installTools();
  return createRequire(join(TOOLS, 'package.json'))('autocannon') as Autocannon;
}
