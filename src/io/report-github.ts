import type { Message, Severity } from '../core/message.ts';
import { makePrintable } from '../core/printable.ts';
import { describeFinding } from './report.ts';
import type { Report } from './report.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

/** Messages as workflow commands, which GitHub shows beside the lines of a pull request. */
export const formatGithub = ({ messages, folder }: Report): string =>
  messages.map((message) => annotate(message, folder)).join('\n');

function annotate(message: Message, folder: string): string {
  const { file, line, column, severity, rule } = message;
  const properties = [
    ['file', `${folder.replace(/\/+$/, '')}/${file}`],
    ['line', line],
    ['col', column],
    ['title', rule],
  ] as const;
  const written = properties
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',');
  const text = describeFinding(message)
    .map((row) => makePrintable(row.trim()))
    .join('\n');
  return `::${COMMANDS[severity]} ${written}::${escapeData(text)}`;
}

/** As the runner reads it back (actions/toolkit, command.ts). */
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
