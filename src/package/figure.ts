/**
 * Figures as plain data and as files: a plane becomes a `FigureSpec`, a view chooses what of it is shown, and writers
 * make SVG, CSV, JSON, HEPData YAML, BibTeX, a caption, or a matplotlib or pgfplots script of exactly that.
 *
 * Units: the axes of a figure carry theirs; positions and sizes of a drawing are in pixels of its own coordinate
 * system.
 *
 * @example
 * ```ts
 * import { mustGet } from 'dark-portals';
 * import { loadCatalogue, loadCombined } from 'dark-portals/data';
 * import { buildDrawing, buildPlaneFigure, WIDE, writeStandaloneSvg } from 'dark-portals/figure';
 *
 * const catalogue = loadCatalogue();
 * const plane = mustGet(catalogue.planes, 'dark-photon-visible');
 * const spec = buildPlaneFigure(plane, catalogue, loadCombined(plane.id));
 * const svg = writeStandaloneSvg(buildDrawing(spec, { layout: WIDE }), { theme: 'light', id: plane.id });
 * ```
 *
 * @module dark-portals/figure
 */

// See index.ts for why this module re-exports.

export type { Size } from '../core/figure/axis-scale.ts';
export type { Facet } from '../core/figure/facets.ts';
export { applyView } from '../core/figure/apply-view.ts';
export type { ViewMaterial } from '../core/figure/apply-view.ts';
export { buildLimitFigure } from '../core/figure/build-limit-figure.ts';
export { buildPlaneFigure } from '../core/figure/build-plane-figure.ts';
export { buildExactCurve } from '../core/figure/exact-mark.ts';
export type {
  AxesPreset,
  AxisChoice,
  AxisSetting,
  FigureAxis,
  FigureFrontier,
  FigureMark,
  FigureOutline,
  FigureSeries,
  FigureSpec,
  GridFact,
  Hue,
  LayerId,
  LifetimeContour,
  LuminosityFact,
  Path,
  Point,
  StyleRole,
  TypesetTitle,
} from '../core/figure/figure-spec.ts';
export { HUES, LAYERS } from '../core/figure/figure-spec.ts';
export type { SeriesValue } from '../core/figure/read-values.ts';
export { readValues } from '../core/figure/read-values.ts';
export type { AxisView, FigureView, OutlineChoice } from '../core/figure/view.ts';
export { DEFAULT_VIEW, OUTLINE_CHOICES } from '../core/figure/view.ts';
export type { DecodedView } from '../core/figure/view-address.ts';
export { decodeView, encodeView } from '../core/figure/view-address.ts';

export { collectSources } from '../core/formats/figure/collect-sources.ts';
export type {
  ColouredPart,
  LimitSource,
  TakeAwayContext,
  TakeAwayFormat,
} from '../core/formats/figure/take-away.ts';
export { TAKE_AWAY_FORMATS } from '../core/formats/figure/take-away.ts';
export { writeFigureBibtex } from '../core/formats/figure/write-bibtex.ts';
export { writeCaption, writeCite } from '../core/formats/figure/write-caption.ts';
export { writeFigureCsv } from '../core/formats/figure/write-csv.ts';
export { writeHepdata } from '../core/formats/figure/write-hepdata.ts';
export { writeFigureJson } from '../core/formats/figure/write-json.ts';
export { writeMatplotlib } from '../core/formats/figure/write-matplotlib.ts';
export { writePgfplots } from '../core/formats/figure/write-pgfplots.ts';

export type { Drawing, DrawingOptions } from '../figures/drawing.ts';
export { buildDrawing } from '../figures/drawing.ts';
export type { FigureLayout } from '../figures/layout.ts';
export { COLUMN_MM, NARROW, PAPER, WIDE } from '../figures/layout.ts';
export type { Theme } from '../figures/palette.ts';
export { PAPER_COLOURS } from '../figures/paper-colours.ts';
export type { StandaloneSvgOptions } from '../figures/standalone-svg.ts';
export { writeStandaloneSvg } from '../figures/standalone-svg.ts';
