import type { FigureSeries, FigureSpec, StyleRole } from '../core/figure/figure-spec.ts';
import { buildDrawing } from './drawing.ts';
import type { FigureLayout } from './layout.ts';
import { writePageSvg } from './page-svg.ts';
import {
  DASHES,
  GREY_WIDTH,
  HALO_WIDTH,
  HATCH,
  LEADER_WIDTH,
  LIFETIME_LINE,
  LIGHT_FILL_OPACITY,
  listVariables,
  MARKER,
  OUTLINES,
  type Theme,
  WEIGHTS,
} from './palette.ts';
import { trim, writeCircles } from './path-data.ts';
import { writeStandaloneSvg } from './standalone-svg.ts';

export { isColouredSeries } from './drawing.ts';
export { FOCUS, type FigureLayout, MINIATURE, NARROW, PAPER, WIDE } from './layout.ts';

export interface SvgOptions {
  readonly layout: FigureLayout;
  /** Prefix of the ids inside the drawing, unique on the page. */
  readonly id: string;
  /** Carry the colours of this theme inside, for a file that stands alone. */
  readonly standalone?: Theme;
  /** Width on paper of a file that stands alone [mm]. */
  readonly widthMm?: number;
  /** Rules of CSS with the fonts of a file that stands alone. */
  readonly fontCss?: string;
  /** Further classes of the root element. */
  readonly className?: string;
  /** Whether a series is drawn; by default those that do not start hidden. */
  readonly isShown?: (series: FigureSeries) => boolean;
}

/** A figure as one SVG element. Colours come from `figure.css` unless it stands alone. */
export function renderSvg(spec: FigureSpec, options: SvgOptions): string {
  const { standalone: theme, ...rest } = options;
  const drawing = buildDrawing(spec, rest);
  return theme === undefined
    ? writePageSvg(drawing, rest)
    : writeStandaloneSvg(drawing, { ...rest, theme });
}

/** Rules of the drawing itself, the same in `figure.css`. */
export function writeFigureRules(): string {
  const hues = listVariables()
    .filter(({ name }) => name.endsWith('-ink') && name !== '--fig-ink')
    .map(({ name }) => name.slice('--fig-'.length, -'-ink'.length));
  const { ee, laboratory } = OUTLINES;
  return [
    '.dpf{--fig-sans:var(--font-sans,"Source Sans 3",sans-serif);--fig-serif:var(--font-serif,"Source Serif 4",serif)}',
    '.dpf path{fill:none;stroke-linejoin:round;stroke-linecap:butt}',
    '.dpf .dpf-grid{stroke:var(--fig-grid)}',
    '.dpf-frame{fill:none;stroke:var(--fig-ink)}',
    '.dpf .dpf-ticks{stroke:var(--fig-ink)}',
    '.dpf .dpf-formula{fill:var(--fig-ink)}',
    '.dpf-tick{fill:var(--fig-ink);font-family:var(--fig-sans);font-variant-numeric:tabular-nums}',
    '.dpf-title{fill:var(--fig-ink);font-family:var(--fig-serif)}',
    `.dpf-label{font-family:var(--fig-sans);paint-order:stroke;stroke:var(--fig-paper);stroke-width:${String(HALO_WIDTH)}px;stroke-linejoin:round;fill:var(--k)}`,
    '.dpf-label text{fill:var(--k)}.dpf-main{font-weight:640}',
    ...hues.map(
      (hue) =>
        `.h-${hue}{--c:var(--fig-${hue}-0);--k:var(--fig-${hue}-ink)}.h-${hue}.s-1{--c:var(--fig-${hue}-1)}.h-${hue}.s-2{--c:var(--fig-${hue}-2)}`,
    ),
    `.dpf .dpf-edge{stroke:var(--c);stroke-width:${String(WEIGHTS.normal)}}`,
    `.dpf .w-thin{stroke-width:${String(WEIGHTS.thin)}}.dpf .w-strong{stroke-width:${String(WEIGHTS.strong)}}`,
    `.dpf .dpf-edge:where(.h-laboratory,.h-astro-cosmo,.h-context){stroke-width:${trim(GREY_WIDTH)}}`,
    ...(['dashed', 'dotted', 'dash-dot'] as const).map(
      (line) => `.dpf .l-${line}{stroke-dasharray:${DASHES[line].join(' ')}}`,
    ),
    `.dpf .dpf-lifetime{stroke:var(--fig-context-0);stroke-width:${trim(LIFETIME_LINE.width)};stroke-dasharray:${LIFETIME_LINE.dash.map(trim).join(' ')}}`,
    `.dpf .dpf-leader{stroke:var(--k);stroke-width:${trim(LEADER_WIDTH)}}`,
    `.dpf .dpf-marker{stroke:var(--c);stroke-width:${String(MARKER.width)};fill:var(--fig-paper)}`,
    `.dpf-tint{opacity:${String(LIGHT_FILL_OPACITY)}}.dpf .dpf-light{fill:var(--c);fill-rule:evenodd}`,
    '.dpf .dpf-grey{fill:var(--fig-fill-laboratory);fill-rule:evenodd}.dpf .dpf-sky{fill:var(--fig-fill-astro-cosmo)}',
    '.dpf .dpf-clear{fill:var(--fig-paper);fill-rule:evenodd}',
    `.dpf .dpf-hatch{stroke:var(--fig-favoured-0);stroke-width:${trim(HATCH.width)}}`,
    `.dpf .dpf-outline{stroke:var(${laboratory.colour});stroke-width:${trim(laboratory.width)}}.dpf .dpf-outline-ee{stroke:var(${ee.colour});stroke-width:${String(ee.width)};stroke-opacity:${String(ee.opacity)};stroke-linejoin:round}`,
  ].join('\n');
}

/** A short piece of a series' line, for legends. */
export function renderSwatch(style: StyleRole, isPoints: boolean): string {
  const line = style.line === 'solid' ? '' : ` l-${style.line}`;
  const hue = `h-${style.hue}${style.shade === 0 ? '' : ` s-${String(style.shade)}`}`;
  const mark = isPoints
    ? `<path class="dpf-marker ${hue}" d="${writeCircles([[14, 6]], MARKER.radius)}"/>`
    : `<path class="dpf-edge dpf-swatch ${hue}${line}" d="M0 6H28"/>`;
  return `<svg class="dpf" viewBox="0 0 28 12" width="28" height="12" aria-hidden="true">${mark}</svg>`;
}
