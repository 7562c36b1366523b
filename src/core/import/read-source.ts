import { decodeBytes, LARGEST_FILE } from './decode-bytes.ts';
import { readColumnsText, type TablesOrProblem } from './readers/columns-text.ts';
import { findTextFormat } from './readers/find-text-format.ts';
import { isHepdataCsv, readHepdataCsv } from './readers/hepdata-csv.ts';
import { isHepdataJson, readHepdataJson } from './readers/hepdata-json.ts';
import { isHepdataYaml, readHepdataYaml } from './readers/hepdata-yaml.ts';
import { parseJson } from './readers/json-text.ts';
import { isSiteCsv, readSiteCsv } from './readers/site-csv.ts';
import { findDigitiserHeader, readDigitiserCsv } from './readers/webplotdigitizer-csv.ts';
import { isDigitiserJson, readDigitiserJson } from './readers/webplotdigitizer-json.ts';
import { findProject, isTar } from './readers/webplotdigitizer-tar.ts';
import type { Problem, Source, SourceFormat } from './source.ts';

export type SourceOrProblem = { readonly source: Source } | { readonly problem: Problem };

/**
 * Reads somebody's file: what it is, and its numbers with their digits. Never throws for what a file
 * holds.
 * @param name of the file, folders are ignored
 */
export function readSource(name: string, bytes: Uint8Array): SourceOrProblem {
  const file = name.replace(/^.*[/\\]/u, '');
  if (isTar(bytes) && bytes.length <= LARGEST_FILE) {
    const project = findProject(file, bytes);
    if ('problem' in project) return project;
    return readBytes(file, project.bytes, 'webplotdigitizer-tar');
  }
  return readBytes(file, bytes);
}

function readBytes(file: string, bytes: Uint8Array, container?: SourceFormat): SourceOrProblem {
  const decoded = decodeBytes(file, bytes);
  if ('problem' in decoded) return decoded;
  const { text } = decoded;
  const make = (format: SourceFormat, read: TablesOrProblem): SourceOrProblem =>
    'problem' in read
      ? read
      : { source: { name: file, format: container ?? format, tables: read.tables } };
  if (/^\s*[[{]/u.test(text)) return readJson(file, text, make);
  if (isHepdataYaml(text)) return make('hepdata-yaml', readHepdataYaml(file, text));
  if (isHepdataCsv(text)) return make('hepdata-csv', readHepdataCsv(file, text));
  if (isSiteCsv(text)) return make('site-csv', readSiteCsv(file, text));
  const digitised = findDigitiserHeader(text);
  if (digitised !== undefined)
    return make('webplotdigitizer-csv', readDigitiserCsv(file, digitised));
  const read = readColumnsText(file, text);
  return make('problem' in read ? 'columns-text' : findTextFormat(file, read.tables), read);
}

function readJson(
  file: string,
  text: string,
  make: (format: SourceFormat, read: TablesOrProblem) => SourceOrProblem,
): SourceOrProblem {
  const parsed = parseJson(text);
  if ('fault' in parsed)
    return {
      problem: {
        file,
        line: parsed.fault.line,
        found: `${parsed.fault.found}: a text that begins like JSON and is none`,
        expected: 'JSON of HEPData or of WebPlotDigitizer, or columns of numbers',
        fix: 'download or save the file again',
      },
    };
  const { value } = parsed;
  if (isDigitiserJson(value)) return make('webplotdigitizer-json', readDigitiserJson(file, value));
  if (isHepdataJson(value)) return make('hepdata-json', readHepdataJson(file, value));
  return {
    problem: {
      file,
      found: 'JSON of another kind',
      expected: 'a table of HEPData or a project of WebPlotDigitizer',
      fix: 'write the numbers as columns of text, a row per point',
    },
  };
}
