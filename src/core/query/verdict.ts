import type { Catalogue } from '../catalogue.ts';
import type { Combination } from '../combine/combine.ts';
import type { Geometry } from '../curve/geometry.ts';
import { listExactPieces, listPieces } from '../curve/pieces.ts';
import { traceRatioMap } from '../curve/ratio-contour.ts';
import type { LimitMeta } from '../schema/index.ts';
import type { PlaneIndex } from './plane-index.ts';
import { buildPlaneIndex, visitPieces } from './plane-index.ts';
import { findRatePower } from './rate-power.ts';

/**
 * - `excluded`: on or inside at least one limit
 * - `allowed`: limits reach this mass, and none excludes this value
 * - `gap`: no limit reaches this mass, though limits reach masses below and above
 * - `unmeasured`: beyond the masses any limit reaches
 * - `not-applicable`: not a point of the plane (not a positive mass and value)
 */
export type VerdictState = 'excluded' | 'allowed' | 'gap' | 'unmeasured' | 'not-applicable';

/** A limit that excludes the point. */
export interface Excluder {
  /** Id of the limit. */
  readonly limit: string;
  /** Key of its paper. */
  readonly reference: string;
  /** Its confidence level as published, never rescaled. */
  readonly cl: number | 'not-stated';
  /** How far inside, as a ratio in the plane's quantity: to the floor, or to the ceiling if that is nearer. */
  readonly margin: number;
  /** The same in the predicted rate; absent where the rate does not scale with a power of the coupling. */
  readonly marginRate?: number;
  readonly derivedBy: LimitMeta['derivedBy'];
}

/** The limit nearest to a point that is allowed. */
export interface Nearest {
  readonly limit: string;
  /** `below-floor`: the coupling is too small for the limit; `above-ceiling`: too large for its island. */
  readonly side: 'below-floor' | 'above-ceiling';
  /** The edge [plane's canonical unit]. */
  readonly edge: number;
  /** Ratio between the point and the edge, at least one. */
  readonly factor: number;
}

/** Whether a point is excluded, by whom and by how much; where it is not, what comes nearest. */
export interface Verdict {
  /** Id of the plane. */
  readonly plane: string;
  /** The point as asked for [canonical units of the plane's x and y]. */
  readonly mass: number;
  readonly value: number;
  readonly state: VerdictState;
  /** Every excluding limit, the one with the largest margin first. */
  readonly by: readonly Excluder[];
  readonly nearest?: Nearest;
}

/** A limit as far as a verdict speaks of it. */
export interface JudgeLimit {
  readonly id: string;
  readonly reference: string;
  /** Confidence level as published, never rescaled. */
  readonly cl: number | 'not-stated';
  readonly derivedBy: LimitMeta['derivedBy'];
  /** Power of the plane's quantity in the signal rate, where the rate is a power of it. */
  readonly ratePower?: number;
  readonly geometry: Geometry;
}

/** A combination's inputs, as plain data that travels to a browser. */
export interface Brief {
  readonly plane: string;
  readonly limits: readonly JudgeLimit[];
}

/** A brief ready to answer questions about points. */
export interface Judge {
  readonly plane: string;
  readonly limits: readonly JudgeLimit[];
  readonly index: PlaneIndex;
}

/** What a verdict needs of a combination. Ratio maps travel as the rings where the ratio is one. */
export function briefOf(combination: Combination, catalogue: Catalogue): Brief {
  const { plane, inputs, geometries } = combination;
  const limits = inputs.flatMap((limit, i): JudgeLimit[] => {
    const geometry = geometries[i];
    if (geometry === undefined) return [];
    const ratePower = findRatePower(limit, plane, catalogue);
    return [
      {
        id: limit.id,
        reference: limit.reference,
        cl: limit.confidence === 'not-stated' ? 'not-stated' : limit.confidence.level,
        derivedBy: limit.derivedBy,
        ...(ratePower === undefined ? {} : { ratePower }),
        geometry:
          geometry.kind === 'ratio-map'
            ? { kind: 'contour', rings: traceRatioMap(geometry.cells) }
            : geometry,
      },
    ];
  });
  return { plane: plane.id, limits };
}

/** Prepares a brief for verdicts. */
export const makeJudge = ({ plane, limits }: Brief): Judge => ({
  plane,
  limits,
  index: buildPlaneIndex(
    limits.map(({ geometry }) => [...listPieces(geometry), ...listExactPieces(geometry)]),
  ),
});

/**
 * Whether a point is excluded, by whom and by how much; where it is not, what comes nearest.
 * @param mass in the plane's unit (GeV)
 * @param value in the plane's quantity and unit
 */
export function judgePoint(judge: Judge, mass: number, value: number): Verdict {
  const { plane, limits, index } = judge;
  const point = { plane, mass, value };
  const isPoint = mass > 0 && value > 0 && mass < Infinity && value < Infinity;
  if (!isPoint) return { ...point, state: 'not-applicable', by: [] };
  const x = Math.log10(mass);
  const y = Math.log10(value);
  /** Depth inside each excluding limit [decades]. */
  const depths = new Map<number, number>();
  const met: { nearest?: NearEdge } = {};
  visitPieces(index, x, (owner, lower, upper) => {
    if (lower <= y && y <= upper) {
      const depth = Math.min(y - lower, upper - y);
      depths.set(owner, Math.max(depths.get(owner) ?? 0, depth));
      return;
    }
    const isFloor = y < lower;
    const edge = isFloor ? lower : upper;
    const distance = Math.abs(edge - y);
    if (distance < (met.nearest?.distance ?? Infinity)) {
      met.nearest = { owner, edge, distance, isFloor };
    }
  });
  if (depths.size > 0) {
    const by = [...depths]
      .sort(([a, depthA], [b, depthB]) => depthB - depthA || a - b)
      .flatMap(([owner, depth]) => describeExcluder(limits[owner], depth));
    return { ...point, state: 'excluded', by };
  }
  const nearest = describeNearest(judge, met.nearest);
  if (nearest !== undefined) return { ...point, state: 'allowed', by: [], nearest };
  const { stops } = index;
  const isBetween = x > (stops[0] ?? Infinity) && x < (stops.at(-1) ?? -Infinity);
  return { ...point, state: isBetween ? 'gap' : 'unmeasured', by: [] };
}

function describeExcluder(limit: JudgeLimit | undefined, depth: number): Excluder[] {
  if (limit === undefined) return [];
  const { id, reference, cl, derivedBy, ratePower } = limit;
  return [
    {
      limit: id,
      reference,
      cl,
      margin: 10 ** depth,
      ...(ratePower === undefined ? {} : { marginRate: 10 ** (depth * ratePower) }),
      derivedBy,
    },
  ];
}

/** An edge of a piece at the point's mass, and how far away it is [decades]. */
interface NearEdge {
  readonly owner: number;
  readonly edge: number;
  readonly distance: number;
  readonly isFloor: boolean;
}

function describeNearest({ limits }: Judge, nearest: NearEdge | undefined): Nearest | undefined {
  if (nearest === undefined) return undefined;
  const limit = limits[nearest.owner];
  if (limit === undefined) return undefined;
  return {
    limit: limit.id,
    side: nearest.isFloor ? 'below-floor' : 'above-ceiling',
    edge: 10 ** nearest.edge,
    factor: 10 ** nearest.distance,
  };
}
