import { type AxisFrame, type PixelPath, projectPath, type Size } from './axis-scale.ts';
import { type Box, clipLine, clipRing } from './clip-path.ts';
import type { FigureMark, FigureSeries, FigureSpec, Path } from './figure-spec.ts';
import { type LabelRequest, type PlacedLabel, placeLabels } from './place-labels.ts';
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

export interface Scene {
  readonly series: readonly SceneSeries[];
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
  const project = (path: Path): PixelPath => projectPath(path, spec.x, spec.y, size);
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
  return { series, outlines, labels: labelScene(series, spec, options) };
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

function labelScene(
  series: readonly SceneSeries[],
  spec: FigureSpec,
  options: SceneOptions,
): SceneLabel[] {
  const { labelPx, measureText, size } = options;
  if (labelPx.primary <= 0) return [];
  const texts = new Map<string, Omit<SceneLabel, keyof PlacedLabel>>();
  const requests: LabelRequest[] = [];
  const seen = new Set<string>();
  for (const one of orderByImportance(series, spec)) {
    const isPrimary = isMain(one.series, spec);
    const fontPx = isPrimary ? labelPx.primary : labelPx.secondary;
    const text = one.series.short;
    const isNamed = seen.has(`${one.series.layer} ${text}`);
    // One name per experiment and layer is enough among the greys; long names go to the legend.
    if (fontPx <= 0 || text.length > 30 || one.series.isSuperseded || (isNamed && !isPrimary))
      continue;
    seen.add(`${one.series.layer} ${text}`);
    texts.set(one.series.limit, { series: one.series, text, fontPx });
    requests.push({
      id: one.series.limit,
      width: measureText(text, fontPx) + 4,
      height: fontPx * 1.15,
      edges: one.edges.length > 0 ? one.edges : [one.markers],
      areas: one.series.mark.kind === 'segments' ? [] : one.areas,
      tolerance: isPrimary ? 0.12 : 0.05,
    });
  }
  const obstacles = series.flatMap((one) => {
    const weight = isMain(one.series, spec) ? 1 : 0.45;
    return one.edges.map((path) => ({ path, weight }));
  });
  return placeLabels(requests, obstacles, size).flatMap((label) => {
    const text = texts.get(label.id);
    return text === undefined ? [] : [{ ...label, ...text }];
  });
}

const isMain = (one: FigureSeries, spec: FigureSpec): boolean =>
  spec.highlight === undefined ? one.layer === 'ee' : one.limit === spec.highlight;

/** e+e- results first, newest first, then whatever is largest on the page. */
function orderByImportance(series: readonly SceneSeries[], spec: FigureSpec): SceneSeries[] {
  const rank = ({ series: one }: SceneSeries): number =>
    isMain(one, spec)
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
