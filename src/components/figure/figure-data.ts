import { mustGet } from '../../core/catalogue.ts';
import { buildPlaneFigure } from '../../core/figure/build-plane-figure.ts';
import type { FigureHistory } from '../../core/figure/figure-history.ts';
import { buildFigureHistory } from '../../core/figure/figure-history.ts';
import type { FigureAxis, FigureSpec } from '../../core/figure/figure-spec.ts';
import { getCatalogue, getCombined } from '../../io/site.ts';
import { typesetTitle } from './math-title.ts';

const figures = new Map<string, Promise<FigureSpec>>();

/** The figure of a plane, built once however many pages show it. */
export function getPlaneFigure(planeId: string): Promise<FigureSpec> {
  const known = figures.get(planeId);
  // In development the content changes under a running server.
  if (known !== undefined && !import.meta.env.DEV) return known;
  const figure = buildFigure(planeId);
  figures.set(planeId, figure);
  return figure;
}

async function buildFigure(planeId: string): Promise<FigureSpec> {
  const { catalogue } = await getCatalogue();
  const plane = mustGet(catalogue.planes, planeId);
  const spec = buildPlaneFigure(plane, catalogue, await getCombined(planeId));
  return { ...spec, x: await typesetAxis(spec.x), y: await typesetAxis(spec.y) };
}

/** The axis with its title, and that of everything it can also show, as outlines. */
async function typesetAxis(axis: FigureAxis): Promise<FigureAxis> {
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

const histories = new Map<string, Promise<FigureHistory | undefined>>();

/** The figure of a plane as of every year; undefined where there is only one. */
export function getFigureHistory(planeId: string): Promise<FigureHistory | undefined> {
  const known = histories.get(planeId);
  if (known !== undefined && !import.meta.env.DEV) return known;
  const history = buildHistory(planeId);
  histories.set(planeId, history);
  return history;
}

async function buildHistory(planeId: string): Promise<FigureHistory | undefined> {
  const { catalogue } = await getCatalogue();
  const plane = mustGet(catalogue.planes, planeId);
  return buildFigureHistory(plane, catalogue, await getPlaneFigure(planeId));
}
