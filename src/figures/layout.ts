/** Measures of a drawn figure [px of its own coordinate system]. */
export interface FigureLayout {
  readonly width: number;
  readonly height: number;
  readonly margin: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly tickPx: number;
  readonly titlePx: number;
  readonly labelPx: { readonly primary: number; readonly secondary: number };
  readonly tolerancePx: number;
  readonly columnPx: number;
  /** Whether grey results have edges; without them they are one grey shape. */
  readonly hasGreyEdges: boolean;
  /** Widths of lines, dashes and markers as a share of those on screens; 1 where absent. */
  readonly lineScale?: number;
}

/** Plane figures on a wide page, 4 : 3. */
export const WIDE: FigureLayout = {
  width: 920,
  height: 690,
  margin: { left: 76, right: 14, top: 40, bottom: 58 },
  tickPx: 14.5,
  titlePx: 19,
  labelPx: { primary: 14, secondary: 11.5 },
  tolerancePx: 0.25,
  columnPx: 0.5,
  hasGreyEdges: true,
};

/** The same on a phone, 1 : 1, with fewer labels. */
export const NARROW: FigureLayout = {
  width: 420,
  height: 420,
  margin: { left: 52, right: 8, top: 32, bottom: 46 },
  tickPx: 12.5,
  titlePx: 16,
  labelPx: { primary: 12, secondary: 0 },
  tolerancePx: 0.3,
  columnPx: 0.6,
  hasGreyEdges: true,
};

/** A limit over its greyed plane: the context is drawn coarsely, hundreds of pages carry one. */
export const FOCUS: FigureLayout = { ...WIDE, tolerancePx: 0.5, columnPx: 1 };

/** Thumbnails: no text at all. */
export const MINIATURE: FigureLayout = {
  width: 480,
  height: 320,
  margin: { left: 1, right: 1, top: 1, bottom: 1 },
  tickPx: 0,
  titlePx: 0,
  labelPx: { primary: 0, secondary: 0 },
  tolerancePx: 0.4,
  columnPx: 0.8,
  hasGreyEdges: false,
};

/** Width of one column of a two-column paper [mm]. */
export const COLUMN_MM = 86;

/** One column of a two-column paper; its unit is half a point, so that 16 is a label of 8 pt. */
export const PAPER: FigureLayout = {
  width: 487.6,
  height: 384,
  margin: { left: 54, right: 14, top: 31, bottom: 46 },
  tickPx: 14,
  titlePx: 18,
  labelPx: { primary: 16, secondary: 12.5 },
  tolerancePx: 0.15,
  columnPx: 0.3,
  hasGreyEdges: true,
  lineScale: 1.1,
};
