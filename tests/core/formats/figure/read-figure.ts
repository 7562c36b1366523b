import { readFile } from 'node:fs/promises';
import { mustGet } from '../../../../src/core/catalogue.ts';
import type { CombinedFile } from '../../../../src/core/combine/combined-file.ts';
import { buildPlaneFigure } from '../../../../src/core/figure/build-plane-figure.ts';
import type { FigureSpec } from '../../../../src/core/figure/figure-spec.ts';
import { collectSources } from '../../../../src/core/formats/figure/collect-sources.ts';
import type { TakeAwayContext } from '../../../../src/core/formats/figure/take-away.ts';
import type { ReadResult } from '../../../../src/io/read-content.ts';
import { makeContext } from './make-context.ts';

/** A real figure as its page first shows it, with its sources. */
export async function readFigure(
  planeId: string,
  { catalogue }: Pick<ReadResult, 'catalogue'>,
): Promise<{ spec: FigureSpec; context: TakeAwayContext }> {
  const combined = await readFile(`content/combined/${planeId}.json`, 'utf8').then(
    (text) => JSON.parse(text) as CombinedFile,
    () => undefined,
  );
  const all = buildPlaneFigure(mustGet(catalogue.planes, planeId), catalogue, combined);
  const spec = { ...all, series: all.series.filter((one) => !one.startsHidden) };
  const permalink = `https://example.org/planes/${planeId}/`;
  return {
    spec,
    context: makeContext({ permalink, ...collectSources(spec.series, planeId, catalogue) }),
  };
}
