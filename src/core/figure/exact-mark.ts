import { type Catalogue, mustGet, type PlaneEntry } from '../catalogue.ts';
import { COMPUTED_DIGITS, roundTo } from '../combine/digits.ts';
import type { PlaneLimit } from '../curve/plane-limit.ts';
import type { Column } from '../schema/index.ts';
import type { FigureMark, Point } from './figure-spec.ts';
import { mapMark } from './map-mark.ts';
import { buildExactMark, buildSliceMark } from './series-mark.ts';

/**
 * A limit on a plane with every point: digits as published where the plane has the published quantity
 * and unit, twelve where they were converted.
 * @param slice of a grid; the strongest values where absent
 */
export function buildExactCurve(
  { limit, geometry }: PlaneLimit,
  plane: PlaneEntry,
  catalogue: Catalogue,
  slice?: number,
): FigureMark {
  const mark =
    slice !== undefined && geometry.kind === 'grid'
      ? buildSliceMark(geometry, slice)
      : buildExactMark(geometry);
  const isAsPublished = ({ quantity, unit, scale }: Column, wanted: string): boolean =>
    scale === 'linear' &&
    quantity === wanted &&
    unit === mustGet(catalogue.quantities, quantity).unit;
  const keeps = {
    x: isAsPublished(limit.mass, plane.x.quantity),
    y: isAsPublished(limit.value, plane.y.quantity),
  };
  if (keeps.x && keeps.y) return mark;
  return mapMark(mark, ([x, y]): Point => [
    keeps.x ? x : roundTo(x, COMPUTED_DIGITS),
    keeps.y ? y : roundTo(y, COMPUTED_DIGITS),
  ]);
}
