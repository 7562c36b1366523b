import type { Message } from '../core/message.ts';
import type { Report } from './report.ts';

/** The keys of a message that other programs may rely on, in their order. */
const KEYS = [
  'rule',
  'severity',
  'file',
  'line',
  'column',
  'found',
  'expected',
  'fix',
  'repair',
] as const satisfies readonly (keyof Message)[];

/** Messages as JSON: `{root, messages: [{rule, severity, file, line?, column?, found, expected, fix, repair?}]}`. */
export function formatJson({ folder, messages }: Report): string {
  const rows = messages.map((message) =>
    Object.fromEntries(
      KEYS.flatMap((key) => (message[key] === undefined ? [] : [[key, message[key]]])),
    ),
  );
  return JSON.stringify({ root: folder, messages: rows }, null, 2);
}
