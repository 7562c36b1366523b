import type { Geometry, GridSlice } from '../curve/geometry.ts';
import { type AxisFrame, fromFraction, toFraction } from './axis-scale.ts';
import { formatValue } from './format-value.ts';
import { formatLength } from './grid-slices.ts';

/** Columns of a map: finer than a screen shows beside the frame, coarse enough for every page. */
export const COLUMN_COUNT = 240;
/** More slices than these are thinner than a line of text on a phone. */
const MOST_BANDS = 64;
/** Colours of the ramp, and so the most classes of values. */
export const COLOUR_COUNT = 12;

/** A published value with its place. */
export interface GridPoint {
  /** [unit of the plane's x axis] */
  readonly mass: number;
  /** Proper decay length cτ [m]. */
  readonly ctauM: number;
  /** Upper limit [unit of the plane's y axis]. */
  readonly value: number;
}

/** One published slice as a horizontal band, from the geometric middle to one neighbour to the next. */
export interface GridBand {
  /** Index among all slices of the grid. */
  readonly slice: number;
  readonly ctauM: number;
  /** Ends of the band [m]. */
  readonly range: readonly [from: number, to: number];
  /** The published value of each column, NaN where there is no limit. */
  readonly values: Float64Array;
  readonly masses: readonly [from: number, to: number];
  readonly massCount: number;
  readonly strongest: GridPoint;
}

/** Classes of values with one colour each; powers of ten are always edges. */
export interface ValueClasses {
  /** Rising, one more than there are classes. */
  readonly edges: readonly number[];
  /** Whether the last class also holds what lies above its upper edge. */
  readonly isOpen: boolean;
}

/** A grid as a map: mass across, decay length up, the limit as a class of values. */
export interface GridMap {
  readonly x: AxisFrame;
  readonly y: AxisFrame;
  /** By rising decay length. */
  readonly bands: readonly GridBand[];
  readonly sliceCount: number;
  readonly classes: ValueClasses;
  readonly strongest: GridPoint;
  readonly weakest: GridPoint;
}

/**
 * The map of a grid. Nothing is interpolated: a column of a band shows the published value whose cell,
 * from midpoint to midpoint of its neighbours in mass, its centre lies in; cells end at gaps and at
 * the first and last mass.
 * @param ctauM proper decay length of each slice, rising [m]
 * @param top end of the plane's axis: weaker values share the last colour
 */
export function buildGridMap(
  { slices, gaps }: Extract<Geometry, { kind: 'grid' }>,
  ctauM: readonly number[],
  { scale, top }: { readonly scale: AxisFrame['scale']; readonly top: number },
): GridMap {
  const masses = slices
    .flatMap(({ mass }) => [...mass])
    .filter((mass) => scale === 'linear' || mass > 0)
    .sort((a, b) => a - b);
  const x: AxisFrame = { scale, range: [masses[0] ?? NaN, masses.at(-1) ?? NaN] };
  const shared = findSharedMasses(slices);
  const chosen = chooseSlices(slices.length);
  const lengths = chosen.map((index) => ctauM[index] ?? NaN);
  const bands = chosen.flatMap((index, i): GridBand[] => {
    const slice = slices[index];
    if (slice === undefined) return [];
    return [
      {
        slice: index,
        ctauM: lengths[i] ?? NaN,
        range: findBand(lengths, i),
        values: sampleSlice(slice, shared ?? slice.mass, gaps, x),
        masses: [slice.mass[0] ?? NaN, slice.mass.at(-1) ?? NaN],
        massCount: slice.mass.length,
        strongest: findExtreme([slice], lengths.slice(i), (a, b) => a < b),
      },
    ];
  });
  const strongest = findExtreme(slices, ctauM, (a, b) => a < b);
  const weakest = findExtreme(slices, ctauM, (a, b) => a > b);
  return {
    x,
    y: { scale: 'log', range: [bands[0]?.range[0] ?? NaN, bands.at(-1)?.range[1] ?? NaN] },
    bands,
    sliceCount: slices.length,
    classes: chooseClasses(strongest.value, weakest.value, top),
    strongest,
    weakest,
  };
}

/**
 * Every mass of the grid where one slice has them all: then a row another slice lacks is a cell without
 * a limit. Digitised slices have masses of their own, and what lies between two of them is covered.
 */
function findSharedMasses(slices: readonly GridSlice[]): Float64Array | undefined {
  const all = new Set(slices.flatMap(({ mass }) => [...mass]));
  return slices.find(({ mass }) => mass.length === all.size)?.mass;
}

/** All slices, or as many as there is room for, the first and the last among them. */
function chooseSlices(count: number): number[] {
  const drawn = Math.min(count, MOST_BANDS);
  return Array.from({ length: drawn }, (_, i) =>
    drawn < count ? Math.round((i * (count - 1)) / (drawn - 1)) : i,
  );
}

/** The first and the last band reach as far out as in. */
function findBand(lengths: readonly number[], i: number): [from: number, to: number] {
  const own = lengths[i] ?? NaN;
  const [below, above] = [lengths[i - 1], lengths[i + 1]];
  // A lone slice gets a decade.
  const half = Math.sqrt(
    above !== undefined ? above / own : below !== undefined ? own / below : 10,
  );
  return [
    below === undefined ? own / half : Math.sqrt(below * own),
    above === undefined ? own * half : Math.sqrt(own * above),
  ];
}

function sampleSlice(
  slice: GridSlice,
  axis: Float64Array,
  gaps: readonly (readonly [number, number])[],
  x: AxisFrame,
): Float64Array {
  const values = new Float64Array(COLUMN_COUNT).fill(NaN);
  const published = new Map([...slice.mass].map((mass, i) => [mass, slice.value[i] ?? NaN]));
  const edge = (i: number, neighbour: number): number => {
    const mass = axis[i] ?? NaN;
    const other = axis[neighbour];
    const at = toFraction(x, mass);
    const isCut = other === undefined || gaps.some((gap) => isBetween(gap, mass, other));
    return isCut ? at : (at + toFraction(x, other)) / 2;
  };
  for (const [i, mass] of axis.entries()) {
    const value = published.get(mass);
    if (value === undefined) continue;
    const from = edge(i, i - 1) * COLUMN_COUNT;
    const to = edge(i, i + 1) * COLUMN_COUNT;
    // A mass alone between two gaps has no width, but a limit.
    if (from === to) values[Math.min(COLUMN_COUNT - 1, Math.floor(from))] = value;
    // Columns whose middle lies in the cell.
    else values.fill(value, Math.ceil(from - 0.5), Math.ceil(to - 0.5));
  }
  return values;
}

/** Whether a gap lies between two masses; its ends are masses too, written with fewer digits. */
const isBetween = ([from, to]: readonly [number, number], a: number, b: number): boolean =>
  Math.min(to, Math.max(a, b)) - Math.max(from, Math.min(a, b)) > 1e-5 * to;

/** Where several places share the value, the lowest mass and then the lowest slice. */
function findExtreme(
  slices: readonly GridSlice[],
  ctauM: readonly number[],
  isBetter: (a: number, b: number) => boolean,
): GridPoint {
  let best: GridPoint | undefined;
  for (const [i, slice] of slices.entries()) {
    for (const [j, value] of slice.value.entries()) {
      const mass = slice.mass[j] ?? NaN;
      const isFirst = best?.value === value && mass < best.mass;
      if (best === undefined || isFirst || isBetter(value, best.value)) {
        best = { mass, ctauM: ctauM[i] ?? NaN, value };
      }
    }
  }
  return best ?? { mass: NaN, ctauM: NaN, value: NaN };
}

/** Classes of equal ratio, as many a decade as the colours allow. */
export function chooseClasses(strongest: number, weakest: number, top: number): ValueClasses {
  const highest = top > strongest ? Math.min(weakest, top) : weakest;
  for (const perDecade of [12, 6, 4, 3, 2, 1, 1 / 2, 1 / 4]) {
    const first = Math.floor(Math.log10(strongest) * perDecade + 1e-9);
    const last = Math.max(first + 1, Math.ceil(Math.log10(highest) * perDecade - 1e-9));
    if (last - first > COLOUR_COUNT) continue;
    const edges = Array.from({ length: last - first + 1 }, (_, i) =>
      Number((10 ** ((first + i) / perDecade)).toPrecision(12)),
    );
    return { edges, isOpen: weakest > (edges.at(-1) ?? NaN) };
  }
  return { edges: [strongest, weakest], isOpen: false };
}

/** The class a value belongs to; a lower edge belongs to the class above it. */
export function findClass({ edges }: ValueClasses, value: number): number {
  const above = edges.findIndex((edge) => edge > value);
  return Math.max(0, (above < 0 ? edges.length - 1 : Math.min(above, edges.length - 1)) - 1);
}

/** An edge in a sentence: powers of ten are exact, the others are shares of a decade. */
export const writeEdge = (edge: number, unit: string): string =>
  formatValue(edge, unit, Number.isInteger(Number(Math.log10(edge).toFixed(9))) ? 1 : 2);

/** The colour of a class: the whole ramp is used, however few the classes are. */
export const findColour = ({ edges }: ValueClasses, index: number): number =>
  edges.length < 3
    ? Math.floor(COLOUR_COUNT / 2)
    : Math.round((index * (COLOUR_COUNT - 1)) / (edges.length - 2));

/** Columns beside each other with one colour. */
export interface ColourRun {
  readonly colour: number;
  readonly from: number;
  readonly length: number;
}

/** The runs of a band, from left to right. */
export function listRuns({ values }: Pick<GridBand, 'values'>, classes: ValueClasses): ColourRun[] {
  const runs: { colour: number; from: number; length: number }[] = [];
  for (const [column, value] of values.entries()) {
    if (Number.isNaN(value)) continue;
    const colour = findColour(classes, findClass(classes, value));
    const last = runs.at(-1);
    if (last?.colour === colour && last.from + last.length === column) last.length += 1;
    else runs.push({ colour, from: column, length: 1 });
  }
  return runs;
}

/** Runs as SVG path data: lines along one height, a column a unit long. */
export function writeRunPath(runs: readonly ColourRun[], height: number): string {
  let at = 0;
  return runs
    .map(({ from, length }, i) => {
      const move = i === 0 ? `M${String(from)} ${String(height)}` : `m${String(from - at)} 0`;
      at = from + length;
      return `${move}h${String(length)}`;
    })
    .join('');
}

/** Whether a column is among the runs of a path that `writeRunPath` wrote. */
export function hasColumn(d: string, column: number): boolean {
  let at = 0;
  for (const [, command, length] of d.matchAll(/([Mmh])(\d+)/gu)) {
    const next = (command === 'M' ? 0 : at) + Number(length);
    if (command === 'h' && at <= column && column < next) return true;
    at = next;
  }
  return false;
}

/** The mass in the middle of a column. */
export const findColumnMass = (x: AxisFrame, column: number): number =>
  fromFraction(x, (column + 0.5) / COLUMN_COUNT);

/** Index of the number nearest to another along an axis. */
export function findNearest(numbers: readonly number[], axis: AxisFrame, wanted: number): number {
  const at = toFraction(axis, wanted);
  let best = 0;
  let distance = Infinity;
  for (const [i, number] of numbers.entries()) {
    const away = Math.abs(toFraction(axis, number) - at);
    if (away < distance) [best, distance] = [i, away];
  }
  return best;
}

/** How the axes are called and what their numbers stand for. */
export interface GridWords {
  /** What is limited, in words. */
  readonly quantity: string;
  readonly xUnit: string;
  readonly yUnit: string;
}

/** A published value in a sentence: `2.85 × 10⁻⁸ at 0.31 GeV and cτ = 1 cm`. */
export const writePoint = ({ value, mass, ctauM }: GridPoint, words: GridWords): string =>
  `${formatValue(value, words.yUnit)} at ${formatValue(mass, words.xUnit, 4)} and cτ = ${formatLength(ctauM)}`;

/** What the map shows, for those who cannot see it. */
export function describeGridMap(map: GridMap, words: GridWords): string {
  const [from, to] = map.x.range;
  const lengths = map.bands.map(({ ctauM }) => ctauM);
  return [
    `Upper limit on the ${words.quantity} as a colour, against mass from ${formatValue(from, '', 4)} to ${formatValue(to, words.xUnit, 4)} and proper decay length cτ from ${formatLength(lengths[0] ?? NaN)} to ${formatLength(lengths.at(-1) ?? NaN)}.`,
    `The strongest value is ${writePoint(map.strongest, words)}, the weakest ${writePoint(map.weakest, words)}.`,
  ].join(' ');
}

/** Bands that are told one by one. */
const TOLD_BANDS = 6;

/** How the limit changes with decay length: the strongest value of a few bands, shortest length first. */
export function describeBands({ bands }: Pick<GridMap, 'bands'>, words: GridWords): string[] {
  const step = Math.max(1, (bands.length - 1) / (TOLD_BANDS - 1));
  const places = new Set(bands.map((_, i) => Math.round(i * step)).slice(0, TOLD_BANDS));
  return [...places].flatMap((place) => {
    const band = bands[place];
    if (band === undefined) return [];
    const { mass, value } = band.strongest;
    return [
      `At cτ = ${formatLength(band.ctauM)}, from ${formatValue(band.masses[0], words.xUnit, 4)} to ${formatValue(band.masses[1], words.xUnit, 4)}, the strongest value is ${formatValue(value, words.yUnit)} at ${formatValue(mass, words.xUnit, 4)}.`,
    ];
  });
}
