import { decodeLog, roundTo } from './digits.ts';
import type { Catalogue, Limit, PlaneEntry } from '../catalogue.ts';
import type { Geometry } from '../curve/geometry.ts';
import { listOutlines } from '../curve/outlines.ts';
import type { Piece } from '../curve/piece.ts';
import { spanAt } from '../curve/piece.ts';
import { listPieces } from '../curve/pieces.ts';
import type { PlaneLimit } from '../curve/plane-limit.ts';
import { compareText } from '../message.ts';
import type { CombinedLevel, FrontierEntry, Point, RegionEntry } from './combined-file.ts';
import type { Chain, Stretch } from './envelope.ts';
import { lowerEnvelope, splitRuns } from './envelope.ts';
import { findFrontier } from './frontier.ts';
import type { CombineOptions, Level, Scope } from './inputs.ts';
import { listInputs } from './inputs.ts';
import type { LogRegion } from './regions.ts';
import { uniteRegions } from './regions.ts';

/** A combination in memory: the limits that entered, their pieces, and the envelope read from them. */
export interface Combination {
  readonly plane: PlaneEntry;
  readonly inputs: readonly Limit[];
  readonly pieces: readonly { readonly limit: Limit; readonly pieces: readonly Piece[] }[];
  readonly geometries: readonly Geometry[];
  readonly chains: readonly Chain<Limit>[];
  readonly envelope: readonly Stretch<Limit>[];
}

/**
 * The envelope of the published limits of a plane: the lowest one-sided limit at each mass, with gaps
 * where there is none, beside the islands with a floor and a ceiling. It is not a statistical
 * combination, and at confidence level `all` it mixes levels.
 */
export function combine(
  plane: PlaneEntry,
  catalogue: Catalogue,
  scope: Scope,
  level: Level,
  options: CombineOptions = {},
): Combination {
  const inputs = listInputs(plane, catalogue, scope, level, options);
  const pieces = inputs.map((input) => ({
    limit: input.limit,
    pieces: listPieces(input.geometry),
  }));
  const chains = inputs.flatMap((input, i) => listChains(input, pieces[i]?.pieces ?? []));
  return {
    plane,
    inputs: inputs.map(({ limit }) => limit),
    pieces,
    geometries: inputs.map(({ geometry }) => geometry),
    chains,
    envelope: lowerEnvelope(chains),
  };
}

/** The curves of a limit that exclude everything above: one chain per segment. */
function listChains({ limit, geometry }: PlaneLimit, pieces: readonly Piece[]): Chain<Limit>[] {
  if (geometry.kind !== 'one-sided' || geometry.side !== 'above') return [];
  const chains: { owner: Limit; edges: { x0: number; x1: number; y0: number; y1: number }[] }[] =
    [];
  for (const { x0, x1, lower0, lower1 } of pieces) {
    const last = chains.at(-1);
    const edge = { x0, x1, y0: lower0, y1: lower1 };
    if (last !== undefined && (last.edges.at(-1)?.x1 ?? Infinity) <= x0) last.edges.push(edge);
    else chains.push({ owner: limit, edges: [edge] });
  }
  return chains;
}

/** The combination as it is written and served: canonical units, 12 significant digits. */
export function describeCombination(combination: Combination): CombinedLevel {
  const { inputs, chains, envelope } = combination;
  return {
    inputs: inputs.map(({ id }) => id).sort(compareText),
    envelope: splitRuns(envelope).map(describeRun),
    frontier: findFrontier(chains, envelope).map(
      ({ from, to, owner, runnerUp, factor }): FrontierEntry => ({
        from: decodeLog(from),
        to: decodeLog(to),
        limit: owner.id,
        confidence: owner.confidence === 'not-stated' ? 'not-stated' : owner.confidence.level,
        ...(runnerUp === undefined || factor === undefined
          ? {}
          : { runnerUp: runnerUp.id, factor: roundTo(factor, 4) }),
      }),
    ),
    regions: describeRegions(combination),
  };
}

/**
 * Describes combinations of one plane: where the same limits enter, at several levels, in both scopes or in two
 * years, the result is the same and is worked out once.
 */
export function makeDescriber(): (combination: Combination) => CombinedLevel {
  const known = new Map<string, CombinedLevel>();
  return (combination) => {
    const key = combination.inputs.map(({ id }) => id).join();
    const described = known.get(key) ?? describeCombination(combination);
    known.set(key, described);
    return described;
  };
}

/** The outlines of everything excluded, for drawing: canonical units, cut at the top of the plane. */
export function describeRegions({ plane, geometries, envelope }: Combination): RegionEntry[] {
  const islands = geometries.flatMap(listOutlines);
  const top = Math.log10(plane.y.range[1]);
  const highest = envelope.reduce(
    (most, { edge, from, to }) => Math.max(most, spanAt(edge, from), spanAt(edge, to)),
    top,
  );
  return uniteRegions(envelope, islands, highest).map((region) =>
    describeRegion(region, highest, top),
  );
}

function describeRun(run: readonly Stretch<Limit>[]): Point[] {
  const points: Point[] = [];
  for (const { from, to, edge } of run) {
    for (const x of [from, to]) {
      const point: Point = [decodeLog(x), decodeLog(spanAt(edge, x))];
      const last = points.at(-1);
      if (last?.[0] !== point[0] || last[1] !== point[1]) points.push(point);
    }
  }
  return points;
}

/** Regions open above are cut at the top of the plane. */
function describeRegion(region: LogRegion, ceiling: number, top: number): RegionEntry {
  const toPoint = ([x, y]: readonly [number, number]): Point => [
    decodeLog(x),
    decodeLog(region.openAbove && y >= ceiling ? top : y),
  ];
  return {
    outer: region.outer.map(toPoint),
    holes: region.holes.map((hole) => hole.map(toPoint)),
    openAbove: region.openAbove,
  };
}
