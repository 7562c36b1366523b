import type { Catalogue, Limit, PlaneEntry } from '../../catalogue.ts';
import { isInScope, listInputs } from '../../combine/inputs.ts';
import type { Piece } from '../../curve/piece.ts';
import { listExactPieces, listPieces } from '../../curve/pieces.ts';

/** Buckets per decade of mass: an equality that engines can hash, beside the comparison of ranges. */
export const BUCKETS_PER_DECADE = 64;

/** Pieces reach into a neighbouring bucket by as much as engines' logarithms may differ. */
const BUCKET_MARGIN = 1e-9;

/**
 * One log–log piece of a limit as a row of a table. A point (m, y) is excluded by the limit where, with
 * x = log10 m, `x_lo ≤ x ≤ x_hi` and `lower_a + lower_b·(x − x_lo) ≤ log10 y ≤ upper_c + upper_d·(x − x_lo)`;
 * an edge that is absent is open. Edges are counted from the piece's own lower end because steep pieces
 * would lose digits from x = 0.
 */
export interface ExclusionRow {
  readonly plane: string;
  /** ⌊x · BUCKETS_PER_DECADE⌋ of a mass the piece holds; a piece has a row for every bucket it reaches. */
  readonly bucket: number;
  readonly limit_id: string;
  /** Ends of the piece [plane's unit of mass]. */
  readonly mass_lo: number;
  readonly mass_hi: number;
  /** Their decimal logarithms, which decide. */
  readonly x_lo: number;
  readonly x_hi: number;
  readonly lower_a: number | undefined;
  readonly lower_b: number | undefined;
  readonly upper_c: number | undefined;
  readonly upper_d: number | undefined;
  /** As published, never rescaled; absent where the source states none. */
  readonly cl: number | undefined;
  /** Key of the paper of the analysis, where one is known. */
  readonly texkey: string | undefined;
  /** `collaboration` or `reinterpretation`. */
  readonly derived_by: string;
  /** True for results of e+e- colliders alone. */
  readonly is_ee: boolean;
}

/**
 * The pieces of everything that may exclude a point of a plane: the inputs of the combination of scope
 * `laboratory` at level `all`, in order of bucket, limit and mass.
 */
export function listExclusionRows(plane: PlaneEntry, catalogue: Catalogue): ExclusionRow[] {
  return listInputs(plane, catalogue, 'laboratory', 'all')
    .flatMap(({ limit, geometry }) => {
      const isEe = isInScope(limit, 'ee', catalogue);
      return [...listPieces(geometry), ...listExactPieces(geometry)].flatMap((piece) =>
        spread(piece).map((bucket) => makeRow(plane, limit, isEe, piece, bucket)),
      );
    })
    .sort((a, b) => a.bucket - b.bucket);
}

/** Every bucket a piece reaches. */
function spread({ x0, x1 }: Piece): number[] {
  const first = Math.floor(x0 * BUCKETS_PER_DECADE - BUCKET_MARGIN);
  const last = Math.floor(x1 * BUCKETS_PER_DECADE + BUCKET_MARGIN);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function makeRow(
  plane: PlaneEntry,
  limit: Limit,
  isEe: boolean,
  { x0, x1, lower0, lower1, upper0, upper1 }: Piece,
  bucket: number,
): ExclusionRow {
  const slope = (from: number, to: number): number => (x0 === x1 ? 0 : (to - from) / (x1 - x0));
  const hasFloor = lower0 > -Infinity;
  const hasCeiling = upper0 < Infinity;
  return {
    plane: plane.id,
    bucket,
    limit_id: limit.id,
    mass_lo: 10 ** x0,
    mass_hi: 10 ** x1,
    x_lo: x0,
    x_hi: x1,
    lower_a: hasFloor ? lower0 : undefined,
    lower_b: hasFloor ? slope(lower0, lower1) : undefined,
    upper_c: hasCeiling ? upper0 : undefined,
    upper_d: hasCeiling ? slope(upper0, upper1) : undefined,
    cl: limit.confidence === 'not-stated' ? undefined : limit.confidence.level,
    texkey: limit.reference === 'none-known' ? undefined : limit.reference,
    derived_by: limit.derivedBy,
    is_ee: isEe,
  };
}
