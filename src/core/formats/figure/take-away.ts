import type { FigureSpec } from '../../figure/figure-spec.ts';
import type { TakeAwayContext } from './take-away-context.ts';
import { writeFigureBibtex } from './write-bibtex.ts';
import { writeCaption, writeCite } from './write-caption.ts';
import { writeFigureCitation, writeFigureCsl, writeFigureRis } from './write-citations.ts';
import { writeFigureCsv } from './write-csv.ts';
import { writeHepdata } from './write-hepdata.ts';
import { writeFigureJson } from './write-json.ts';
import { writeMatplotlib } from './write-matplotlib.ts';
import { writePgfplots } from './write-pgfplots.ts';

export type { ColouredPart, LimitSource, TakeAwayContext } from './take-away-context.ts';

/** A way to take a figure away as text. */
export interface TakeAwayFormat {
  readonly id:
    | 'csv'
    | 'json'
    | 'hepdata'
    | 'matplotlib'
    | 'pgfplots'
    | 'citation'
    | 'bibtex'
    | 'ris'
    | 'csl'
    | 'cite'
    | 'caption';
  /** What readers choose by. */
  readonly label: string;
  /** End of the file name, without a dot in front; unique among the formats. */
  readonly extension: string;
  /** True where it says what to cite, not what is drawn. */
  readonly isCitation?: true;
  /** Media type. */
  readonly mime: string;
  /**
   * Exactly what the figure shows: every series of the spec is written, in the units of its axes.
   * Hidden series are left out of the spec before.
   */
  readonly write: (spec: FigureSpec, context: TakeAwayContext) => string;
}

/** Every text format, in the order readers are offered them. */
export const TAKE_AWAY_FORMATS: readonly TakeAwayFormat[] = [
  {
    id: 'csv',
    label: 'CSV: the numbers, a row per point',
    extension: 'csv',
    mime: 'text/csv;charset=utf-8',
    write: writeFigureCsv,
  },
  {
    id: 'json',
    label: 'JSON: numbers, facts and papers',
    extension: 'json',
    mime: 'application/json',
    write: writeFigureJson,
  },
  {
    id: 'hepdata',
    label: 'HEPData YAML: a table per limit',
    extension: 'hepdata.yaml',
    mime: 'application/yaml',
    write: writeHepdata,
  },
  {
    id: 'matplotlib',
    label: 'matplotlib script with the numbers inside',
    extension: 'py',
    mime: 'text/x-python;charset=utf-8',
    write: writeMatplotlib,
  },
  {
    id: 'pgfplots',
    label: 'LaTeX (pgfplots) with the numbers inside',
    extension: 'tex',
    mime: 'application/x-tex;charset=utf-8',
    write: writePgfplots,
  },
  {
    id: 'citation',
    isCitation: true,
    label: 'Citations as text: the papers shown and this view',
    extension: 'cite.txt',
    mime: 'text/plain;charset=utf-8',
    write: writeFigureCitation,
  },
  {
    id: 'bibtex',
    isCitation: true,
    label: 'BibTeX of the papers shown and of this view',
    extension: 'bib',
    mime: 'application/x-bibtex;charset=utf-8',
    write: writeFigureBibtex,
  },
  {
    id: 'ris',
    isCitation: true,
    label: 'RIS of the papers shown and of this view',
    extension: 'ris',
    mime: 'application/x-research-info-systems;charset=utf-8',
    write: writeFigureRis,
  },
  {
    id: 'csl',
    isCitation: true,
    label: 'CSL-JSON of the papers shown and of this view',
    extension: 'csl.json',
    mime: 'application/vnd.citationstyles.csl+json',
    write: writeFigureCsl,
  },
  {
    id: 'cite',
    isCitation: true,
    label: String.raw`\cite of the papers shown and of this view`,
    extension: 'cite.tex',
    mime: 'application/x-tex;charset=utf-8',
    write: writeCite,
  },
  {
    id: 'caption',
    label: 'LaTeX caption that names every source',
    extension: 'caption.tex',
    mime: 'application/x-tex;charset=utf-8',
    write: writeCaption,
  },
];
