import type { Message } from '../core/message.ts';

/** Messages as text for a terminal: file:line, what was found, what was expected, how to fix it. */
export function formatMessages(messages: readonly Message[], folder: string): string {
  return messages
    .map(({ file, line, rule, severity, found, expected, fix }) =>
      [
        `${folder}/${file}${line === undefined ? '' : `:${String(line)}`}  ${severity}  ${rule}`,
        `  found     ${found}`,
        `  expected  ${expected}`,
        `  fix       ${fix}`,
      ].join('\n'),
    )
    .join('\n\n');
}

/** `3 errors and 1 warning`, or `no errors`. */
export function countMessages(messages: readonly Message[]): string {
  const errors = messages.filter(({ severity }) => severity === 'error').length;
  const warnings = messages.length - errors;
  const parts = [errors === 0 ? 'no errors' : plural(errors, 'error')];
  if (warnings > 0) parts.push(plural(warnings, 'warning'));
  return parts.join(' and ');
}

export const plural = (count: number, noun: string): string =>
  `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
