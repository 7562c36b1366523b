import type { SourceTable } from '../source.ts';
import type { TablesOrProblem } from './columns-text.ts';
import { makeHepdataTable, type HepdataCell, type HepdataVariable } from './hepdata-table.ts';
import { findLine, getKey, listItems, readText, type JsonValue } from './json-text.ts';

/** True for JSON of a HEPData table, of several, or of a record that only lists them. */
export const isHepdataJson = (value: JsonValue): boolean =>
  [value, ...listItems(value)].some(isTable) || listItems(getKey(value, 'data_tables')).length > 0;

const isTable = (value: JsonValue): boolean =>
  (getKey(value, 'headers') !== undefined && getKey(value, 'values') !== undefined) ||
  getKey(value, 'dependent_variables') !== undefined;

/** HEPData's JSON: a table as its download gives it (`headers` and `values`), or as the submission has it. */
export function readHepdataJson(file: string, value: JsonValue): TablesOrProblem {
  const listed = listItems(getKey(value, 'data_tables'));
  const candidates = (
    listed.length > 0 ? listed : Array.isArray(value) ? listItems(value) : [value]
  ).filter(isTable);
  if (candidates.length === 0)
    return {
      problem: {
        file,
        found: 'a record of HEPData that lists tables without their numbers',
        expected: 'a table with its numbers',
        fix: 'download the table itself (its Download button, as YAML, CSV or JSON)',
      },
    };
  const tables: SourceTable[] = [];
  for (const [i, candidate] of candidates.entries()) {
    const name =
      readText(getKey(candidate, 'name')) ??
      (candidates.length === 1 ? 'table' : `table ${String(i + 1)}`);
    const description = readText(getKey(candidate, 'description'));
    const variables =
      getKey(candidate, 'dependent_variables') === undefined
        ? readDownload(candidate)
        : readSubmission(candidate);
    const made = makeHepdataTable(file, name, variables, [
      ...(description === undefined ? [] : [description]),
      ...readQualifiers(candidate),
    ]);
    if ('problem' in made) {
      if (candidates.length === 1) return made;
      continue;
    }
    tables.push(...made.tables);
  }
  if (tables.length > 0) return { tables };
  return {
    problem: {
      file,
      found: 'no table with numbers',
      expected: 'a mass and a value',
      fix: 'download the table itself',
    },
  };
}

const readCell = (node: JsonValue | undefined, line: number): HepdataCell => {
  const [value, low, high] = ['value', 'low', 'high'].map((key) => readText(getKey(node, key)));
  return {
    line: findLine(node) ?? line,
    ...(value === undefined ? {} : { value }),
    ...(low === undefined || high === undefined ? {} : { low, high }),
  };
};

/** Rows with `x` and `y`, under one header for each column; the unit stands in the header. */
function readDownload(table: JsonValue): HepdataVariable[] {
  const headers = listItems(getKey(table, 'headers')).map(
    (header) => readText(getKey(header, 'name')) ?? '',
  );
  const rows = listItems(getKey(table, 'values'));
  const line = findLine(rows) ?? 1;
  const independents = listItems(getKey(rows[0], 'x')).length;
  return headers.map((name, i): HepdataVariable => {
    const isIndependent = i < independents;
    return {
      name,
      isIndependent,
      cells: rows.map((row) =>
        readCell(
          isIndependent
            ? listItems(getKey(row, 'x'))[i]
            : listItems(getKey(row, 'y'))[i - independents],
          line,
        ),
      ),
    };
  });
}

function readSubmission(table: JsonValue): HepdataVariable[] {
  return (['independent_variables', 'dependent_variables'] as const).flatMap((key) =>
    listItems(getKey(table, key)).map((variable): HepdataVariable => {
      const header = getKey(variable, 'header');
      const unit = readText(getKey(header, 'units'));
      return {
        name: readText(getKey(header, 'name')) ?? '',
        ...(unit === undefined ? {} : { unit }),
        isIndependent: key === 'independent_variables',
        cells: listItems(getKey(variable, 'values')).map((node) =>
          readCell(node, findLine(table) ?? 1),
        ),
      };
    }),
  );
}

/** `{"SQRT(S)": [{"group": 0, "value": "13000"}]}`, each value once. */
function readQualifiers(table: JsonValue): string[] {
  const qualifiers = getKey(table, 'qualifiers');
  if (!(qualifiers instanceof Map)) return [];
  return [...(qualifiers as ReadonlyMap<string, JsonValue>)]
    .slice(0, 100)
    .flatMap(([name, values]) => {
      const texts = new Set(
        listItems(values).flatMap((one) => readText(getKey(one, 'value')) ?? []),
      );
      return [...texts].map((text) => `${name}: ${text}`);
    });
}
