import { toFraction } from '../core/figure/axis-scale.ts';
import type { FigureAxis } from '../core/figure/figure-spec.ts';
import {
  COLUMN_COUNT,
  findColour,
  type GridMap,
  listRuns,
  writeRunPath,
} from '../core/figure/grid-map.ts';
import { parsePlainMath } from '../core/figure/plain-math.ts';
import { listTicks, type Tick } from '../core/figure/ticks.ts';
import { listTitleRuns } from './drawing.ts';
import type { FigureLayout } from './layout.ts';
import { writeRuns } from './page-svg.ts';
import { shortenOutline, trim, writeRules } from './path-data.ts';
import { escapeXml } from '../core/escape-xml.ts';

/**
 * Colours of the map, strongest limit first: twelve equal steps on a straight line in OKLab from
 * (L, a, b) = (0.40, -0.005, -0.15), a deep blue, to (0.88, -0.01, 0.15), a pale yellow, so that
 * lightness rises evenly and blue to yellow keeps apart for readers who confuse red and green.
 * OKLab: B. Ottosson, "A perceptual color space for image processing" (2020),
 * https://bottosson.github.io/posts/oklab/. `grid-map.css` has the same values.
 */
export const RAMP = [
  '#263d97',
  '#364e97',
  '#465d96',
  '#586c94',
  '#6b7992',
  '#7e878e',
  '#91948a',
  '#a5a184',
  '#b9ae7c',
  '#cebb72',
  '#e3c865',
  '#f8d552',
] as const;

type Title = Pick<FigureAxis, 'plain' | 'unitLabel' | 'typeset'>;

export interface GridMapSvgOptions {
  /** Prefix of the ids inside the drawing, unique on the page. */
  readonly id: string;
  readonly layout: GridMapLayout;
  readonly className: string;
  readonly title: string;
  readonly description: string;
  readonly titles: { readonly x: Title; readonly y: Title; readonly value: Title };
  /** Id of a drawing on the same page whose cells are shown again. */
  readonly cellsOf?: string;
}

/** Measures of a drawn map [px of its own coordinate system]; the colour bar stands above the frame. */
export interface GridMapLayout extends Pick<
  FigureLayout,
  'width' | 'margin' | 'tickPx' | 'titlePx'
> {
  readonly frameHeight: number;
}

export const WIDE_MAP: GridMapLayout = {
  width: 920,
  frameHeight: 430,
  margin: { left: 76, right: 14, top: 90, bottom: 56 },
  tickPx: 14.5,
  titlePx: 18,
};

export const NARROW_MAP: GridMapLayout = {
  width: 420,
  frameHeight: 320,
  margin: { left: 52, right: 10, top: 80, bottom: 44 },
  tickPx: 12.5,
  titlePx: 15,
};

const BAR_PX = 13;

/** A map of a grid for the site's pages: looks are classes of `grid-map.css` and `figure.css`. */
export function writeGridMapSvg(map: GridMap, options: GridMapSvgOptions): string {
  const { id, layout, titles } = options;
  const { margin, frameHeight, titlePx } = layout;
  const width = layout.width - margin.left - margin.right;
  const height = margin.top + frameHeight + margin.bottom;
  const cells =
    options.cellsOf === undefined ? writeCells(map, id) : `<use href="#${options.cellsOf}-cells"/>`;
  return [
    `<svg class="dpf ${options.className}" viewBox="0 0 ${String(layout.width)} ${String(height)}" role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${escapeXml(options.title)}</title>`,
    `<desc id="${id}-desc">${escapeXml(options.description)}</desc>`,
    // One unit across is a column; up, a thousandth of the axis.
    `<svg x="${String(margin.left)}" y="${String(margin.top)}" width="${trim(width)}" height="${String(frameHeight)}" viewBox="0 0 ${String(COLUMN_COUNT)} 1000" preserveAspectRatio="none">${cells}</svg>`,
    `<g transform="translate(${String(margin.left)} ${String(margin.top)})">`,
    writeBest(map, width, frameHeight),
    `<rect class="dpf-frame" width="${trim(width)}" height="${String(frameHeight)}"/>`,
    writeAxes(map, layout, width),
    writeBar(map, layout, width),
    writeTitle(titles.x, titlePx, 'end', width, frameHeight + margin.bottom - titlePx * 0.45),
    writeTitle(titles.y, titlePx, 'start', titlePx * 0.3 - margin.left, -titlePx * 0.6),
    // The words end where the formula begins, whatever the width of their letters.
    writeWords('Upper limit on', titlePx, 'end', titlePx * 6.95, titlePx * 1.1 - margin.top),
    writeTitle(titles.value, titlePx, 'start', titlePx * 7.25, titlePx * 1.1 - margin.top),
    '</g></svg>',
  ].join('');
}

/** A band is a group of lines as thick as it is high, one for each colour. */
function writeCells(map: GridMap, id: string): string {
  const bands = map.bands.map((band) => {
    const [to, from] = band.range.map((end) => Math.round((1 - toFraction(map.y, end)) * 1000));
    const [top = 0, bottom = 0] = [from, to];
    const byColour = Map.groupBy(listRuns(band, map.classes), ({ colour }) => colour);
    const paths = [...byColour].map(
      ([colour, runs]) =>
        `<path class="gm-${String(colour)}" d="${writeRunPath(runs, (top + bottom) / 2)}"/>`,
    );
    return `<g data-slice="${String(band.slice)}" stroke-width="${String(bottom - top)}">${paths.join('')}</g>`;
  });
  return `<g id="${id}-cells" class="gm-cells">${bands.join('')}</g>`;
}

/** A ring around the strongest value. */
function writeBest({ strongest, x, y }: GridMap, width: number, height: number): string {
  const cx = trim(toFraction(x, strongest.mass) * width);
  const cy = trim((1 - toFraction(y, strongest.ctauM)) * height);
  return `<circle class="gm-best-halo" cx="${cx}" cy="${cy}" r="6"/><circle class="gm-best" cx="${cx}" cy="${cy}" r="6"/>`;
}

/** Ticks point outwards: on the colours they would be lost. */
function writeAxes(map: GridMap, layout: GridMapLayout, width: number): string {
  const { frameHeight: height, tickPx } = layout;
  const xTicks = listTicks(map.x, width, tickPx * 3.4);
  const yTicks = listTicks(map.y, height, tickPx * 2.2);
  const length = (tick: Tick): number => tickPx * (tick.kind === 'major' ? 0.45 : 0.25);
  const xAt = ({ value }: Tick): number => toFraction(map.x, value) * width;
  const yAt = ({ value }: Tick): number => (1 - toFraction(map.y, value)) * height;
  const rules = writeRules([
    ...xTicks.map((tick) => [
      [xAt(tick), height] as const,
      [xAt(tick), height + length(tick)] as const,
    ]),
    ...yTicks.map((tick) => [[-length(tick), yAt(tick)] as const, [0, yAt(tick)] as const]),
  ]);
  return [
    `<path class="dpf-ticks" d="${rules}"/>`,
    `<g class="dpf-tick" font-size="${String(tickPx)}">`,
    ...xTicks.map((tick) => writeLabel(tick, tickPx, xAt(tick), height + tickPx * 1.55, 'middle')),
    ...yTicks.map((tick) =>
      writeLabel(tick, tickPx, -tickPx * 0.65, yAt(tick) + tickPx * 0.34, 'end'),
    ),
    '</g>',
  ].join('');
}

/** The colours with powers of ten; an arrow where the last one goes on. */
function writeBar({ classes }: GridMap, layout: GridMapLayout, width: number): string {
  const { margin, tickPx, titlePx } = layout;
  const { edges, isOpen } = classes;
  const top = titlePx * 1.7 - margin.top;
  const middle = trim(top + BAR_PX / 2);
  const axis = { scale: 'log', range: [edges[0] ?? NaN, edges.at(-1) ?? NaN] } as const;
  const at = (value: number): number => toFraction(axis, value) * width;
  const ticks = listTicks(axis, width, tickPx * 3.4).filter(({ label }) => label !== '');
  const bottom = top + BAR_PX;
  // The last label stays inside the drawing.
  const most = width + margin.right - tickPx * 1.15;
  const swatches = edges.slice(1).map((to, i) => {
    const from = at(edges[i] ?? NaN);
    return `<path class="gm-${String(findColour(classes, i))}" d="M${trim(from)} ${middle}H${trim(at(to))}"/>`;
  });
  const last = findColour(classes, edges.length - 2);
  const arrow = isOpen
    ? `<polygon class="gm-${String(last)}" stroke-width="0" points="${[width, trim(top), width + BAR_PX * 0.7, middle, width, trim(bottom)].join(' ')}"/>`
    : '';
  const rules = writeRules(
    ticks.map(({ value }) => [
      [at(value), bottom] as const,
      [at(value), bottom + tickPx * 0.35] as const,
    ]),
  );
  return [
    `<g class="gm-cells" stroke-width="${String(BAR_PX)}">${swatches.join('')}${arrow}</g>`,
    `<path class="dpf-ticks" d="${rules}"/>`,
    `<g class="dpf-tick" font-size="${String(tickPx)}">`,
    ...ticks.map((tick) =>
      writeLabel(tick, tickPx, Math.min(at(tick.value), most), bottom + tickPx * 1.4, 'middle'),
    ),
    '</g>',
  ].join('');
}

/** Numbers stand upright. */
const writeLabel = (
  { label }: Tick,
  tickPx: number,
  x: number,
  y: number,
  anchor: 'middle' | 'end',
): string =>
  label === ''
    ? ''
    : `<text x="${trim(x)}" y="${trim(y)}" text-anchor="${anchor}">${writeRuns(
        parsePlainMath(label).map((run) => ({ ...run, italic: false })),
        tickPx,
      )}</text>`;

function writeTitle(
  { typeset, ...title }: Title,
  fontPx: number,
  anchor: 'start' | 'end',
  x: number,
  y: number,
): string {
  if (typeset === undefined)
    return writeWords(writeRuns(listTitleRuns(title), fontPx), fontPx, anchor, x, y);
  const left = anchor === 'end' ? x - (typeset.width / 1000) * fontPx : x;
  return `<path class="dpf-formula" transform="translate(${trim(left)} ${trim(y)})scale(${String(fontPx / 1000)})" d="${shortenOutline(typeset.d)}"/>`;
}

const writeWords = (
  body: string,
  fontPx: number,
  anchor: 'start' | 'end',
  x: number,
  y: number,
): string =>
  `<text class="dpf-title" font-size="${String(fontPx)}" x="${trim(x)}" y="${trim(y)}" text-anchor="${anchor}">${body}</text>`;
