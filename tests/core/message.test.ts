import { expect, it } from 'vitest';
import type { Message } from '../../src/core/message.ts';
import { compareMessages, compareText } from '../../src/core/message.ts';

const message = (overrides: Partial<Message>): Message => ({
  rule: 'a',
  severity: 'error',
  file: 'a',
  found: 'a',
  expected: '',
  fix: '',
  ...overrides,
});

it('messages sort by file, line, rule and what was found; a file as a whole comes first', () => {
  const sorted = [
    message({}),
    message({ line: 2 }),
    message({ line: 10, rule: 'a', found: 'a' }),
    message({ line: 10, rule: 'a', found: 'b' }),
    message({ line: 10, rule: 'b' }),
    message({ file: 'b', line: 1 }),
  ];
  expect(sorted.toReversed().sort(compareMessages)).toEqual(sorted);
});

it('text sorts by code units on every machine', () => {
  expect(['b', 'a', 'Z', 'ä', 'a'].sort(compareText)).toEqual(['Z', 'a', 'a', 'b', 'ä']);
});
