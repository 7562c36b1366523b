import {
  type AxisFrame,
  type PixelPath,
  type PixelPoint,
  projectPath,
  type Size,
} from './axis-scale.ts';
import { type Box, clipLine, clipRing } from './clip-path.ts';
import { cropPath } from './crop-path.ts';
import type { FigureMark, FigureSeries, FigureSpec, Path } from './figure-spec.ts';
import {
  isInRing,
  type LabelRequest,
  type PlacedLabel,
  placeLabels,
  resample,
} from './place-labels.ts';
import { listAreas, listEdges } from './series-mark.ts';
import { type Simplification, simplifyPath } from './simplify.ts';

/** How a figure is laid out: the drawn frame and its texts [px]. */
export interface SceneOptions extends Simplification {
  readonly size: Size;
  /** Letter height of labels of e+e- results, and of all others [px]; 0 draws no labels. */
  readonly labelPx: { readonly primary: number; readonly secondary: number };
  readonly measureText: (text: string, fontPx: number) => number;
  /** Whether a series is drawn; by default those that do not start hidden. */
  readonly isShown?: (series: FigureSeries) => boolean;
}

/** One series in pixels, cut to the frame. */
export interface SceneSeries {
  readonly series: FigureSeries;
  /** Closed rings, filled even-odd; coarser than the edges that cover their border. */
  readonly areas: readonly PixelPath[];
  readonly edges: readonly PixelPath[];
  readonly markers: PixelPath;
}

export interface SceneLabel extends PlacedLabel {
  readonly series: FigureSeries;
  readonly text: string;
  readonly fontPx: number;
}

/** A line of equal lifetime, with its label where there is room for one. */
export interface SceneLifetime {
  readonly edges: readonly PixelPath[];
  readonly label?: PlacedLabel & Pick<SceneLabel, 'text' | 'fontPx'>;
}

export interface Scene {
  readonly series: readonly SceneSeries[];
  readonly lifetimes: readonly SceneLifetime[];
  readonly outlines: readonly {
    readonly scope: 'ee' | 'laboratory';
    readonly edges: readonly PixelPath[];
  }[];
  readonly labels: readonly SceneLabel[];
}

type PlacedMark = Omit<SceneSeries, 'series'>;

/**
 * A mark placed before at the same axes and size: one limit is in the background of a hundred
 * pages.
 */
function placeOnce(
  mark: FigureMark,
  [x, y, size, ...details]: readonly [AxisFrame, AxisFrame, Size, ...Simplification[]],
  build: () => PlacedMark,
): PlacedMark {
  const numbers = [x, y].flatMap(({ range, scale }) => [...range, scale]);
  const key = [
    ...numbers,
    size.width,
    size.height,
    ...details.flatMap(({ tolerancePx, columnPx }) => [tolerancePx, columnPx]),
  ].join(' ');
  const known = placedMarks.get(mark);
  // A zoom asks for ever new axes: only the latest few are worth keeping.
  const own = known !== undefined && known.size < 8 ? known : new Map<string, PlacedMark>();
  if (own !== known) placedMarks.set(mark, own);
  const placed = own.get(key) ?? build();
  own.set(key, placed);
  return placed;
}
const placedMarks = new WeakMap<FigureMark, Map<string, PlacedMark>>();

/** Room around the frame that clipped lines keep, so that their caps stay out of sight [px]. */
const MARGIN_PX = 4;

/** A figure in pixels: what both renderers draw. */
export function buildScene(spec: FigureSpec, options: SceneOptions): Scene {
  const { size } = options;
  const box: Box = {
    left: -MARGIN_PX,
    top: -MARGIN_PX,
    right: size.width + MARGIN_PX,
    bottom: size.height + MARGIN_PX,
  };
  const project = (path: Path): PixelPath =>
    projectPath(cropPath(path, spec.x, spec.y), spec.x, spec.y, size);
  const thin = (path: PixelPath, detail: Simplification): PixelPath =>
    simplifyPath(path, detail).map((i) => path[i] ?? [0, 0]);
  const coarse: Simplification = {
    tolerancePx: Math.max(0.7, options.tolerancePx),
    columnPx: Math.max(1, options.columnPx),
  };
  // Thousands of points of a grey curve are one grey band: half the detail draws it.
  const context: Simplification = {
    tolerancePx: options.tolerancePx * 1.6,
    columnPx: options.columnPx * 2.5,
  };
  const shown = spec.series.filter(options.isShown ?? ((one) => !one.startsHidden));
  const place = (one: FigureSeries): PlacedMark => {
    const detail = isMain(one, spec) ? options : context;
    return placeOnce(one.mark, [spec.x, spec.y, size, detail, coarse], () => ({
      areas: listAreas(one.mark, spec.y)
        .map((ring) => clipRing(thin(project(ring), coarse), box))
        .filter((ring) => ring.length > 2),
      edges: listEdges(one.mark).flatMap((edge) => clipLine(thin(project(edge), detail), box)),
      markers:
        one.mark.kind === 'markers'
          ? project(one.mark.points).filter(
              ([x, y]) => x >= -1 && y >= -1 && x <= size.width + 1 && y <= size.height + 1,
            )
          : [],
    }));
  };
  const series = shown.map((one): SceneSeries => {
    const { areas, edges, markers } = place(one);
    return { series: one, areas: one.style.fill === 'none' ? [] : areas, edges, markers };
  });
  // What lies on the frame is no result of anyone: the outline stops short of it.
  const inner: Box = { left: 0.7, top: 0.7, right: size.width - 0.7, bottom: size.height - 0.7 };
  const outlines = spec.outlines.map(({ scope, rings }) => ({
    scope,
    edges: rings.flatMap((ring) =>
      splitOpenEnds(thin(project(ring), options)).flatMap((part) => clipLine(part, inner)),
    ),
  }));
  const contours = spec.lifetimes.map(({ label, segments }) => ({
    text: label,
    edges: segments.flatMap((segment) => clipLine(thin(project(segment), options), box)),
  }));
  const { labels, placed } = labelScene(series, contours, outlines, spec, options);
  const lifetimes = contours.map(({ text, edges }, i): SceneLifetime => {
    const label = placed.get(i);
    const fontPx = options.labelPx.secondary;
    return { edges, ...(label === undefined ? {} : { label: { ...label, text, fontPx } }) };
  });
  return { series, lifetimes, outlines, labels };
}

/**
 * Cuts a ring where it climbs straight to the top of the frame: the end of a mass range is not an
 * edge of an exclusion.
 */
function splitOpenEnds(ring: PixelPath): PixelPath[] {
  const parts: PixelPath[] = [];
  let start = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1] ?? [];
    const [bx = 0, by = 0] = ring[i] ?? [];
    if (Math.abs(ax - bx) > 0.3 || Math.min(ay, by) > 0.5) continue;
    parts.push(ring.slice(start, i));
    start = i;
  }
  parts.push(ring.slice(start));
  return parts.filter((part) => part.length > 1);
}

/** Names in the background of a limit's own figure. */
const MOST_CONTEXT_NAMES = 12;

function labelScene(
  series: readonly SceneSeries[],
  contours: readonly { readonly text: string; readonly edges: readonly PixelPath[] }[],
  outlines: Scene['outlines'],
  spec: FigureSpec,
  options: SceneOptions,
): { labels: SceneLabel[]; placed: ReadonlyMap<number, PlacedLabel> } {
  const { labelPx, measureText, size } = options;
  if (labelPx.primary <= 0) return { labels: [], placed: new Map() };
  const texts = new Map<string, Omit<SceneLabel, keyof PlacedLabel>>();
  const requests: LabelRequest[] = [];
  const seen = new Set<string>();
  // Around one curve in focus a few names tell where it is.
  let room = spec.highlight === undefined ? Infinity : MOST_CONTEXT_NAMES;
  for (const one of orderByImportance(series, spec)) {
    const isPrimary = isMain(one.series, spec);
    if (!isPrimary && room <= 0) continue;
    const fontPx = isPrimary ? labelPx.primary : labelPx.secondary;
    const text = one.series.short;
    const isNamed = seen.has(`${one.series.layer} ${text}`);
    // One name per experiment and layer is enough among the greys; long names go to the legend.
    if (fontPx <= 0 || text.length > 30 || one.series.isSuperseded || (isNamed && !isPrimary))
      continue;
    seen.add(`${one.series.layer} ${text}`);
    if (!isPrimary) room -= 1;
    texts.set(one.series.limit, { series: one.series, text, fontPx });
    requests.push({
      id: one.series.limit,
      width: measureText(text, fontPx) + 4,
      height: fontPx * 1.15,
      edges: one.edges.length > 0 ? one.edges : [one.markers],
      areas: one.series.mark.kind === 'segments' ? [] : one.areas,
      tolerance: isPrimary ? 0.08 : 0.04,
      isOptional: !isPrimary,
    });
  }
  // Lines of equal lifetime come last: they are scenery.
  const names = new Map(contours.map((_, i) => [`lifetime ${String(i)}`, i]));
  if (labelPx.secondary > 0) {
    for (const [id, i] of names) {
      const { text = '', edges = [] } = contours[i] ?? {};
      requests.push({
        id,
        width: measureText(text, labelPx.secondary) + 4,
        height: labelPx.secondary * 1.15,
        edges: edges.flatMap((edge) => listUncovered(edge, series)),
        areas: [],
        tolerance: 0.05,
      });
    }
  }
  const obstacles = [
    ...series.flatMap((one) => {
      const weight = isMain(one.series, spec) ? 1 : one.series.layer === 'projection' ? 0.8 : 0.45;
      return one.edges.map((path) => ({ id: one.series.limit, path, weight }));
    }),
    ...outlines.flatMap(({ edges }) => edges.map((path) => ({ path, weight: 0.45 }))),
    ...contours.flatMap(({ edges }) => edges.map((path) => ({ path, weight: 0.2 }))),
  ];
  const labels: SceneLabel[] = [];
  const placed = new Map<number, PlacedLabel>();
  for (const label of placeLabels(requests, obstacles, size)) {
    const text = texts.get(label.id);
    const index = names.get(label.id);
    if (text !== undefined) labels.push({ ...label, ...text });
    else if (index !== undefined) placed.set(index, label);
  }
  return { labels, placed };
}

/** The parts of a line that no filled region lies on. */
function listUncovered(line: PixelPath, series: readonly SceneSeries[]): PixelPath[] {
  const parts: PixelPoint[][] = [[]];
  for (const point of resample(line, 6)) {
    const isCovered = series.some(
      ({ series: { style }, areas }) =>
        (style.fill === 'grey' || style.fill === 'light') &&
        areas.filter((area) => isInRing(point, area)).length % 2 === 1,
    );
    if (isCovered) parts.push([]);
    else parts.at(-1)?.push(point);
  }
  return parts.filter((part) => part.length > 1);
}

const isMain = (one: FigureSeries, spec: FigureSpec): boolean =>
  one.layer === 'own' ||
  (spec.highlight === undefined ? one.layer === 'ee' : one.limit === spec.highlight);

/** The reader's own curves, then e+e- results, newest first, then whatever is largest on the page. */
function orderByImportance(series: readonly SceneSeries[], spec: FigureSpec): SceneSeries[] {
  const rank = ({ series: one }: SceneSeries): number =>
    one.layer === 'own'
      ? -1
      : isMain(one, spec)
        ? 0
        : one.layer === 'target' || one.layer === 'favoured'
          ? 1
          : one.layer === 'projection'
            ? 3
            : 2;
  const extent = (one: SceneSeries): number => {
    const xs = one.edges.flatMap((edge) => edge.map((p) => p[0]));
    return xs.length === 0 ? 0 : Math.max(...xs) - Math.min(...xs);
  };
  return series
    .map((one) => ({ one, rank: rank(one), extent: extent(one) }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        (b.one.series.year ?? 0) * Number(b.rank === 0) -
          (a.one.series.year ?? 0) * Number(a.rank === 0) ||
        b.extent - a.extent,
    )
    .map(({ one }) => one);
}
