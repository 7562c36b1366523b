import type { ExperimentKind, LimitMeta } from '../schema/index.ts';

/** A point in a plane [canonical unit of x, canonical unit of y]. */
export type Point = readonly [x: number, y: number];
export type Path = readonly Point[];

/** One axis of a figure: what is plotted, in which unit, from where to where. */
export interface FigureAxis {
  readonly quantity: string;
  /** The quantity in words. */
  readonly name: string;
  /** LaTeX, without dollar signs. */
  readonly symbol: string;
  /** The symbol in plain Unicode, `_` and `^` for scripts. */
  readonly plain: string;
  /** Canonical unit of the quantity, `1` where it has none. */
  readonly unit: string;
  /** The unit as readers write it, empty where it has none. */
  readonly unitLabel: string;
  readonly range: readonly [from: number, to: number];
  readonly scale: 'log' | 'linear';
}

/** What is drawn for one limit, in plane units. */
export type FigureMark =
  | {
      readonly kind: 'segments';
      /** The excluded side, absent for a line that excludes nothing. */
      readonly side?: 'above' | 'below';
      readonly segments: readonly Path[];
    }
  | {
      readonly kind: 'strips';
      readonly strips: readonly { readonly lower: Path; readonly upper: Path }[];
    }
  | { readonly kind: 'rings'; readonly rings: readonly Path[] }
  | { readonly kind: 'markers'; readonly points: Path };

/** Layers can be shown and hidden as a whole; they are drawn in this order. */
export const LAYERS = [
  'astro-cosmo',
  'laboratory',
  'compilation',
  'projection',
  'recast',
  'ee',
  'favoured',
  'target',
] as const;
export type LayerId = (typeof LAYERS)[number];

/** Names of colours; the palette gives them values for each theme. */
export const HUES = [
  'belle-2',
  'belle',
  'babar',
  'kloe',
  'bes-3',
  'lep',
  'cleo',
  'ee-other',
  'laboratory',
  'astro-cosmo',
  'context',
  'favoured',
  'target',
  'accent',
] as const;
export type Hue = (typeof HUES)[number];

/** How a series looks, free of any theme. */
export interface StyleRole {
  readonly hue: Hue;
  /** Newest result of an experiment 0, older ones 1, then 2: lightness by year. */
  readonly shade: 0 | 1 | 2;
  readonly line: 'solid' | 'dashed' | 'dotted' | 'dash-dot';
  readonly weight: 'thin' | 'normal' | 'strong';
  readonly fill: 'light' | 'grey' | 'hatched' | 'none';
}

/** One limit as drawn. */
export interface FigureSeries {
  readonly limit: string;
  readonly title: string;
  /** Experiment and year, unique in the figure, for instance `BaBar 2014`. */
  readonly label: string;
  /** What is written on the curve. */
  readonly short: string;
  readonly reference?: string;
  readonly year?: number;
  readonly experiments: readonly string[];
  readonly experimentKind?: ExperimentKind;
  readonly isEe: boolean;
  readonly status: LimitMeta['status'];
  readonly derivedBy: LimitMeta['derivedBy'];
  readonly shape: LimitMeta['shape'];
  /** As stated by the paper, absent where it is not. */
  readonly confidenceLevel?: number;
  /** A newer result of the same data takes its place; drawn thin. */
  readonly isSuperseded: boolean;
  readonly layer: LayerId;
  /** Left to the reader to switch on: most projections, or the measured limits would drown. */
  readonly startsHidden: boolean;
  readonly style: StyleRole;
  readonly mark: FigureMark;
  /** What a reader must know to read the curve, for instance which slice of a grid is drawn. */
  readonly remark?: string;
}

/** The outline of a combined limit: a union of published exclusions, not a statistical combination. */
export interface FigureOutline {
  readonly scope: 'ee' | 'laboratory';
  readonly rings: readonly Path[];
}

/** A figure as plain data: both renderers, the exports and the JSON endpoint read the same. */
export interface FigureSpec {
  readonly plane: string;
  readonly title: string;
  /** One sentence, computed from the data. */
  readonly finding: string;
  readonly assumptions: string;
  readonly x: FigureAxis;
  readonly y: FigureAxis;
  /** In drawing order. */
  readonly series: readonly FigureSeries[];
  readonly outlines: readonly FigureOutline[];
  /** The one limit in focus on a limit's own figure. */
  readonly highlight?: string;
}
