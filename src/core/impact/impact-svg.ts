import { escapeXml } from '../escape-xml.ts';
import type { PlaneEntry } from '../catalogue.ts';
import type { Combination } from '../combine/combine.ts';
import { splitRuns } from '../combine/envelope.ts';
import type { Scope } from '../combine/inputs.ts';
import { listOutlines } from '../curve/outlines.ts';
import { spanAt } from '../curve/piece.ts';
import type { AxisFrame } from '../figure/axis-scale.ts';
import { toFraction } from '../figure/axis-scale.ts';
import type { Tick } from '../figure/ticks.ts';
import { listTicks } from '../figure/ticks.ts';
import type { CombinationPair } from './impact.ts';

/** One scope of a plane, before and after. */
export interface ImpactPanel extends CombinationPair {
  readonly scope: Scope;
}

const PANEL = { width: 460, height: 400, left: 62, right: 12, top: 52, bottom: 46 } as const;
const SIZE = {
  width: PANEL.width - PANEL.left - PANEL.right,
  height: PANEL.height - PANEL.top - PANEL.bottom,
};
const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  laboratory: 'All laboratory results',
  ee: 'e⁺e⁻ colliders',
};
const COLOURS = { ink: '#1b1a17', paper: '#ffffff', before: '#8f8980', after: '#8f1d2c' } as const;

/**
 * A picture of the combined limits of a plane before (grey) and after (accent, on top), a panel per
 * scope; islands are outlined. One SVG that stands alone.
 * @param xTitle quantity and unit of the axes, in plain text
 */
export function drawImpact(
  plane: PlaneEntry,
  xTitle: string,
  yTitle: string,
  panels: readonly ImpactPanel[],
): string {
  const width = PANEL.width * panels.length;
  const x: AxisFrame = { range: plane.x.range, scale: plane.x.scale };
  const y: AxisFrame = { range: plane.y.range, scale: plane.y.scale };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(PANEL.height)}" width="${String(width)}" height="${String(PANEL.height)}" role="img" font-family="sans-serif" font-size="12">`,
    `<title>${escapeXml(plane.title)}: combined limits before and after</title>`,
    `<rect width="${String(width)}" height="${String(PANEL.height)}" fill="${COLOURS.paper}"/>`,
    ...panels.map((panel, i) => drawPanel(panel, i, x, y, xTitle, yTitle)),
    '</svg>\n',
  ].join('\n');
}

function drawPanel(
  { scope, before, after }: ImpactPanel,
  place: number,
  x: AxisFrame,
  y: AxisFrame,
  xTitle: string,
  yTitle: string,
): string {
  const { width, height } = SIZE;
  return [
    `<g transform="translate(${String(place * PANEL.width + PANEL.left)} ${String(PANEL.top)})" fill="${COLOURS.ink}">`,
    `<text x="0" y="-32" font-size="14" font-weight="600">${SCOPE_WORDS[scope]}</text>`,
    `<text x="${String(width)}" y="-32" text-anchor="end"><tspan fill="#625d56">before</tspan> · <tspan fill="${COLOURS.after}">after</tspan></text>`,
    `<text x="${String(-PANEL.left + 6)}" y="-12">${escapeXml(yTitle)}</text>`,
    `<text x="${String(width)}" y="${String(height + 38)}" text-anchor="end">${escapeXml(xTitle)}</text>`,
    `<svg width="${String(width)}" height="${String(height)}" overflow="hidden" fill="none" stroke-linejoin="round">`,
    drawState(before, x, y, COLOURS.before, 4.5),
    drawState(after, x, y, COLOURS.after, 1.6),
    '</svg>',
    `<rect width="${String(width)}" height="${String(height)}" fill="none" stroke="${COLOURS.ink}"/>`,
    ...listTicks(x, width, 44).map((tick) => drawXTick(tick, toFraction(x, tick.value) * width)),
    ...listTicks(y, height, 28).map((tick) =>
      drawYTick(tick, (1 - toFraction(y, tick.value)) * height),
    ),
    '</g>',
  ].join('\n');
}

/** The envelope and the outlines of islands in one colour. */
function drawState(
  combination: Combination | undefined,
  x: AxisFrame,
  y: AxisFrame,
  colour: string,
  weight: number,
): string {
  if (combination === undefined) return '';
  const place = ([lx, ly]: readonly [number, number]): string =>
    `${pixel(toFraction(x, 10 ** lx) * SIZE.width)} ${pixel((1 - toFraction(y, 10 ** ly)) * SIZE.height)}`;
  const trace = (points: readonly (readonly [number, number])[]): string =>
    `M${points.map(place).join('L')}`;
  const runs = splitRuns(combination.envelope).map((run) =>
    trace(
      run.flatMap(({ from, to, edge }) => [
        [from, spanAt(edge, from)] as const,
        [to, spanAt(edge, to)] as const,
      ]),
    ),
  );
  const rings = combination.geometries
    .flatMap(listOutlines)
    .flatMap(({ outer, holes }) => [outer, ...holes])
    .map((ring) => `${trace(ring)}Z`);
  return [
    runs.length === 0
      ? ''
      : `<path d="${runs.join('')}" stroke="${colour}" stroke-width="${String(weight)}"/>`,
    rings.length === 0
      ? ''
      : `<path d="${rings.join('')}" stroke="${colour}" stroke-width="${String(weight / 2)}" stroke-dasharray="5 2"/>`,
  ].join('');
}

function drawXTick({ kind, label }: Tick, at: number): string {
  const length = kind === 'major' ? 7 : 3.5;
  const mark = `<path d="M${pixel(at)} ${String(SIZE.height)}v-${String(length)}" stroke="${COLOURS.ink}"/>`;
  const text = `<text x="${pixel(at)}" y="${String(SIZE.height + 16)}" text-anchor="middle">${writeTick(label)}</text>`;
  return label === '' ? mark : mark + text;
}

function drawYTick({ kind, label }: Tick, at: number): string {
  const length = kind === 'major' ? 7 : 3.5;
  const mark = `<path d="M0 ${pixel(at)}h${String(length)}" stroke="${COLOURS.ink}"/>`;
  const text = `<text x="-6" y="${pixel(at + 4)}" text-anchor="end">${writeTick(label)}</text>`;
  return label === '' ? mark : mark + text;
}

/** `10^-3` with its exponent raised; as a shift, for few fonts have all raised digits. */
const writeTick = (label: string): string =>
  escapeXml(label).replace(
    /\^(-?)(\d+)$/u,
    (_, sign: string, digits: string) =>
      `<tspan dy="-4" font-size="9">${sign === '' ? '' : '−'}${digits}</tspan>`,
  );

const pixel = (value: number): string => String(Math.round(value * 10) / 10);
