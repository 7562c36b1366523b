import type { Message, Severity } from '../core/message.ts';

/** What a report needs besides its messages; nothing here reads a file or looks at the environment. */
export interface Report {
  /** Folder of the content, as the caller named it. */
  readonly folder: string;
  readonly messages: readonly Message[];
  /** Text of a file, for the lines around a finding; undefined where it cannot be shown. */
  readonly textOf: (file: string) => string | undefined;
}

/** Messages as text: file:line, what was found, what was expected, how to fix it. */
export const formatMessages = (messages: readonly Message[], folder: string): string =>
  messages
    .map((message) => [describePlace(message, folder), ...describeFinding(message)].join('\n'))
    .join('\n\n');

/** `content/limits/vector/a.yaml:7  error  mass-range`. */
export const describePlace = (message: Message, folder: string): string =>
  `${placeOf(message, folder)}  ${message.severity}  ${message.rule}`;

/** The file, with line and character where they are known, as editors understand it. */
export const placeOf = ({ file, line, column }: Message, folder: string): string =>
  [`${folder.replace(/\/+$/, '')}/${file}`, ...(line === undefined ? [] : [line, column ?? []])]
    .flat()
    .join(':');

/** What was found, what was expected and how to fix it, a line each. */
export const describeFinding = ({ found, expected, fix }: Message): string[] => [
  `  found     ${found}`,
  `  expected  ${expected}`,
  `  fix       ${fix}`,
];

/** `3 errors, 1 warning and 2 remarks`, or `no errors`. */
export function countMessages(messages: readonly Message[]): string {
  const count = (severity: Severity): number =>
    messages.filter((message) => message.severity === severity).length;
  const errors = count('error');
  const parts = [errors === 0 ? 'no errors' : plural(errors, 'error')];
  for (const [severity, noun] of [
    ['warning', 'warning'],
    ['info', 'remark'],
  ] as const) {
    if (count(severity) > 0) parts.push(plural(count(severity), noun));
  }
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

export const plural = (count: number, noun: string): string =>
  `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
