import type { Message, Severity } from '../core/message.ts';
import { makePrintable } from '../core/printable.ts';
import { describeFinding, placeOf } from './report.ts';
import type { Report } from './report.ts';

/** Lines shown before and after the one that a message is about. */
const AROUND = 2;
/** Characters of a line that are shown. */
const WIDTH = 100;

const COLOURS: Readonly<Record<Severity, string>> = { error: '31', warning: '33', info: '36' };

/** True when a stream shows colours: a terminal, unless `NO_COLOR` is set (no-color.org). */
export const showsColours = (
  stream: { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): boolean =>
  stream.isTTY === true && (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb';

/** Messages for a terminal, each with the lines around it and a caret below the place. */
export function formatTerminal(report: Report, isColoured: boolean): string {
  const paint = (code: string, text: string): string =>
    isColoured ? `\u001b[${code}m${text}\u001b[0m` : text;
  const linesOf = makeLinesOf(report);
  return report.messages
    .map((message) => {
      const { severity, rule } = message;
      const head = `${paint('1', placeOf(message, report.folder))}  ${paint(COLOURS[severity], severity)}  ${rule}`;
      return [head, ...frame(message, linesOf, paint), ...describeFinding(message)].join('\n');
    })
    .join('\n\n');
}

type LinesOf = (file: string) => readonly string[] | undefined;

/** Lines of a file, cut once however many messages in a row are about it. */
function makeLinesOf({ textOf }: Report): LinesOf {
  let last: { readonly file: string; readonly lines: readonly string[] | undefined } | undefined;
  return (file) => {
    if (last?.file !== file) last = { file, lines: textOf(file)?.split('\n') };
    return last.lines;
  };
}

/** The line of a message with two lines around it and a caret; nothing where the text is not known. */
function frame(
  { file, line, column, severity }: Message,
  linesOf: LinesOf,
  paint: (code: string, text: string) => string,
): string[] {
  const lines = line === undefined ? undefined : linesOf(file);
  const text = lines?.[(line ?? 0) - 1];
  if (lines === undefined || line === undefined || text === undefined) return [];
  // The empty piece behind the last line feed is no line.
  const last = Math.min(lines.length - (lines.at(-1) === '' ? 1 : 0), line + AROUND);
  const digits = String(Math.max(last, line)).length;
  const from = column === undefined ? text.length - text.trimStart().length : column - 1;
  // A long line is shown from a little before the place.
  const start = from > WIDTH - 20 ? from - 20 : 0;
  const shown: string[] = [];
  for (let at = Math.max(1, line - AROUND); at <= Math.max(last, line); at++) {
    const gutter = `${at === line ? paint(COLOURS[severity], '>') : ' '} ${String(at).padStart(digits)} | `;
    shown.push(`${gutter}${cut(lines[at - 1] ?? '', start)}`.trimEnd());
    if (at !== line) continue;
    const before = ' '.repeat(cut(text.slice(0, from), start).length);
    const length = column === undefined ? cut(text.slice(from).trimEnd(), 0).length : 1;
    const carets = '^'.repeat(Math.max(1, Math.min(length, WIDTH - before.length)));
    shown.push(`  ${' '.repeat(digits)} | ${before}${paint(COLOURS[severity], carets)}`);
  }
  return shown;
}

/** A stretch of a line as it may be printed. */
const cut = (text: string, start: number): string =>
  makePrintable(text.slice(start, start + WIDTH).replaceAll('\t', ' '));
