import { buildPlaneFigure } from '../../src/core/figure/build-plane-figure.ts';
import { describePlaneBrief } from '../../src/components/check/describe-plane-brief.ts';
import { listIndexFiles } from '../../src/core/api/index-file.ts';
import { mustGet } from '../../src/core/catalogue.ts';
import { combine } from '../../src/core/combine/combine.ts';
import { readContent } from '../../src/io/read-content.ts';

/**
 * Measures, in a process of its own, one part of a catalogue and prints it as JSON: `index ROOT` the index of the
 * API, `plane ROOT ID` what the page of a plane is made of.
 */
const [part, root = 'content', id = ''] = process.argv.slice(2);
const { catalogue } = await readContent(root);
const version = { date: '2026-01-01', commit: 'scale' };

const time = <T>(work: () => T): { seconds: number; result: T } => {
  const started = performance.now();
  const result = work();
  return { seconds: (performance.now() - started) / 1000, result };
};

if (part === 'index') {
  const site = { catalogue, combined: new Map(), version, url: 'https://example.org' };
  const { seconds, result } = time(() =>
    listIndexFiles(site).map((file) => ({ path: file.path, bytes: file.write().length })),
  );
  const [index, ...planes] = result;
  const largest = planes.reduce((a, b) => (b.bytes > a.bytes ? b : a));
  console.log(
    JSON.stringify({
      seconds,
      limits: catalogue.limits.size,
      bytes: index?.bytes ?? 0,
      largestPart: largest,
    }),
  );
} else {
  const plane = mustGet(catalogue.planes, id);
  const combined = time(() => combine(plane, catalogue, 'laboratory', 'all'));
  const figure = time(() => buildPlaneFigure(plane, catalogue));
  const brief = time(() => describePlaneBrief(plane, catalogue, version));
  console.log(
    JSON.stringify({
      limits: figure.result.series.length,
      combineSeconds: combined.seconds,
      figureSeconds: figure.seconds,
      figureBytes: JSON.stringify(figure.result).length,
      briefBytes: JSON.stringify(brief.result).length,
    }),
  );
}
