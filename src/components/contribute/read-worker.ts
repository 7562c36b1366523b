import { readSource } from '../../core/import/read-source.ts';
import type {
  Decisions,
  PlaneContext,
  Problem,
  Source,
  SourceColumn,
  Understanding,
} from '../../core/import/source.ts';
import { understand } from '../../core/import/understand.ts';

/** What the worker is asked for. */
export type Request =
  | { readonly kind: 'read'; readonly files: readonly NamedBytes[] }
  | {
      readonly kind: 'understand';
      readonly turn: number;
      readonly decisions: Decisions;
      readonly plane?: PlaneContext;
    };

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The beginning of a table of a file, to be looked at. */
export interface TableGlance {
  readonly file: string;
  readonly name: string;
  readonly columns: readonly SourceColumn[];
  /** First rows, digits as given. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly rowCount: number;
}

export interface Answer {
  readonly turn: number;
  readonly understanding: Understanding;
  readonly tables: readonly TableGlance[];
}

const FIRST_ROWS = 5;
/** Tables shown of a file; a record may have hundreds. */
const MOST_TABLES = 60;

let sources: readonly Source[] = [];
let unread: readonly Problem[] = [];

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data.kind === 'read') {
    const read = data.files.map(({ name, bytes }) => readSource(name, bytes));
    sources = read.flatMap((one) => ('source' in one ? [one.source] : []));
    unread = read.flatMap((one) => ('problem' in one ? [one.problem] : []));
    return;
  }
  const { turn, decisions, plane } = data;
  const understanding: Understanding =
    unread.length > 0
      ? { statements: [], questions: [], problems: unread }
      : understand(sources, decisions, plane);
  const answer: Answer = { turn, understanding, tables: sources.flatMap(glance) };
  postMessage(answer);
});

const glance = ({ name: file, tables }: Source): TableGlance[] =>
  tables.slice(0, MOST_TABLES).map(({ name, columns, rows }) => ({
    file,
    name,
    columns,
    rows: rows.slice(0, FIRST_ROWS).map(({ line, cells }) => ({ line, cells })),
    rowCount: rows.length,
  }));
