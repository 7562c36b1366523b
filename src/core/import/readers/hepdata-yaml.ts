import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments } from 'yaml';
import type { Document } from 'yaml';
import type { SourceTable } from '../source.ts';
import type { TablesOrProblem } from './columns-text.ts';
import {
  makeHepdataTable,
  MOST_CELLS,
  type HepdataCell,
  type HepdataVariable,
} from './hepdata-table.ts';

/** Longer YAML takes too long to parse; HEPData's own limit for a table is far below. */
const LONGEST_YAML = 3_000_000;

const TOO_DEEP = 'YAML nested too deeply';

/** No table is nested so; brackets in its texts may stay open. */
const DEEPEST = 1000;

/** True where so many brackets are open at once that parsing would take too long. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/gu)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** True for a text that says that it is a table of HEPData. */
export const isHepdataYaml = (text: string): boolean =>
  /^(?:\s{0,4}-?\s{0,4})?(?:in)?dependent_variables\s*:/mu.test(text);

/** HEPData's YAML: a table, or several documents of which those with variables are tables. */
export function readHepdataYaml(file: string, text: string): TablesOrProblem {
  const fail = (line: number | undefined, found: string, fix: string) => ({
    problem: {
      file,
      ...(line === undefined ? {} : { line }),
      found,
      expected: 'a table of HEPData in YAML',
      fix,
    },
  });
  if (text.length > LONGEST_YAML)
    return fail(
      undefined,
      `${(text.length / 1e6).toFixed(1)} MB of YAML`,
      'download the table as CSV instead',
    );
  if (isDeep(text)) return fail(undefined, TOO_DEEP, 'download the table again');
  const counter = new LineCounter();
  let documents: Document.Parsed[];
  try {
    documents = [
      ...parseAllDocuments(text, {
        lineCounter: counter,
        prettyErrors: false,
        logLevel: 'silent',
        uniqueKeys: false,
      }),
    ].filter((one): one is Document.Parsed => 'contents' in one);
  } catch {
    // Nesting of blocks, beyond the reach of the parser.
    return fail(undefined, TOO_DEEP, 'download the table again');
  }
  const [fault] = documents.flatMap(({ errors }) => errors);
  // The parser reports running out of stack as a fault of the text.
  if (fault?.message.includes('call stack') === true)
    return fail(undefined, TOO_DEEP, 'download the table again');
  if (fault !== undefined)
    return fail(
      counter.linePos(fault.pos[0]).line,
      fault.message,
      'correct the YAML, or download the table again',
    );
  const tables: SourceTable[] = [];
  const budget = { cells: MOST_CELLS };
  for (const [i, document] of documents.entries()) {
    const reader = new NodeReader(document, counter);
    const variables = [
      ...readVariables(reader, 'independent_variables', true, budget),
      ...readVariables(reader, 'dependent_variables', false, budget),
    ];
    if (budget.cells < 0)
      return fail(
        undefined,
        `more than ${String(MOST_CELLS)} cells`,
        'choose the table of the limit alone',
      );
    if (variables.length === 0) continue;
    const name =
      reader.text(reader.get(document.contents, 'name')) ??
      (documents.length === 1 ? 'table' : `table ${String(i + 1)}`);
    const description = reader.text(reader.get(document.contents, 'description'));
    const facts = [...(description === undefined ? [] : [description]), ...readQualifiers(reader)];
    const made = makeHepdataTable(file, name, variables, facts);
    if ('problem' in made) {
      if (documents.length === 1) return made;
      continue;
    }
    tables.push(...made.tables);
  }
  return tables.length === 0
    ? fail(undefined, 'no table with numbers', 'take a file that has dependent_variables')
    : { tables };
}

/** Looks into a document without building it, so that digits stay and aliases cannot unfold. */
class NodeReader {
  readonly #document: Document.Parsed;
  readonly #counter: LineCounter;

  constructor(document: Document.Parsed, counter: LineCounter) {
    this.#document = document;
    this.#counter = counter;
  }

  get root(): unknown {
    return this.#document.contents;
  }

  /** The node an alias stands for; of an alias to an alias nothing. */
  resolve(node: unknown): unknown {
    return isAlias(node) ? node.resolve(this.#document) : node;
  }

  get(node: unknown, key: string): unknown {
    const map = this.resolve(node);
    return isMap(map) ? this.resolve(map.get(key, true)) : undefined;
  }

  list(node: unknown): readonly unknown[] {
    const list = this.resolve(node);
    return isSeq(list) ? list.items : [];
  }

  /** Text of a scalar as written, without its quotes; undefined for anything else and for null. */
  text(node: unknown): string | undefined {
    const scalar = this.resolve(node);
    if (!isScalar(scalar) || scalar.value === null || scalar.value === undefined) return undefined;
    return scalar.source ?? (typeof scalar.value === 'string' ? scalar.value : undefined);
  }

  line(node: unknown): number {
    const range =
      typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
    const start: unknown = Array.isArray(range) ? range[0] : undefined;
    return typeof start === 'number' ? this.#counter.linePos(start).line : 1;
  }
}

function readVariables(
  reader: NodeReader,
  key: 'independent_variables' | 'dependent_variables',
  isIndependent: boolean,
  budget: { cells: number },
): HepdataVariable[] {
  return reader.list(reader.get(reader.root, key)).flatMap((variable, i): HepdataVariable[] => {
    const header = reader.get(variable, 'header');
    const unit = reader.text(reader.get(header, 'units'));
    const values = reader.list(reader.get(variable, 'values'));
    budget.cells -= values.length;
    if (budget.cells < 0) return [];
    const cells = values.map((node): HepdataCell => {
      const [value, low, high] = ['value', 'low', 'high'].map((part) =>
        reader.text(reader.get(node, part)),
      );
      return {
        line: reader.line(node),
        ...(value === undefined ? {} : { value }),
        ...(low === undefined || high === undefined ? {} : { low, high }),
      };
    });
    const name = reader.text(reader.get(header, 'name')) ?? `variable ${String(i + 1)}`;
    return [{ name, ...(unit === undefined ? {} : { unit }), isIndependent, cells }];
  });
}

/** What qualifiers say, each once, and which variables have errors, which are no part of a limit. */
function readQualifiers(reader: NodeReader): string[] {
  const facts = new Set<string>();
  for (const variable of reader
    .list(reader.get(reader.root, 'dependent_variables'))
    .slice(0, 100)) {
    for (const qualifier of reader.list(reader.get(variable, 'qualifiers')).slice(0, 100)) {
      const [name, value, unit] = ['name', 'value', 'units'].map((key) =>
        reader.text(reader.get(qualifier, key)),
      );
      if (name !== undefined && value !== undefined)
        facts.add(`${name}: ${value}${unit === undefined ? '' : ` ${unit}`}`);
    }
    const first = reader.list(reader.get(variable, 'values'))[0];
    if (reader.list(reader.get(first, 'errors')).length > 0)
      facts.add(
        `errors of “${reader.text(reader.get(reader.get(variable, 'header'), 'name')) ?? ''}” are not read`,
      );
  }
  return [...facts];
}
