import type { Catalogue, PlaneEntry } from '../catalogue.ts';
import type { FigureAxis, LifetimeContour } from './figure-spec.ts';

/** Lines of equal lifetime of a plane, with the source of the widths. */
export interface LifetimeLines {
  readonly contours: readonly LifetimeContour[];
  readonly source: string;
}

/** None where the width of the plane's model is not known in closed form. */
export function listLifetimeContours(
  _plane: PlaneEntry,
  _catalogue: Catalogue,
  _axes: { readonly x: FigureAxis; readonly y: FigureAxis },
): LifetimeLines {
  return { contours: [], source: '' };
}
