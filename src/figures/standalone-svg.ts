import type { PixelPath } from '../core/figure/axis-scale.ts';
import type {
  CirclesPrimitive,
  Colour,
  Drawing,
  FormulaPrimitive,
  HatchPrimitive,
  PathPrimitive,
  Primitive,
  Stroke,
  TextPrimitive,
} from './drawing.ts';
import { listHatchLines } from './hatch-lines.ts';
import { writeRuns } from './page-svg.ts';
import { resolveColour, type Theme } from './palette.ts';
import { shortenOutline } from './path-data.ts';
import { escapeXml } from '../core/escape-xml.ts';

/** How a drawing becomes a file. */
export interface StandaloneSvgOptions {
  readonly theme: Theme;
  /** Prefix of the ids inside the drawing. */
  readonly id: string;
  /** Width on paper [mm]; without it the size is in pixels. */
  readonly widthMm?: number;
  /** Rules of CSS that bring the letters along, for where the fonts are not installed. */
  readonly fontCss?: string;
}

/** Names of the sans, most wanted first; the last are on every machine. */
const FAMILY =
  "'Figure Sans', 'Source Sans 3', 'Source Sans Pro', 'Helvetica Neue', Arial, sans-serif";

/**
 * A drawing as a file of its own. Colours are values and looks are attributes: editors and
 * converters know neither custom properties nor, many of them, style sheets.
 */
export function writeStandaloneSvg(drawing: Drawing, options: StandaloneSvgOptions): string {
  const { width, height, frame } = drawing;
  const { theme, id, widthMm, fontCss } = options;
  const colour = (name: Colour): string => resolveColour(name, theme);
  const [w, h] =
    widthMm === undefined
      ? [String(width), String(height)]
      : [`${round(widthMm)}mm`, `${round((widthMm / width) * height)}mm`];
  const sheet: Sheet = { colour, paper: colour(drawing.paper), id, frame, hatches: 0 };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${round(width)} ${round(height)}" role="img" aria-labelledby="${id}-title ${id}-desc" font-family="${FAMILY}">`,
    `<title id="${id}-title">${escapeXml(drawing.title)}</title>`,
    `<desc id="${id}-desc">${escapeXml(drawing.description)}</desc>`,
    fontCss === undefined ? '' : `<style>${fontCss}</style>`,
    `<defs><clipPath id="${id}-frame"><rect width="${round(frame.width)}" height="${round(frame.height)}"/></clipPath></defs>`,
    `<rect width="${round(width)}" height="${round(height)}" fill="${sheet.paper}"/>`,
    `<g transform="translate(${round(frame.left)} ${round(frame.top)})">`,
    `<g clip-path="url(#${id}-frame)" stroke-linejoin="round">`,
    drawing.inside.map((item) => writeItem(item, sheet)).join(''),
    '</g>',
    drawing.around.map((item) => writeItem(item, sheet)).join(''),
    '</g>',
    '</svg>',
  ].join('');
}

interface Sheet {
  readonly colour: (name: Colour) => string;
  readonly paper: string;
  readonly id: string;
  readonly frame: Drawing['frame'];
  /** Hatched regions written so far, which name their clips. */
  hatches: number;
}

function writeItem(item: Primitive, sheet: Sheet): string {
  switch (item.kind) {
    case 'path':
      return writePathItem(item, sheet);
    case 'hatch':
      return writeHatch(item, sheet);
    case 'circles':
      return writeMarkers(item, sheet);
    case 'text':
      return writeText(item, sheet);
    case 'formula':
      return writeFormula(item, sheet);
    case 'tint':
      return `<g opacity="${String(item.opacity)}">${item.items.map((one) => writeItem(one, sheet)).join('')}</g>`;
    case 'frame':
      return `<rect width="${round(sheet.frame.width)}" height="${round(sheet.frame.height)}" fill="none"${writeStroke(item.stroke, sheet)}/>`;
  }
}

function writeStroke({ colour, width, dash, opacity }: Stroke, sheet: Sheet): string {
  return [
    ` stroke="${sheet.colour(colour)}" stroke-width="${round(width)}"`,
    dash.length === 0 ? '' : ` stroke-dasharray="${dash.map(round).join(' ')}"`,
    opacity === undefined ? '' : ` stroke-opacity="${String(opacity)}"`,
  ].join('');
}

function writePathItem({ paths, isClosed, fill, stroke }: PathPrimitive, sheet: Sheet): string {
  const filled = fill === undefined ? 'none' : sheet.colour(fill);
  return `<path d="${writeFinePaths(paths, isClosed)}" fill="${filled}"${fill === undefined ? '' : ' fill-rule="evenodd"'}${stroke === undefined ? '' : writeStroke(stroke, sheet)}/>`;
}

function writeHatch({ areas, stroke, spacing }: HatchPrimitive, sheet: Sheet): string {
  sheet.hatches++;
  const clip = `${sheet.id}-hatch-${String(sheet.hatches)}`;
  return [
    `<clipPath id="${clip}"><path d="${writeFinePaths(areas, true)}" clip-rule="evenodd"/></clipPath>`,
    `<path clip-path="url(#${clip})" d="${writeFinePaths(listHatchLines(areas, spacing), false)}" fill="none"${writeStroke(stroke, sheet)}/>`,
  ].join('');
}

function writeMarkers({ centres, radius, fill, stroke }: CirclesPrimitive, sheet: Sheet): string {
  const circles = centres.map(
    ([x, y]) => `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}"/>`,
  );
  return `<g fill="${sheet.colour(fill)}"${writeStroke(stroke, sheet)}>${circles.join('')}</g>`;
}

const writeFormula = ({ d, at: [x, y], fontPx, colour }: FormulaPrimitive, sheet: Sheet): string =>
  `<path transform="translate(${round(x)} ${round(y)}) scale(${String(fontPx / 1000)})" d="${shortenOutline(d)}" fill="${sheet.colour(colour)}"/>`;

/** The halo is a text of its own below: not every program paints strokes before fills when asked. */
function writeText(text: TextPrimitive, sheet: Sheet): string {
  const { part, runs, at, drop, anchor, angle, fontPx, haloPx } = text;
  const [x, y] = at;
  const attributes = [
    angle === 0
      ? ` x="${round(x)}" y="${round(y + drop)}"`
      : ` transform="translate(${round(x)} ${round(y)}) rotate(${round(angle)})" y="${round(drop)}"`,
    ` font-size="${round(fontPx)}"`,
    part === 'main-label' ? ' font-weight="600"' : '',
    anchor === 'start' ? '' : ` text-anchor="${anchor}"`,
  ].join('');
  const body = writeRuns(runs, fontPx);
  const halo =
    haloPx === undefined
      ? ''
      : `<text${attributes} fill="${sheet.paper}" stroke="${sheet.paper}" stroke-width="${round(haloPx)}" stroke-linejoin="round" aria-hidden="true">${body}</text>`;
  return `${halo}<text${attributes} fill="${sheet.colour(text.colour)}">${body}</text>`;
}

/** Two decimals: on paper a figure is small and its units are large. */
function writeFinePaths(paths: readonly PixelPath[], isClosed: boolean): string {
  return paths
    .map((path) => {
      const points = path.map(([x, y]) => `${round(x)} ${round(y)}`);
      return `M${points.join('L')}${isClosed ? 'Z' : ''}`;
    })
    .join('');
}

const round = (value: number): string => String(Math.round(value * 100) / 100);
