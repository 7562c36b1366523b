import { mustGet } from '../../core/catalogue.ts';
import { buildPlaneFigure } from '../../core/figure/build-plane-figure.ts';
import type { FigureHistory } from '../../core/figure/figure-history.ts';
import { buildFigureHistory } from '../../core/figure/figure-history.ts';
import type { FigureAxis, FigureSpec } from '../../core/figure/figure-spec.ts';
import { getCatalogue, getCombined } from '../../io/site.ts';
import { typesetTitle } from './math-title.ts';
import { memoise } from './memo.ts';

/** The figure of a plane, built once however many pages show it. */
export const getPlaneFigure = memoise(async (planeId): Promise<FigureSpec> => {
  const { catalogue } = await getCatalogue();
  const plane = mustGet(catalogue.planes, planeId);
  const spec = buildPlaneFigure(plane, catalogue, await getCombined(planeId));
  return { ...spec, x: await typesetAxis(spec.x), y: await typesetAxis(spec.y) };
});

/** The axis with its title, and that of everything it can also show, as outlines. */
export async function typesetAxis(axis: FigureAxis): Promise<FigureAxis> {
  const choices = await Promise.all(
    (axis.choices ?? []).map(async (choice) => ({
      ...choice,
      typeset: await typesetTitle(choice),
    })),
  );
  return {
    ...axis,
    typeset: await typesetTitle(axis),
    ...(axis.choices === undefined ? {} : { choices }),
  };
}

/** The figure of a plane as of every year; undefined where there is only one. */
export const getFigureHistory = memoise(async (planeId): Promise<FigureHistory | undefined> => {
  const { catalogue } = await getCatalogue();
  const plane = mustGet(catalogue.planes, planeId);
  return buildFigureHistory(plane, catalogue, await getPlaneFigure(planeId));
});
