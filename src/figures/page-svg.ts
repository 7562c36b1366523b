import type { StyleRole } from '../core/figure/figure-spec.ts';
import type { MathRun } from '../core/figure/plain-math.ts';
import type {
  CirclesPrimitive,
  Drawing,
  FormulaPrimitive,
  HatchPrimitive,
  PathPrimitive,
  Primitive,
  TextPrimitive,
} from './drawing.ts';
import { shortenOutline, trim, writeCircles, writePaths, writeRules } from './path-data.ts';
import { HATCH } from './palette.ts';
import { findScriptDrop, SCRIPT_SIZE } from './script-runs.ts';
import { escapeXml } from '../core/escape-xml.ts';

export interface PageSvgOptions {
  /** Prefix of the ids inside the drawing, unique on the page. */
  readonly id: string;
  /** Further classes of the root element. */
  readonly className?: string;
}

/**
 * A drawing for the site's pages: every look is a class whose rule and colours `figure.css` has, so
 * that hundreds of drawings stay small and follow the theme. It knows the widths of screens only.
 */
export function writePageSvg(drawing: Drawing, { id, className }: PageSvgOptions): string {
  const { width, height, frame } = drawing;
  const classes = ['dpf', className].filter(Boolean).join(' ');
  const hatch = `${id}-hatch`;
  const isHatched = drawing.inside.some(({ kind }) => kind === 'hatch');
  return [
    `<svg class="${classes}" viewBox="0 0 ${String(width)} ${String(height)}" role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${escapeXml(drawing.title)}</title>`,
    `<desc id="${id}-desc">${escapeXml(drawing.description)}</desc>`,
    `<svg x="${String(frame.left)}" y="${String(frame.top)}" width="${trim(frame.width)}" height="${trim(frame.height)}" overflow="hidden">`,
    isHatched
      ? `<pattern id="${hatch}" width="${String(HATCH.spacing)}" height="${String(HATCH.spacing)}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="dpf-hatch" d="M${String(HATCH.spacing / 2)} 0V${String(HATCH.spacing)}"/></pattern>`
      : '',
    writeItems(drawing.inside, drawing, hatch),
    '</svg>',
    `<g transform="translate(${String(frame.left)} ${String(frame.top)})">`,
    writeItems(drawing.around, drawing, hatch),
    '</g>',
    '</svg>',
  ].join('');
}

function writeItems(items: readonly Primitive[], drawing: Drawing, hatch: string): string {
  let out = '';
  let open = '';
  for (const item of items) {
    // Texts of one kind share the attributes of their group.
    const group = item.kind === 'text' ? openTextGroup(item) : '';
    if (group !== open) {
      out += (open === '' ? '' : '</g>') + group;
      open = group;
    }
    out += writeItem(item, drawing, hatch);
  }
  return out + (open === '' ? '' : '</g>');
}

function writeItem(item: Primitive, drawing: Drawing, hatch: string): string {
  switch (item.kind) {
    case 'path':
      return writePathItem(item);
    case 'hatch':
      return writeHatch(item, hatch);
    case 'circles':
      return writeMarkers(item);
    case 'text':
      return writeText(item);
    case 'formula':
      return writeFormula(item);
    case 'tint':
      return `<g class="dpf-tint">${writeItems(item.items, drawing, hatch)}</g>`;
    case 'frame':
      return `<rect class="dpf-frame" width="${trim(drawing.frame.width)}" height="${trim(drawing.frame.height)}"/>`;
  }
}

const hueClass = ({ hue, shade }: StyleRole): string =>
  `h-${hue}${shade === 0 ? '' : ` s-${String(shade)}`}`;

function writePathItem({ part, paths, isClosed, style }: PathPrimitive): string {
  const d = part === 'grid' || part === 'ticks' ? writeRules(paths) : writePaths(paths, isClosed);
  return `<path class="${listClasses(part, style).join(' ')}" d="${d}"/>`;
}

function listClasses(part: PathPrimitive['part'], style: StyleRole | undefined): string[] {
  switch (part) {
    case 'light':
      return ['dpf-light', ...(style === undefined ? [] : [hueClass(style)])];
    case 'sky':
      return ['dpf-grey', 'dpf-sky'];
    case 'outline-ee':
    case 'outline-laboratory':
      return ['dpf-outline', `dpf-${part}`];
    case 'leader':
      return ['dpf-leader', ...(style === undefined ? [] : [hueClass(style)])];
    case 'edge':
      return style === undefined ? ['dpf-edge'] : listEdgeClasses(style);
    case 'grid':
    case 'lifetime':
    case 'grey':
    case 'clear':
    case 'ticks':
      return [`dpf-${part}`];
  }
}

const listEdgeClasses = (style: StyleRole): string[] =>
  [
    'dpf-edge',
    hueClass(style),
    style.line === 'solid' ? '' : `l-${style.line}`,
    style.weight === 'normal' ? '' : `w-${style.weight}`,
  ].filter(Boolean);

const writeHatch = ({ areas }: HatchPrimitive, hatch: string): string =>
  `<path style="fill:url(#${hatch})" fill-rule="evenodd" d="${writePaths(areas, true)}"/>`;

const writeMarkers = ({ centres, radius, style }: CirclesPrimitive): string =>
  `<path class="dpf-marker ${hueClass(style)}" d="${writeCircles(centres, radius)}"/>`;

const writeFormula = ({ d, at: [x, y], fontPx }: FormulaPrimitive): string =>
  `<path class="dpf-formula" transform="translate(${trim(x)} ${trim(y)})scale(${String(fontPx / 1000)})" d="${shortenOutline(d)}"/>`;

function openTextGroup({ part, fontPx }: TextPrimitive): string {
  switch (part) {
    case 'tick':
    case 'title':
      return `<g class="dpf-${part}" font-size="${String(fontPx)}">`;
    case 'lifetime-label':
      return `<g class="dpf-label h-context" text-anchor="middle" font-size="${String(fontPx)}">`;
    case 'label':
    case 'main-label':
      return '<g class="dpf-label" text-anchor="middle">';
  }
}

function writeText(text: TextPrimitive): string {
  const { part, runs, at, drop, anchor, angle, fontPx, style } = text;
  const [x, y] = at;
  const place =
    angle === 0
      ? `x="${trim(x)}" y="${trim(y + drop)}"`
      : `transform="translate(${trim(x)} ${trim(y)}) rotate(${trim(angle)})" y="${trim(drop)}"`;
  const body = writeRuns(runs, fontPx);
  switch (part) {
    case 'tick':
    case 'title':
      return `<text ${place}${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${body}</text>`;
    case 'lifetime-label':
      return `<text ${place}>${body}</text>`;
    case 'label':
    case 'main-label':
      return `<text class="h-${style?.hue ?? 'context'}${part === 'main-label' ? ' dpf-main' : ''}" font-size="${String(fontPx)}" ${place}>${body}</text>`;
  }
}

/** Runs as tspans: scripts are smaller and shifted, and what follows returns to the line. */
export function writeRuns(runs: readonly MathRun[], fontPx: number): string {
  let level = 0;
  let out = '';
  for (const run of runs) {
    const wanted = findScriptDrop(run) * fontPx;
    const shift = wanted - level;
    level = wanted;
    const attributes = [
      Math.abs(shift) < 0.05 ? '' : ` dy="${trim(shift)}"`,
      run.script === 'base' ? '' : ` font-size="${trim(fontPx * SCRIPT_SIZE)}"`,
      run.italic ? ' font-style="italic"' : '',
    ].join('');
    const text = escapeXml(run.text);
    out += attributes === '' ? text : `<tspan${attributes}>${text}</tspan>`;
  }
  return out;
}
