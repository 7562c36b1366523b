import type { Repair } from './lint/repair.ts';

/** Where a message points. `path` is a path of keys inside a YAML document; the reader turns it into a line. */
export interface Place {
  /** Path relative to the content folder, with forward slashes. */
  readonly file: string;
  readonly line?: number;
  /** Character of the line, counted from one, where it is known. */
  readonly column?: number;
  readonly path?: readonly (string | number)[];
}

/** An error has to go, a warning should; an information is counted and never fails. */
export type Severity = 'error' | 'warning' | 'info';

/** One finding about the content: what was found, what was expected and how to fix it. */
export interface Message extends Place {
  readonly rule: string;
  readonly severity: Severity;
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
  /** What `--fix` does about it, where that is mechanical. */
  readonly repair?: Repair;
}

/** Order by file, then line, then rule, so that a report does not depend on the order of reading. */
export function compareMessages(a: Message, b: Message): number {
  return (
    compareText(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    compareText(a.rule, b.rule) ||
    compareText(a.found, b.found)
  );
}

/** Code-unit order, the same on every machine whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
