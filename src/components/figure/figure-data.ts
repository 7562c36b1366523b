import { mustGet } from '../../core/catalogue.ts';
import { buildPlaneFigure } from '../../core/figure/build-plane-figure.ts';
import type { FigureSpec } from '../../core/figure/figure-spec.ts';
import { getCatalogue, getCombined } from '../../io/site.ts';

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
  return buildPlaneFigure(plane, catalogue, await getCombined(planeId));
}
