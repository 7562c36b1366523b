import type { Hue, StyleRole } from '../core/figure/figure-spec.ts';

/** On white paper, or on a dark page. */
export type Theme = 'light' | 'dark';

interface Swatch {
  /** Newest result first, then older ones; at least 3 : 1 on the page. */
  readonly line: readonly [string, string, string];
  /** Text of that colour; at least 4.5 : 1 on the page. */
  readonly ink: string;
}

const single = (line: string, ink: string = line): Swatch => ({ line: [line, line, line], ink });

/**
 * Colours of the figures on each theme. The hues keep apart for the common kinds of colour
 * blindness (after Okabe and Ito); `figure.css` carries the same values as custom properties.
 */
export const PALETTE: Readonly<Record<Hue, Readonly<Record<Theme, Swatch>>>> = {
  'belle-2': {
    light: { line: ['#093da1', '#285cc2', '#447be4'], ink: '#093da1' },
    dark: { line: ['#71a3ff', '#5283e0', '#3b6ac5'], ink: '#71a3ff' },
  },
  belle: {
    light: { line: ['#1295c7', '#0a7ca6', '#0a668a'], ink: '#0077a2' },
    dark: { line: ['#88d6fe', '#64b6df', '#4397be'], ink: '#88d6fe' },
  },
  babar: {
    light: { line: ['#da720d', '#bb5f00', '#a05000'], ink: '#ad5907' },
    dark: { line: ['#fd9c54', '#e48233', '#c26300'], ink: '#fd9c54' },
  },
  kloe: {
    light: { line: ['#008058', '#009166', '#1f9f71'], ink: '#0b7552' },
    dark: { line: ['#4ed39d', '#26b682', '#0c9467'], ink: '#4ed39d' },
  },
  'bes-3': {
    light: { line: ['#aa2b8a', '#c243a0', '#d757b3'], ink: '#a32384' },
    dark: { line: ['#f37fcf', '#d765b6', '#b84999'], ink: '#f37fcf' },
  },
  lep: {
    light: { line: ['#977e0d', '#836d03', '#6f5c00'], ink: '#766200' },
    dark: { line: ['#eed059', '#caac2f', '#a88d10'], ink: '#eed059' },
  },
  cleo: {
    light: { line: ['#7347af', '#875cc6', '#9c72de'], ink: '#7347af' },
    dark: { line: ['#be9df7', '#a584dc', '#8a69be'], ink: '#be9df7' },
  },
  'ee-other': {
    light: { line: ['#255f65', '#41797f', '#599197'], ink: '#255f65' },
    dark: { line: ['#89c3ca', '#6ea7ad', '#538b91'], ink: '#89c3ca' },
  },
  laboratory: { light: single('#8a847b', '#625d56'), dark: single('#807a70', '#aaa399') },
  'astro-cosmo': { light: single('#8a847b', '#625d56'), dark: single('#807a70', '#aaa399') },
  context: { light: single('#8f8980', '#625d56'), dark: single('#79736a', '#aaa399') },
  favoured: { light: single('#cc3d3d', '#ba2b2e'), dark: single('#fb817a') },
  target: { light: single('#66433d'), dark: single('#d6b5af') },
  accent: { light: single('#8f1d2c'), dark: single('#f2a596') },
  own: { light: single('#1a1917'), dark: single('#ece8e1') },
};

/** Colours that belong to no series. */
export const SURFACES: Readonly<Record<string, Readonly<Record<Theme, string>>>> = {
  paper: { light: '#fdfcf9', dark: '#151413' },
  ink: { light: '#1a1917', dark: '#ece8e1' },
  grid: { light: '#eeeae2', dark: '#24211e' },
  'fill-laboratory': { light: '#ebe7df', dark: '#2a2724' },
  'fill-astro-cosmo': { light: '#f3f0e9', dark: '#211f1c' },
};

/** Custom property of a line colour. */
export const lineVariable = ({ hue, shade }: Pick<StyleRole, 'hue' | 'shade'>): string =>
  `--fig-${hue}-${String(shade)}`;
/** Custom property of a text colour. */
export const inkVariable = (hue: Hue): string => `--fig-${hue}-ink`;

/** Every custom property with its value on each theme, in the order of `figure.css`. */
export function listVariables(): { name: string; light: string; dark: string }[] {
  const variables = Object.entries(SURFACES).map(([name, value]) => ({
    name: `--fig-${name}`,
    light: value.light,
    dark: value.dark,
  }));
  for (const [hue, { light, dark }] of Object.entries(PALETTE) as [Hue, (typeof PALETTE)[Hue]][]) {
    for (const shade of [0, 1, 2] as const) {
      variables.push({
        name: lineVariable({ hue, shade }),
        light: light.line[shade],
        dark: dark.line[shade],
      });
    }
    variables.push({ name: inkVariable(hue), light: light.ink, dark: dark.ink });
  }
  return variables;
}

/** Dash patterns, the second cue after colour [px]. */
export const DASHES: Readonly<Record<StyleRole['line'], readonly number[]>> = {
  solid: [],
  dashed: [7, 4],
  dotted: [1.5, 3.5],
  'dash-dot': [8, 3, 1.5, 3],
};

/** Widths of edges [px]. */
export const WEIGHTS: Readonly<Record<StyleRole['weight'], number>> = {
  thin: 0.8,
  normal: 1.3,
  strong: 2,
};

/** Opacity of the light fill of coloured regions. */
export const LIGHT_FILL_OPACITY = 0.12;

/** Width of the edges of grey results, whatever their weight [px]. */
export const GREY_WIDTH = 0.9;

/** Width of the frame, the ticks and the lines of the grid [px]. */
export const HAIRLINE = 1;

/** Width of the background's colour around labels [px]. */
export const HALO_WIDTH = 3;

/** Width of the line from a label that stands apart to its curve [px]. */
export const LEADER_WIDTH = 0.9;

/** Lines through favoured regions: their width and distance [px]. */
export const HATCH = { width: 0.9, spacing: 7 } as const;

/** Open circles at tested points [px]. */
export const MARKER = { radius: 3.2, width: 1.2 } as const;

/** Lines of equal lifetime: round dots [px]. */
export const LIFETIME_LINE = { width: 0.9, dash: [0.9, 2.7] } as const;

/** The outlines of combined limits: the e+e- one is broad and lets the curves on it through. */
export const OUTLINES: Readonly<
  Record<'ee' | 'laboratory', { colour: string; width: number; opacity: number }>
> = {
  ee: { colour: '--fig-accent-0', width: 5, opacity: 0.32 },
  laboratory: { colour: '--fig-ink', width: 1.1, opacity: 1 },
};

/**
 * The value of a colour of the palette in a file, by the name of its custom property. A light file is
 * for paper, which is white; the page's own is a little warmer.
 */
export function resolveColour(name: string, theme: Theme): string {
  const value = colourValues[theme].get(name);
  if (value === undefined) throw new RangeError(`The palette has no colour ${name}.`);
  return value;
}
const colourValues: Readonly<Record<Theme, ReadonlyMap<string, string>>> = {
  light: new Map([
    ...listVariables().map(({ name, light }) => [name, light] as const),
    ['--fig-paper', '#ffffff'],
  ]),
  dark: new Map(listVariables().map(({ name, dark }) => [name, dark])),
};
