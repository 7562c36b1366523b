import type { PixelPoint } from './axis-scale.ts';
import type { FigureSeries } from './figure-spec.ts';
import type { SceneSeries } from './scene.ts';

export interface CurveHit {
  readonly series: FigureSeries;
  /** The nearest point of the curve [px]. */
  readonly point: PixelPoint;
  readonly distance: number;
}

/**
 * The curve nearest to a point, no farther than `reachPx`; of curves equally near the one drawn
 * last. Undefined where there is none.
 */
export function findNearestCurve(
  series: readonly SceneSeries[],
  at: PixelPoint,
  reachPx: number,
): CurveHit | undefined {
  let best: CurveHit | undefined;
  for (const one of series) {
    for (const edge of [...one.edges, ...one.markers.map((marker) => [marker, marker] as const)]) {
      for (let i = 1; i < edge.length; i++) {
        const start = edge[i - 1];
        const end = edge[i];
        if (start === undefined || end === undefined) continue;
        const point = findNearestPoint(at, start, end);
        const distance = Math.hypot(point[0] - at[0], point[1] - at[1]);
        if (distance <= (best?.distance ?? reachPx)) best = { series: one.series, point, distance };
      }
    }
  }
  return best;
}

function findNearestPoint(at: PixelPoint, start: PixelPoint, end: PixelPoint): PixelPoint {
  const dx = end[0] - start[0];
  const dy = end[1] - start[1];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((at[0] - start[0]) * dx + (at[1] - start[1]) * dy) / length2;
  const t = Math.max(0, Math.min(1, along));
  return [start[0] + t * dx, start[1] + t * dy];
}
