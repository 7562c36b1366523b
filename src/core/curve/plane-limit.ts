import type { Catalogue, Limit, PlaneEntry } from '../catalogue.ts';
import type { LimitTable } from '../formats/limit-table.ts';
import { numberColumn, wordColumn } from '../formats/limit-table.ts';
import type { PowerLaw } from '../quantities.ts';
import { applyPowerLaw, findColumnLaw, isDecreasing } from '../quantities.ts';
import type { Column } from '../schema/index.ts';
import type { Geometry, GridSlice, Polyline, RatioMap, Ring, Strip } from './geometry.ts';
import { clipMass, interpolate } from './clip-mass.ts';
import { traceRatioMap } from './ratio-contour.ts';
import { groupBy } from '../group-by.ts';

/** A limit as it stands in a plane: its home, or another where the same result holds exactly. */
export interface PlaneLimit {
  readonly limit: Limit;
  readonly home: boolean;
  /** Why it holds here, where this is not its home. */
  readonly why?: string;
  readonly geometry: Geometry;
}

/** Placed limits of each catalogue: both are immutable, and every scope and level asks again. */
const placed = new WeakMap<Catalogue, Map<string, readonly PlaneLimit[]>>();

/** Every limit shown on the plane, by home first and then by id. */
export function listPlaneLimits(plane: PlaneEntry, catalogue: Catalogue): readonly PlaneLimit[] {
  const planes = placed.get(catalogue) ?? new Map<string, readonly PlaneLimit[]>();
  placed.set(catalogue, planes);
  const known = planes.get(plane.id);
  if (known !== undefined) return known;
  const found = placeLimits(plane, catalogue);
  planes.set(plane.id, found);
  return found;
}

function placeLimits(plane: PlaneEntry, catalogue: Catalogue): PlaneLimit[] {
  const found: PlaneLimit[] = [];
  for (const limit of catalogue.limits.values()) {
    const also = limit.alsoOn.find((other) => other.plane === plane.id);
    if (limit.plane !== plane.id && also === undefined) continue;
    const geometry = placeLimit(limit, plane, catalogue, also?.massRange);
    if (geometry === undefined) continue;
    found.push({
      limit,
      home: limit.plane === plane.id,
      ...(also === undefined ? {} : { why: also.why }),
      geometry,
    });
  }
  return found.sort((a, b) => Number(b.home) - Number(a.home));
}

/**
 * A limit's numbers in a plane's quantities [canonical units], or undefined when there is no exact
 * transform. A decreasing transform exchanges above and below, lower and upper.
 * @param massRangeGeV keeps only what lies inside, for results that hold on part of the plane; a ratio
 *   map cut so is the contour where its ratio is one
 */
export function placeLimit(
  limit: Limit,
  plane: PlaneEntry,
  catalogue: Catalogue,
  massRangeGeV?: readonly [number, number],
): Geometry | undefined {
  const { quantities } = catalogue;
  const massLaw = findColumnLaw(limit.mass, plane.x.quantity, quantities, plane.parameters);
  const valueLaw = findColumnLaw(limit.value, plane.y.quantity, quantities, plane.parameters);
  if (massLaw === undefined || valueLaw === undefined) return undefined;
  const frame: Frame = {
    mass: decoder(limit.mass, massLaw),
    value: decoder(limit.value, valueLaw),
    flipsMass: isDecreasing(massLaw),
    flipsValue: isDecreasing(valueLaw),
    massRange: massRangeGeV,
  };
  return buildGeometry(limit, frame);
}

interface Frame {
  readonly mass: (raw: number) => number;
  readonly value: (raw: number) => number;
  readonly flipsMass: boolean;
  readonly flipsValue: boolean;
  readonly massRange: readonly [number, number] | undefined;
}

function decoder(column: Column, law: PowerLaw): (raw: number) => number {
  if (column.scale === 'log10') return (raw) => applyPowerLaw(law, 10 ** raw);
  if (law.factor === 1 && law.power === 1) return (raw) => raw;
  return (raw) => applyPowerLaw(law, raw);
}

function buildGeometry(limit: Limit, frame: Frame): Geometry {
  const { table, shape } = limit;
  const side = (limit.excludes ?? 'above') === 'above' ? 'above' : 'below';
  const placedSide = frame.flipsValue ? (side === 'above' ? 'below' : 'above') : side;
  switch (shape) {
    case 'one-sided':
      return { kind: 'one-sided', side: placedSide, segments: readSegments(table, frame) };
    case 'line':
      return { kind: 'line', segments: readSegments(table, frame) };
    case 'interval':
    case 'band':
      return { kind: shape, strips: readStrips(table, frame) };
    case 'contour':
      return { kind: 'contour', rings: readRings(table, frame) };
    case 'points': {
      const all = readPolyline(table, 0, table.length, frame);
      return { kind: 'points', side: placedSide, points: keepWithin(all, frame.massRange) };
    }
    case 'grid':
      return {
        kind: 'grid',
        slices: readSlices(table, limit.parameter, frame),
        gaps: limit.gaps.map(({ from, to }) => [from, to]),
      };
    case 'ratio-map': {
      const cells: RatioMap = {
        mass: numberColumn(table, 'mass').map(frame.mass),
        coupling: numberColumn(table, 'coupling').map(frame.value),
        ratio: numberColumn(table, 'ratio'),
      };
      return frame.massRange === undefined
        ? { kind: 'ratio-map', cells }
        : { kind: 'contour', rings: clipRings(traceRatioMap(cells), frame.massRange) };
    }
  }
}

function readPolyline(table: LimitTable, from: number, to: number, frame: Frame): Polyline {
  const mass = numberColumn(table, 'mass').slice(from, to).map(frame.mass);
  const value = numberColumn(table, 'value').slice(from, to).map(frame.value);
  return frame.flipsMass ? { mass: mass.reverse(), value: value.reverse() } : { mass, value };
}

/** Start and end row of every run of equal keys. */
function listRuns(length: number, isSame: (a: number, b: number) => boolean): [number, number][] {
  const runs: [number, number][] = [];
  let start = 0;
  for (let row = 1; row <= length; row++) {
    if (row < length && isSame(row - 1, row)) continue;
    runs.push([start, row]);
    start = row;
  }
  return runs;
}

function readSegments(table: LimitTable, frame: Frame): Polyline[] {
  const segment = numberColumn(table, 'segment');
  return listRuns(table.length, (a, b) => segment[a] === segment[b])
    .map(([from, to]) => clipMass(readPolyline(table, from, to, frame), frame.massRange))
    .filter((line) => line.mass.length > 0);
}

function readStrips(table: LimitTable, frame: Frame): Strip[] {
  const segment = numberColumn(table, 'segment');
  const edge = wordColumn(table, 'edge');
  const strips = new Map<number, { lower?: Polyline; upper?: Polyline }>();
  const isSame = (a: number, b: number): boolean =>
    segment[a] === segment[b] && edge[a] === edge[b];
  for (const [from, to] of listRuns(table.length, isSame)) {
    const key = segment[from] ?? 0;
    const strip = strips.get(key) ?? {};
    const line = clipMass(readPolyline(table, from, to, frame), frame.massRange);
    const isLower = (edge[from] === 'lower') !== frame.flipsValue;
    if (isLower) strip.lower = line;
    else strip.upper = line;
    strips.set(key, strip);
  }
  return [...strips.values()].filter(
    (strip): strip is Strip =>
      (strip.lower?.mass.length ?? 0) > 0 && (strip.upper?.mass.length ?? 0) > 0,
  );
}

function readRings(table: LimitTable, frame: Frame): Ring[] {
  const ring = numberColumn(table, 'ring');
  const role = wordColumn(table, 'role');
  const rings = listRuns(table.length, (a, b) => ring[a] === ring[b]).map(([from, to]): Ring => ({
    role: role[from] === 'hole' ? 'hole' : 'outer',
    ...readPolyline(table, from, to, frame),
  }));
  return clipRings(rings, frame.massRange);
}

function readSlices(table: LimitTable, column: Column | undefined, frame: Frame): GridSlice[] {
  const raw = numberColumn(table, 'parameter');
  const decode = (value: number): number => (column?.scale === 'log10' ? 10 ** value : value);
  const rowsBySlice = groupBy(raw.keys(), (row) => raw[row] ?? 0);
  const mass = numberColumn(table, 'mass');
  const value = numberColumn(table, 'value');
  return [...rowsBySlice]
    .map(([parameter, rows]) => {
      const order = rows.toSorted((a, b) => (mass[a] ?? 0) - (mass[b] ?? 0));
      const line = {
        mass: Float64Array.from(order, (row) => frame.mass(mass[row] ?? NaN)),
        value: Float64Array.from(order, (row) => frame.value(value[row] ?? NaN)),
      };
      return { parameter: decode(parameter), ...clipMass(line, frame.massRange) };
    })
    .filter((slice) => slice.mass.length > 0)
    .sort((a, b) => a.parameter - b.parameter);
}

/** The parts of rings inside a mass range, closed along its ends; rings outside it are gone. */
function clipRings(rings: readonly Ring[], range: readonly [number, number] | undefined): Ring[] {
  if (range === undefined) return [...rings];
  const [from, to] = range;
  return rings
    .map(({ role, ...line }): Ring => {
      const right = clipRing(line, from, (mass) => mass >= from);
      return { role, ...clipRing(right, to, (mass) => mass <= to) };
    })
    .filter(({ mass }) => mass.length > 3);
}

/** The part of a closed ring on one side of a mass (Sutherland and Hodgman 1974), closed again. */
function clipRing(ring: Polyline, bound: number, isKept: (mass: number) => boolean): Polyline {
  const mass: number[] = [];
  const value: number[] = [];
  for (let i = 1; i < ring.mass.length; i++) {
    const [previous, m] = [ring.mass[i - 1] ?? NaN, ring.mass[i] ?? NaN];
    if (isKept(previous) !== isKept(m)) {
      mass.push(bound);
      value.push(interpolate(ring, i - 1, bound));
    }
    if (!isKept(m)) continue;
    mass.push(m);
    value.push(ring.value[i] ?? NaN);
  }
  const close = (numbers: number[]): Float64Array =>
    Float64Array.from([...numbers, ...numbers.slice(0, 1)]);
  return { mass: close(mass), value: close(value) };
}

function keepWithin(line: Polyline, range: readonly [number, number] | undefined): Polyline {
  if (range === undefined) return line;
  const keep = [...line.mass.keys()].filter((i) => {
    const m = line.mass[i] ?? NaN;
    return m >= range[0] && m <= range[1];
  });
  return {
    mass: Float64Array.from(keep, (i) => line.mass[i] ?? NaN),
    value: Float64Array.from(keep, (i) => line.value[i] ?? NaN),
  };
}
