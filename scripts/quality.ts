import { parseArgs } from 'node:util';
import type {
  Measurement,
  QualityFigure,
  QualityPart,
} from '../src/core/quality/quality-report.ts';
import { isMet, listMissed, QUALITY_PARTS } from '../src/core/quality/quality-report.ts';
import { askGit } from '../src/io/ask-git.ts';
import { describeMachine, QUALITY_FILE, writeQuality } from '../src/io/quality-report.ts';
import { failUsage } from './usage.ts';

const HELP = `npm run quality [-- PART ...]

Measures the site and the code, all of it or the parts named, and writes what was found into
${QUALITY_FILE}, which /about/quality/ shows. The site has to be built (npm run build). It takes long: run
it on a quiet machine, part by part if need be; parts that are not measured keep their last figures.

Parts: ${QUALITY_PARTS.map(({ id }) => id).join(', ')}

Exit code: 0 every budget is kept, 1 one is missed or something could not be measured, 2 the call is wrong.`;

/** How each part is measured; loaded when it is, as each needs much. */
const MEASURES: Readonly<Partial<Record<QualityPart, () => Promise<Measurement>>>> = {
  speed: async () => (await import('./quality/speed.ts')).measureSpeed(),
  lighthouse: async () => (await import('./quality/lighthouse.ts')).measureLighthouse(),
  accessibility: async () => (await import('./quality/accessibility.ts')).measureAccessibility(),
  security: async () => (await import('./quality/security.ts')).measureSecurity(),
  offline: async () => (await import('./quality/offline.ts')).measureOffline(),
  integrity: async () => (await import('./quality/integrity.ts')).measureIntegrity(),
  scale: async () => (await import('./quality/scale.ts')).measureScale(),
  load: async () => (await import('./quality/load.ts')).measureLoad(),
  mutation: async () => (await import('./quality/mutation.ts')).measureMutation(),
  coverage: async () => (await import('./quality/coverage.ts')).measureCoverage(),
};

const parts = failUsage(() => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const unknown = positionals.find((name) => !QUALITY_PARTS.some(({ id }) => id === name));
  if (unknown !== undefined) throw new Error(`There is no part "${unknown}".`);
  return QUALITY_PARTS.filter(({ id }) => positionals.length === 0 || positionals.includes(id));
}, HELP);

const version = (): string => {
  const commit = askGit('.', 'rev-parse', '--short=10', 'HEAD') ?? 'unknown';
  const changes = askGit('.', 'status', '--porcelain', '--', '.', `:!${QUALITY_FILE}`);
  return changes === '' ? commit : `${commit}-dirty`;
};

const describeFigure = (figure: QualityFigure): string => {
  const { what, page, value, unit = '', most, least, culprit } = figure;
  const budget = [
    ...(most === undefined ? [] : [`at most ${String(most)}`]),
    ...(least === undefined ? [] : [`at least ${String(least)}`]),
  ].join(', ');
  const verdict = isMet(figure) === false ? 'MISSED' : isMet(figure) === true ? 'kept' : '';
  return [
    `${what}${page === undefined ? '' : ` (${page})`}: ${String(value)} ${unit}`.trimEnd(),
    ...(budget === '' ? [] : [`${budget}: ${verdict}`]),
    ...(culprit === undefined ? [] : [culprit]),
  ].join(' · ');
};

let isGood = true;
for (const { id, title } of parts) {
  const measure = MEASURES[id];
  if (measure === undefined) throw new Error(`Nothing measures ${id}.`);
  console.error(`\n── ${title}`);
  const started = performance.now();
  try {
    const measurement = await measure();
    const seconds = Math.round((performance.now() - started) / 1000);
    const date = new Date().toISOString().slice(0, 10);
    const machine = describeMachine();
    await writeQuality(QUALITY_FILE, id, {
      ...measurement,
      ...{ date, commit: version(), machine, seconds },
    });
    for (const figure of measurement.figures) console.log(describeFigure(figure));
    const missed = listMissed(measurement).length;
    if (missed > 0) isGood = false;
    console.error(`── ${title}: ${String(missed)} budgets missed, ${String(seconds)} s`);
  } catch (error) {
    // The last figures of the part stay as they are.
    isGood = false;
    console.error(`── ${title} could not be measured: ${String(error)}`);
  }
}
process.exitCode = isGood ? 0 : 1;
