import { addLimitToSearch } from '../contribute/draft-search.ts';
import { compareText } from '../message.ts';
import type { Message } from '../message.ts';
import type { Transform } from '../schema/index.ts';
import type { Repair } from './repair.ts';
import { accountFor } from './repairs/account-for.ts';
import { splitRows } from './repairs/csv-rows.ts';
import { hasSameDigits } from './repairs/has-same-digits.ts';
import { normaliseReferences } from './repairs/normalise-references.ts';
import { makePlainText } from './repairs/plain-text.ts';
import { closeRings, numberParts, reverseParts, trimCells } from './repairs/repair-csv.ts';
import type { CsvRepair } from './repairs/repair-csv.ts';
import { sortExceptions } from './repairs/sort-exceptions.ts';

/** What would be written, and what is left to a person. */
export interface RepairPlan {
  /** New texts by path; only files that change. */
  readonly changes: ReadonlyMap<string, string>;
  readonly done: readonly RepairNote[];
  readonly declined: readonly RepairNote[];
}

export interface RepairNote {
  readonly file: string;
  readonly text: string;
}

/** Texts of one unit by path; undefined where there is no such file. */
type Texts = (file: string) => string | undefined;

type Repaired =
  | { readonly changes: ReadonlyMap<string, string>; readonly done: string }
  | { readonly declined: string };

/**
 * What `--fix` makes of the messages that can be repaired mechanically. A unit (a limit's two files, or one
 * other file) is changed only when every repair that it needs applies; digits never change.
 */
export function planRepairs(messages: readonly Message[], textOf: Texts): RepairPlan {
  const changes = new Map<string, string>();
  const done: RepairNote[] = [];
  const declined: RepairNote[] = [];
  for (const [, repairs] of groupByUnit(messages)) {
    const unit = new Map<string, string>();
    const notes: RepairNote[] = [];
    const read: Texts = (file) => unit.get(file) ?? textOf(file);
    let refusal: RepairNote | undefined;
    for (const { file, repair } of repairs) {
      const repaired = applyRepair(repair, file, read);
      if ('declined' in repaired) {
        refusal = { file, text: repaired.declined };
        break;
      }
      for (const [path, text] of repaired.changes) unit.set(path, text);
      if (repaired.changes.size > 0) notes.push({ file, text: repaired.done });
    }
    if (refusal !== undefined) {
      declined.push(refusal);
      continue;
    }
    for (const [path, text] of unit) if (text !== textOf(path)) changes.set(path, text);
    if ([...unit].some(([path, text]) => text !== textOf(path))) done.push(...notes);
  }
  return { changes, done, declined };
}

interface Wanted {
  readonly file: string;
  readonly repair: Repair;
}

/** Bytes before cells before rows: each repair reads what the ones before it have made readable. */
const ORDER: readonly Repair['kind'][] = [
  'plain-text',
  'trim-cells',
  'number-parts',
  'reverse-parts',
  'close-rings',
  'normalise-references',
  'sort-exceptions',
  'list-limit',
];

/** Repairs wanted by unit, each once, in the order in which they are applied. */
function groupByUnit(messages: readonly Message[]): [string, Wanted[]][] {
  const wanted = new Map<string, Wanted>();
  for (const { file, repair } of messages) {
    if (repair === undefined) continue;
    const target = 'file' in repair ? repair.file : file;
    wanted.set(`${target} ${JSON.stringify(repair)}`, { file: target, repair });
  }
  const sorted = [...wanted.values()].sort(
    (a, b) =>
      ORDER.indexOf(a.repair.kind) - ORDER.indexOf(b.repair.kind) || compareText(a.file, b.file),
  );
  const units = Map.groupBy(sorted, ({ file }) => file.replace(/\.(?:csv|yaml)$/, ''));
  return [...units].sort(([a], [b]) => compareText(a, b));
}

function applyRepair(repair: Repair, file: string, textOf: Texts): Repaired {
  const text = textOf(file);
  if (text === undefined) return { declined: 'the file cannot be read' };
  const replace = (next: string | undefined, done: string): Repaired =>
    next === undefined
      ? { declined: 'the file is written in a way that only a person can change' }
      : { changes: next === text ? new Map() : new Map([[file, next]]), done };
  switch (repair.kind) {
    case 'plain-text':
      return replace(makePlainText(file, text), 'plain text with Unix line ends');
    case 'trim-cells':
      return replaceNumbers(file, textOf, trimCells, 'blanks around cells removed');
    case 'number-parts':
      return replaceNumbers(file, textOf, numberParts, 'parts numbered 1, 2, 3, …');
    case 'reverse-parts':
      return replaceNumbers(file, textOf, reverseParts, 'descending rows turned round', 'sort');
    case 'close-rings':
      return replaceNumbers(file, textOf, closeRings, 'rings closed', 'close-ring');
    case 'normalise-references':
      return replace(normaliseReferences(text), 'entries sorted and fields in their order');
    case 'sort-exceptions':
      return replace(sortExceptions(text), 'exceptions sorted');
    case 'list-limit':
      return replace(addLimitToSearch(text, repair.limit), `${repair.limit} listed`);
  }
}

/** A repair of the CSV with what its metadata says of it; refused if it were to change a digit. */
function replaceNumbers(
  file: string,
  textOf: Texts,
  repair: (text: string) => CsvRepair,
  done: string,
  transform?: Transform,
): Repaired {
  const text = textOf(file) ?? '';
  const repaired = repair(text);
  if (repaired.declined !== undefined) return repaired;
  if (repaired.text === text) return { changes: new Map(), done };
  if (!hasSameDigits(text, repaired.text))
    return { declined: 'numbers would change: this is a mistake of the repair' };
  if (transform === undefined) return { changes: new Map([[file, repaired.text]]), done };
  const metadata = file.replace(/\.csv$/, '.yaml');
  const yaml = textOf(metadata);
  if (yaml === undefined) return { declined: `there is no ${metadata} to account for it in` };
  const accounted = accountFor(yaml, transform, splitRows(repaired.text).rows.length);
  if (accounted.declined !== undefined) return accounted;
  return {
    changes: new Map([
      [file, repaired.text],
      [metadata, accounted.text],
    ]),
    done: `${done}, accounted for as ${transform}`,
  };
}
