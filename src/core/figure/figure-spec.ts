import type { PowerLaw } from '../quantities.ts';
import type { ExperimentKind, LimitMeta } from '../schema/index.ts';

/** A point in a plane [canonical unit of x, canonical unit of y]. */
export type Point = readonly [x: number, y: number];
/** Points joined by straight lines on the figure's own axes. */
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
  /** [the axis's unit] */
  readonly range: readonly [from: number, to: number];
  readonly scale: 'log' | 'linear';
  /** True where it shows a quantity that falls as the plane's own rises: stronger limits are larger. */
  readonly isReversed?: boolean;
  /** The title (symbol and unit) as a vector path, where it was typeset. */
  readonly typeset?: TypesetTitle;
  /** Other quantities and units this axis can be read in, all exact; the axis itself is the first. */
  readonly choices?: readonly AxisChoice[];
}

/** A formula as one outline: coordinates in thousandths of an em, y downwards, baseline at 0. */
export interface TypesetTitle {
  /** SVG path data of absolute M, L, Q, C and Z. */
  readonly d: string;
  /** Extent, above and below the baseline [1/1000 em]. */
  readonly width: number;
  readonly height: number;
  readonly depth: number;
}

/** What an axis can also show: a sibling quantity, or another unit of it. */
export interface AxisChoice extends Pick<
  FigureAxis,
  'quantity' | 'name' | 'symbol' | 'plain' | 'unit' | 'unitLabel' | 'typeset'
> {
  /** `quantity`, followed by `:unit` where the unit is not the canonical one; stable in addresses. */
  readonly id: string;
  /** From the axis's own quantity [its unit] to this one [this unit]. */
  readonly law: PowerLaw;
}

/** A named change of both axes. */
export interface AxesPreset {
  readonly id: string;
  readonly title: string;
  readonly x: AxisSetting;
  readonly y: AxisSetting;
}
/** How one axis is read, and from where to where. */
export interface AxisSetting {
  /** Id of an axis choice. */
  readonly choice: string;
  /** In the unit of the choice. */
  readonly range: readonly [from: number, to: number];
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
  'own',
] as const;
/** Name of a layer. */
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
  'own',
] as const;
/** Name of a colour. */
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
  readonly signature: LimitMeta['signature'];
  readonly lifetime: LimitMeta['lifetime'];
  /** As stated by the paper, absent where it is not. */
  readonly confidenceLevel?: number;
  /** Combinations of published limits this one may set while nothing supersedes it. */
  readonly enters: readonly ('ee' | 'laboratory')[];
  /** How the limit moves with luminosity if nothing else changed, where even that means something. */
  readonly scaling?: LuminosityFact;
  /** The third axis of a grid: one slice is drawn at a time, the strongest values where none is chosen. */
  readonly grid?: GridFact;
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

/** What naive scaling needs (`physics/project-luminosity.ts`). */
export interface LuminosityFact {
  /** Luminosity of the result [fb^-1]. */
  readonly fromInvFb: number;
  /** The limit goes like L^-exponent with background under control. */
  readonly exponent: number;
}

/** What of a grid can be chosen. */
export interface GridFact {
  /** The proper decay length of each slice, rising [m]; lifetimes times the speed of light. */
  readonly ctauM: readonly number[];
}

/** Where a model's particle has a given lifetime: a line across the plane. */
export interface LifetimeContour {
  /** Proper decay length cτ [m]. */
  readonly ctauM: number;
  /** As written on the line, for instance `1 mm`. */
  readonly label: string;
  readonly segments: readonly Path[];
}

/** Who sets a combined limit: each limit from a mass up to the next entry, `undefined` in gaps. */
export interface FigureFrontier {
  readonly scope: 'ee' | 'laboratory';
  readonly spans: readonly { readonly from: number; readonly to: number; readonly limit: string }[];
}

/** The outline of a combined limit: a union of published exclusions, not a statistical combination. */
export interface FigureOutline {
  readonly scope: 'ee' | 'laboratory';
  /** Confidence levels of the limits it is made of, rising; more than one is a mixture, never rescaled. */
  readonly levels: readonly (number | 'not-stated')[];
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
  /** Lines of equal lifetime, where the width of the model is known. */
  readonly lifetimes: readonly LifetimeContour[];
  /** Where the widths come from, as a sentence with its citation; empty without lifetimes. */
  readonly lifetimeSource: string;
  /** First and last year of its history; absent where there is none to look back on. */
  readonly years?: readonly [first: number, last: number];
  /** Who sets the combined limits along mass. */
  readonly frontiers: readonly FigureFrontier[];
  /** Named changes of axes. */
  readonly presets: readonly AxesPreset[];
  /** The year at the end of which it stands, where it is not today's. */
  readonly asOf?: number;
  /** Published limits that may set an outline are not shown: the outlines say more than the curves. */
  readonly leavesOut?: boolean;
  /** The one limit in focus on a limit's own figure. */
  readonly highlight?: string;
  /** Keys of the papers of the method, where the curves were computed with one. */
  readonly methods?: readonly string[];
  /** A word in the figure on what its curves are, where they are not as published. */
  readonly note?: string;
}
