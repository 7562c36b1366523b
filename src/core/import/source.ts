import type { EntryMap, PlaneEntry, QuantityEntry } from '../catalogue.ts';
import type { Column, RawSource, Shape } from '../schema/index.ts';

/** Formats that people's files come in. */
export type SourceFormat =
  | 'hepdata-yaml'
  | 'hepdata-csv'
  | 'hepdata-json'
  | 'webplotdigitizer-json'
  | 'webplotdigitizer-tar'
  | 'webplotdigitizer-csv'
  | 'axionlimits-text'
  | 'darkcast-lmt'
  | 'site-csv'
  | 'columns-text';

/** A file as read, before anything is concluded from it. */
export interface Source {
  /** File name, without folders. */
  readonly name: string;
  readonly format: SourceFormat;
  /** At least one: a file without numbers is a problem, not a source. */
  readonly tables: readonly SourceTable[];
}

/** Numbers that stand together: a table of HEPData, a data set of a digitiser, the rows of a text file. */
export interface SourceTable {
  readonly name: string;
  readonly columns: readonly SourceColumn[];
  readonly rows: readonly SourceRow[];
  /** Facts the file states about the table, as written (reactions, a comment above the numbers, qualifiers). */
  readonly facts: readonly string[];
}

export interface SourceColumn {
  /** As written, where there is a header. */
  readonly header?: string;
  /** As written, where the file states one outside the header. */
  readonly unit?: string;
  /** Where the column is an edge of bins. */
  readonly bin?: 'low' | 'high';
  /** True where the format itself says that the others depend on it. */
  readonly isIndependent?: boolean;
  /** Column of the text, counted from zero, where each row is a line of columns. */
  readonly at?: number;
}

export interface SourceRow {
  /** Line of the file, counted from one. */
  readonly line: number;
  /** One per column, digits as given; empty where the file has none. */
  readonly cells: readonly string[];
  /** True where a blank line sets it apart from the row before. */
  readonly startsBlock?: true;
}

/** Something that stops the work, as the messages of the check say it. */
export interface Problem {
  readonly file: string;
  readonly line?: number;
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
}

/** One thing that was understood, for a person to agree with. */
export interface Statement {
  readonly about:
    'format' | 'columns' | 'unit' | 'scale' | 'shape' | 'gaps' | 'rails' | 'rows' | 'range';
  readonly text: string;
}

/** What has to be said before the numbers can be written; never guessed. */
export interface Question {
  /** The decision that answers it, which is also the name of the flag. */
  readonly decision: keyof Decisions;
  readonly text: string;
  /** Answers that make sense here, where they can be listed. */
  readonly choices: readonly string[];
}

/** What a person decided, by flag, prompt or form. Columns are counted from one, as people do. */
export interface Decisions {
  readonly table?: string;
  readonly shape?: Shape;
  readonly massColumn?: number;
  readonly valueColumn?: number;
  /** Columns of further roles: `expected`, `lo1`, `hi1`, `lo2`, `hi2`, `massLow`, `massHigh`, `lower`, `upper`, `parameter`, `ratio`. */
  readonly columns?: Readonly<Record<string, number>>;
  readonly massQuantity?: string;
  readonly massUnit?: string;
  readonly massScale?: Column['scale'];
  readonly valueQuantity?: string;
  readonly valueUnit?: string;
  readonly valueScale?: Column['scale'];
  readonly parameterQuantity?: string;
  readonly parameterUnit?: string;
  readonly parameterScale?: Column['scale'];
  /** What to do with rows that look like walls or stand for “no limit”. */
  readonly rails?: 'drop' | 'keep';
  /** Whether an open outline is closed by repeating its first point. */
  readonly close?: 'yes' | 'no';
  /** Where a curve is cut into segments, as `from..to` masses in the file's unit, or `none`. */
  readonly gaps?: string;
}

/** Numbers in the catalogue's own format, complete and accounted for. */
export interface Dataset {
  readonly shape: Shape;
  readonly mass: Column;
  readonly value: Column;
  readonly parameter?: Column;
  /** From the numbers, decoded [GeV]. */
  readonly massRange: readonly [number, number];
  readonly gaps: readonly { readonly from: number; readonly to: number; readonly why: string }[];
  /** The CSV with its header, digits as given. */
  readonly csv: string;
  /** The accounting of every raw row, an entry for each file and role; path and digest are the caller's. */
  readonly raw: readonly RawRows[];
}

/** What became of the rows of a source in one role. */
export interface RawRows {
  /** Place of the file among the sources, counted from zero. */
  readonly source: number;
  readonly accounting: Omit<RawSource, 'path' | 'sha256'>;
}

/** Where the numbers belong: without it no quantity, and often no unit, can be known. */
export interface PlaneContext {
  readonly plane: PlaneEntry;
  readonly quantities: EntryMap<QuantityEntry>;
}

/** What was made of the sources: complete when there is no question and no problem. */
export interface Understanding {
  readonly statements: readonly Statement[];
  readonly questions: readonly Question[];
  readonly problems: readonly Problem[];
  readonly dataset?: Dataset;
}
