import { describe, expect, it } from 'vitest';
import type { KnownRules } from '../../../src/core/lint/exceptions.ts';
import { applyExceptions, compareExceptions } from '../../../src/core/lint/exceptions.ts';
import type { Message } from '../../../src/core/message.ts';
import type { Exception } from '../../../src/core/schema/index.ts';

const RULES: KnownRules = {
  silenceable: new Set(['jumps', 'digits']),
  firm: new Set(['schema', 'prose-safety']),
  applied: new Set(['jumps', 'digits']),
};
const FILE = 'limits/vector/a.csv';

const message = (overrides: Partial<Message> = {}): Message => ({
  rule: 'jumps',
  severity: 'error',
  file: FILE,
  line: 3,
  found: 'a jump',
  expected: 'none',
  fix: 'look',
  ...overrides,
});
const exception = (overrides: Partial<Exception> = {}): Exception => ({
  rule: 'jumps',
  file: FILE,
  reason: 'it is real',
  removeWhen: 'it is checked',
  ...overrides,
});
const apply = (
  messages: Message[],
  ...exceptions: Exception[]
): { kept: string[]; faults: string[] } => {
  const result = applyExceptions(messages, exceptions, RULES);
  return {
    kept: result.messages.map(({ rule, found }) => `${rule}: ${found}`),
    faults: result.faults.map(({ path, found }) => `${String(path)} ${found}`),
  };
};

describe('applyExceptions', () => {
  it('silences every finding of a rule in a file', () => {
    expect(apply([message(), message({ found: 'another' })], exception())).toEqual({
      kept: [],
      faults: [],
    });
  });
  it('silences only the finding that is named, in that file, of that rule', () => {
    const messages = [
      message(),
      message({ found: 'another' }),
      message({ file: 'limits/vector/b.csv' }),
      message({ rule: 'digits' }),
    ];
    expect(apply(messages, exception({ found: 'a jump' }))).toEqual({
      kept: ['jumps: another', 'jumps: a jump', 'digits: a jump'],
      faults: [],
    });
  });
  it('refuses an exception that nothing needs', () => {
    expect(apply([], exception()).faults).toEqual([
      `0 an exception of jumps in ${FILE} that is not used`,
    ]);
    expect(apply([message()], exception({ found: 'other' }))).toEqual({
      kept: ['jumps: a jump'],
      faults: [`0 an exception of jumps in ${FILE} that is not used`],
    });
  });
  it('does not call an exception unused whose rule was not applied', () => {
    const rules = { ...RULES, applied: new Set<string>() };
    expect(applyExceptions([], [exception()], rules).faults).toEqual([]);
  });
  it('cannot silence syntax, schema and safety', () => {
    const messages = [message({ rule: 'prose-safety' })];
    expect(apply(messages, exception({ rule: 'prose-safety' }))).toEqual({
      kept: ['prose-safety: a jump'],
      faults: ['0 an exception of prose-safety'],
    });
    expect(apply([], exception({ rule: 'schema' })).faults).toEqual(['0 an exception of schema']);
  });
  it('names the rule that was meant by a misspelt one', () => {
    const { faults } = applyExceptions([], [exception({ rule: 'jump' })], RULES);
    expect(faults).toEqual([
      {
        file: 'exceptions.yaml',
        path: [0],
        found: 'an exception of "jump", which is no rule',
        expected: 'a rule; did you mean "jumps"?',
        fix: 'write jumps',
      },
    ]);
  });
  it('wants the entries in order, each once', () => {
    const messages = [message(), message({ rule: 'digits' })];
    const unsorted = applyExceptions(messages, [exception(), exception({ rule: 'digits' })], RULES);
    expect(unsorted.faults).toMatchObject([
      {
        path: [1],
        found: `digits in ${FILE} after jumps in ${FILE}`,
        repair: { kind: 'sort-exceptions' },
      },
    ]);
    expect(apply(messages, exception({ rule: 'digits' }), exception(), exception()).faults).toEqual(
      [`2 the exception of jumps in ${FILE} a second time`],
    );
  });
});

describe('compareExceptions', () => {
  it('orders by rule, file and finding, the whole file first', () => {
    const list = [
      exception({ rule: 'digits' }),
      exception({ file: 'a' }),
      exception(),
      exception({ found: 'a' }),
      exception({ found: 'b' }),
    ];
    expect(list.toReversed().sort(compareExceptions)).toEqual(list);
  });
});
