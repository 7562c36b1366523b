import { parseArgs } from 'node:util';
import { combine } from '../src/core/combine/combine.ts';
import { briefOf, makeJudge } from '../src/core/query/verdict.ts';
import { readContent } from '../src/io/read-content.ts';
import { checkContent } from '../src/io/check-content.ts';
import { combineAll } from '../src/io/combined.ts';
import { withoutCache } from '../src/io/parse-cache.ts';
import { measureCheck } from './bench-check.ts';
import { combineSynthetic, measureVerdicts } from './bench-scale.ts';
import { measureFigure } from './bench-figure.ts';
import { measureRecast } from './bench-recast.ts';
import { printScans } from './bench-scan.ts';
import { BUILD, runStep } from './steps.ts';
import { failUsage } from './usage.ts';

const HELP = `npm run bench [-- --scan POINTS]

Times what contributors and readers wait for, each beside its budget.
  --scan POINTS  only the scans of points with exclusion.sql, up to so many: 1e8 takes some minutes

Exit code: 0 done, 2 the call is wrong.`;

/** Points of the largest scan, and whether there is nothing else to time. */
const { most, isScanOnly } = failUsage(() => {
  const { scan } = parseArgs({ options: { scan: { type: 'string' } } }).values;
  const points = Number(scan ?? 1e7);
  if (!(points >= 1e6 && points <= 1e10))
    throw new Error(`--scan ${String(scan)}: expected 1e6 to 1e10`);
  return { most: points, isScanOnly: scan !== undefined };
}, HELP);

if (isScanOnly) {
  const { catalogue } = await readContent('content');
  await printScans(catalogue, most);
  process.exit(0);
}

/** Times the parts a contributor waits for. Timings are noisy: compare within one run only. */
interface Row {
  readonly what: string;
  readonly seconds: number;
  readonly budget: number;
}

async function time(what: string, budget: number, work: () => unknown): Promise<Row> {
  const started = performance.now();
  await work();
  return { what, seconds: (performance.now() - started) / 1000, budget };
}

const rows: Row[] = [
  await time('read the content', 5, () => readContent('content', () => withoutCache)),
  await time('check it, nothing kept', 8, () => checkContent('content', 'all', () => withoutCache)),
];
await checkContent('content');
rows.push(await time('check it again', 2, () => checkContent('content')));
const { catalogue } = await readContent('content');
rows.push(await time('combine every plane, scope and level', 2, () => [...combineAll(catalogue)]));
const build = await runStep(BUILD);
// Half of it draws the files that readers take away: four pictures and eight texts of every plane.
rows.push({ what: 'build the site and its index', seconds: build.seconds, budget: 60 });

for (const { what, seconds, budget } of rows) {
  const verdict = seconds <= budget ? 'within' : 'OVER';
  console.log(
    `${what.padEnd(40)} ${seconds.toFixed(2).padStart(8)} s  ${verdict} ${String(budget)} s`,
  );
}

const TIMES = 30;
console.log(`\nnpm run check on a catalogue ${String(TIMES)} times as large (warm within 15 s):`);
const { coldSeconds, warmSeconds, cacheMegabytes } = await measureCheck('content', TIMES);
console.log(
  `    cold ${coldSeconds.toFixed(1)} s  warm ${warmSeconds.toFixed(1)} s  ` +
    `${warmSeconds <= 15 ? 'within' : 'OVER'} 15 s  (${cacheMegabytes.toFixed(0)} MB kept)`,
);

console.log(
  '\nSynthetic limits of 1000 points, 90 % one-sided and 10 % islands (10 000 within 30 s):',
);
for (const limits of [100, 1000, 10_000]) {
  const { envelopeSeconds, regionsSeconds, perEdge } = combineSynthetic(limits, 1000);
  console.log(
    `${String(limits).padStart(8)} limits  envelope ${envelopeSeconds.toFixed(2).padStart(6)} s ` +
      `(${perEdge.toFixed(1)} ns per N log N)  regions ${regionsSeconds.toFixed(2).padStart(6)} s`,
  );
}

console.log('\nVerdicts, without input and output (at least 1 million a second):');
const judges = [...catalogue.planes.values()].map((plane) =>
  makeJudge(briefOf(combine(plane, catalogue, 'laboratory', 'all'), catalogue)),
);
const largest = judges.reduce((a, b) => (b.index.owners.length > a.index.owners.length ? b : a));
const rate = measureVerdicts(largest, 2_000_000);
console.log(`${(rate / 1e6).toFixed(1).padStart(8)} million a second on ${largest.plane}`);

await printScans(catalogue, most);

console.log('\nRecasting all visible limits to one model (at most 50 ms):');
for (const { model, milliseconds } of measureRecast(catalogue))
  console.log(`${milliseconds.toFixed(1).padStart(8)} ms  ${model}`);

console.log('\nThe figure with the most curves, in a real browser:');
const figure = await measureFigure();
const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const high = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? NaN;
for (const [what, value, unit, limit] of [
  ['interactive after it is in view, median', middle(figure.interactiveMs), 'ms', 1000],
  ['one hover, median', middle(figure.hoverMs), 'ms', 16],
  ['one hover, 95 of 100', high(figure.hoverMs), 'ms', 16],
  ['one step of a zoom, median', middle(figure.zoomMs), 'ms', 50],
  ['code, compressed', figure.codeBytes / 1000, 'kB', 100],
  ['data, compressed', figure.dataBytes / 1000, 'kB', 250],
] as const) {
  const verdict = value <= limit ? 'within' : 'OVER';
  console.log(
    `${what.padEnd(40)} ${value.toFixed(1).padStart(8)} ${unit}  ${verdict} ${String(limit)} ${unit}`,
  );
}
