import type { Catalogue } from '../catalogue.ts';
import { roundTo } from '../combine/digits.ts';
import type { Polyline, RatioMap } from '../curve/geometry.ts';
import { simplifyPath } from '../figure/simplify.ts';
import {
  listRecastSources,
  prepareGeometry,
  type PreparedLimit,
  type RecastSource,
  type Refusal,
} from './prepare-limit.ts';

/** A curve as numbers that JSON can hold: masses and values of equal length. */
type PackedLine = readonly [masses: readonly number[], values: readonly number[]];

/** A limit and what recasting it needs, thinned to what a screen can show: what a page loads. */
export interface PackedLimit extends Pick<RecastSource, 'id' | 'recast'> {
  readonly geometry:
    | { readonly kind: 'one-sided'; readonly segments: readonly PackedLine[] }
    | {
        readonly kind: 'interval';
        readonly strips: readonly { readonly lower: PackedLine; readonly upper: PackedLine }[];
      }
    | {
        readonly kind: 'ratio-map';
        readonly columns: readonly {
          readonly massGeV: number;
          readonly couplings: readonly number[];
          readonly ratios: readonly number[];
        }[];
      };
}

/** Every observed limit of the dark-photon planes, packed; the others with the reason. */
export function packLimits(catalogue: Catalogue): { limits: PackedLimit[]; refusals: Refusal[] } {
  const { sources, refusals } = listRecastSources(catalogue);
  return { limits: sources.map(packLimit), refusals };
}

/**
 * A limit for a screen. Masses and values that stay are those of the limit, so that what is recast from them is
 * what is recast from all; of a map each mass keeps the couplings that draw its ratio.
 */
export function packLimit({ id, recast, geometry }: RecastSource): PackedLimit {
  const { production, decay, efficiency, assumedDecays } = recast;
  const facts = {
    production,
    decay,
    efficiency,
    ...(assumedDecays === undefined ? {} : { assumedDecays }),
  };
  switch (geometry.kind) {
    case 'one-sided':
      return {
        id,
        recast: facts,
        geometry: { kind: 'one-sided', segments: geometry.segments.map(packLine) },
      };
    case 'interval':
      return {
        id,
        recast: facts,
        geometry: {
          kind: 'interval',
          strips: geometry.strips.map(({ lower, upper }) => ({
            lower: packLine(lower),
            upper: packLine(upper),
          })),
        },
      };
    case 'ratio-map':
      return {
        id,
        recast: facts,
        geometry: { kind: 'ratio-map', columns: packMap(geometry.cells) },
      };
  }
}

/** A limit as a page loaded it, ready to be carried over. */
export function unpackLimit({ id, recast, geometry }: PackedLimit): PreparedLimit {
  switch (geometry.kind) {
    case 'one-sided':
      return prepareGeometry({
        id,
        recast,
        geometry: { kind: 'one-sided', segments: geometry.segments.map(unpackLine) },
      });
    case 'interval':
      return prepareGeometry({
        id,
        recast,
        geometry: {
          kind: 'interval',
          strips: geometry.strips.map(({ lower, upper }) => ({
            lower: unpackLine(lower),
            upper: unpackLine(upper),
          })),
        },
      });
    case 'ratio-map':
      return prepareGeometry({
        id,
        recast,
        geometry: { kind: 'ratio-map', cells: unpackMap(geometry.columns) },
      });
  }
}

/** Columns in a factor of ten: two for a pixel of a wide figure, and narrower than the narrowest meson. */
const COLUMNS_PER_DECADE = 400;
/** A line of fewer points stays whole. */
const FEW_POINTS = 300;
/** How far the ratio of a map may be from its own where a coupling was left out [decades]. */
const MAP_TOLERANCE = 0.004;

/** A conversion leaves noise behind these digits. */
const DIGITS = 10;

function packLine({ mass, value }: Polyline): PackedLine {
  const points = Array.from(mass, (m, i): [number, number] => [
    COLUMNS_PER_DECADE * Math.log10(m),
    Math.log10(value[i] ?? NaN),
  ]);
  const isShort = points.length < FEW_POINTS || !points.every(([x]) => Number.isFinite(x));
  // With no tolerance straight stretches stay too: the branching fractions of another boson may bend them.
  const kept = isShort
    ? [...points.keys()]
    : simplifyPath(points, { tolerancePx: -1, columnPx: 1 });
  const pick = (values: Float64Array): number[] =>
    kept.map((i) => roundTo(values[i] ?? NaN, DIGITS));
  return [pick(mass), pick(value)];
}

const unpackLine = ([masses, values]: PackedLine): Polyline => ({
  mass: Float64Array.from(masses),
  value: Float64Array.from(values),
});

type Columns = Extract<PackedLimit['geometry'], { kind: 'ratio-map' }>['columns'];

function packMap({ mass, coupling, ratio }: RatioMap): Columns {
  return [...Map.groupBy(mass.keys(), (i) => mass[i] ?? NaN)].map(([massGeV, cells]) => {
    const sorted = cells.toSorted((a, b) => (coupling[a] ?? NaN) - (coupling[b] ?? NaN));
    const path = sorted.map((i): [number, number] => [
      Math.log10(coupling[i] ?? NaN),
      Math.log10(ratio[i] ?? NaN),
    ]);
    const kept = simplifyPath(path, { tolerancePx: MAP_TOLERANCE, columnPx: 0 });
    const pick = (values: Float64Array): number[] =>
      kept.map((i) => roundTo(values[sorted[i] ?? 0] ?? NaN, DIGITS));
    return { massGeV, couplings: pick(coupling), ratios: pick(ratio) };
  });
}

const unpackMap = (columns: Columns): RatioMap => ({
  mass: Float64Array.from(columns.flatMap(({ massGeV, ratios }) => ratios.map(() => massGeV))),
  coupling: Float64Array.from(columns.flatMap(({ couplings }) => couplings)),
  ratio: Float64Array.from(columns.flatMap(({ ratios }) => ratios)),
});
