/** Points of a curve in a plane: masses and values of equal length [plane's canonical units]. */
export interface Polyline {
  readonly mass: Float64Array;
  readonly value: Float64Array;
}

/** A closed ring; the first point is repeated last. */
export interface Ring extends Polyline {
  readonly role: 'outer' | 'hole';
}

/** A floor and a ceiling, each on its own mass grid. */
export interface Strip {
  readonly lower: Polyline;
  readonly upper: Polyline;
}

/** One slice of a grid: value against mass at one parameter value. */
export interface GridSlice extends Polyline {
  /** Value of the third quantity [unit of the limit's parameter column, logarithms decoded]. */
  readonly parameter: number;
}

/** A limit's shape in a plane, after unit and quantity transforms. */
export type Geometry =
  | {
      readonly kind: 'one-sided';
      readonly side: 'above' | 'below';
      readonly segments: readonly Polyline[];
    }
  | { readonly kind: 'interval' | 'band'; readonly strips: readonly Strip[] }
  | { readonly kind: 'contour'; readonly rings: readonly Ring[] }
  | { readonly kind: 'points'; readonly side: 'above' | 'below'; readonly points: Polyline }
  | { readonly kind: 'line'; readonly segments: readonly Polyline[] }
  | {
      readonly kind: 'grid';
      readonly slices: readonly GridSlice[];
      /** Mass windows without a limit: slices are not joined across them [GeV]. */
      readonly gaps: readonly (readonly [number, number])[];
    }
  | { readonly kind: 'ratio-map'; readonly cells: RatioMap };

/** Allowed over predicted signal at pairs of mass and coupling: excluded where the ratio is below one. */
export interface RatioMap {
  readonly mass: Float64Array;
  readonly coupling: Float64Array;
  readonly ratio: Float64Array;
}
