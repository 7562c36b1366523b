import { readContent } from '../src/io/read-content.ts';
import { checkContent } from '../src/io/check-content.ts';
import { combineAll } from '../src/io/combined.ts';
import { BUILD, INDEX, runStep } from './steps.ts';

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

const rows: Row[] = [await time('read the content', 5, () => readContent('content'))];
rows.push(await time('check the whole catalogue', 5, () => checkContent('content')));
const { catalogue } = await readContent('content');
rows.push(await time('combine every plane, scope and level', 10, () => [...combineAll(catalogue)]));
const build = await runStep(BUILD);
const index = await runStep(INDEX);
rows.push({ what: 'build the site', seconds: build.seconds, budget: 30 });
rows.push({ what: 'index for search', seconds: index.seconds, budget: 30 });
rows.push({ what: 'build and index', seconds: build.seconds + index.seconds, budget: 30 });

for (const { what, seconds, budget } of rows) {
  const verdict = seconds <= budget ? 'within' : 'OVER';
  console.log(
    `${what.padEnd(40)} ${seconds.toFixed(2).padStart(8)} s  ${verdict} ${String(budget)} s`,
  );
}
