import { lowerEnvelope } from '../src/core/combine/envelope.ts';
import type { Chain } from '../src/core/combine/envelope.ts';
import { uniteRegions } from '../src/core/combine/regions.ts';
import type { LogPolygon } from '../src/core/curve/outlines.ts';
import type { Span } from '../src/core/curve/piece.ts';
import { findExcluders } from '../src/core/query/plane-index.ts';
import type { Judge } from '../src/core/query/verdict.ts';

/** Repeatable numbers in [0, 1) (Park and Miller 1988, "minimal standard"). */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}

/** A jagged one-sided limit somewhere on a plane of five decades in mass. */
function makeChain(owner: number, points: number, random: () => number): Chain<number> {
  const [start, width, base] = [-3 + 2 * random(), 0.5 + 2 * random(), -5 + 2 * random()];
  const at = (i: number): number => start + (width * i) / (points - 1);
  const heights = Array.from({ length: points }, () => base + 0.3 * (random() - 0.5));
  const edges: Span[] = [];
  for (let i = 1; i < points; i++) {
    edges.push({ x0: at(i - 1), x1: at(i), y0: heights[i - 1] ?? 0, y1: heights[i] ?? 0 });
  }
  return { owner, edges };
}

/** A jagged island, most of them below the one-sided limits. */
function makeIsland(points: number, random: () => number): LogPolygon {
  const [x, y] = [-3 + 4 * random(), -8 + 3 * random()];
  const [width, height] = [0.2 + 0.5 * random(), 0.2 + 0.5 * random()];
  const outer = Array.from({ length: points }, (_, i): [number, number] => {
    const angle = (2 * Math.PI * i) / points;
    const radius = 1 + 0.1 * Math.sin(7 * angle) + 0.003 * random();
    return [x + width * radius * Math.cos(angle), y + height * radius * Math.sin(angle)];
  });
  return { outer, holes: [] };
}

export interface ScaleRow {
  readonly limits: number;
  readonly envelopeSeconds: number;
  readonly regionsSeconds: number;
  /** Envelope time over N log N, N edges [ns]. */
  readonly perEdge: number;
}

/** Combines synthetic limits of `points` points: nine in ten one-sided, the others islands. */
export function combineSynthetic(limits: number, points: number): ScaleRow {
  const random = makeRandom(12345);
  const open = Math.round(limits * 0.9);
  const chains = Array.from({ length: open }, (_, i) => makeChain(i, points, random));
  const islands = Array.from({ length: limits - open }, () => makeIsland(points, random));
  const started = performance.now();
  const envelope = lowerEnvelope(chains);
  const combined = performance.now();
  uniteRegions(envelope, islands, -1);
  const edges = open * points;
  return {
    limits,
    envelopeSeconds: (combined - started) / 1000,
    regionsSeconds: (performance.now() - combined) / 1000,
    perEdge: ((combined - started) * 1e6) / (edges * Math.log2(edges)),
  };
}

/** Points a second on which a judge says who excludes them, input and output aside. */
export function measureVerdicts({ index, limits }: Judge, points: number): number {
  const random = makeRandom(1);
  const [from, to] = [index.stops[0] ?? 0, index.stops.at(-1) ?? 1];
  const masses = Float64Array.from({ length: points }, () => 10 ** (from + (to - from) * random()));
  const values = Float64Array.from({ length: points }, () => 10 ** (-9 + 8 * random()));
  const found = new Uint16Array(limits.length);
  let excluded = 0;
  const started = performance.now();
  for (let i = 0; i < points; i++) {
    const count = findExcluders(
      index,
      Math.log10(masses[i] ?? 1),
      Math.log10(values[i] ?? 1),
      found,
    );
    if (count > 0) excluded += 1;
  }
  const seconds = (performance.now() - started) / 1000;
  if (excluded === 0) throw new Error('No point was excluded: the measurement means nothing.');
  return points / seconds;
}
