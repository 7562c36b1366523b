import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/core/message.ts';
import { countMessages, formatMessages, plural } from '../../src/io/report.ts';

const ERROR: Message = {
  rule: 'mass-range',
  severity: 'error',
  file: 'limits/vector/a.yaml',
  line: 7,
  found: 'numbers from 1 to 2 GeV',
  expected: 'the stated range',
  fix: 'check mass.unit',
};
const { line: _line, ...WHOLE_FILE } = ERROR;

describe('formatMessages', () => {
  it('gives file and line, what was found, what was expected and the fix', () => {
    expect(formatMessages([ERROR, { ...WHOLE_FILE, severity: 'warning' }], 'content'))
      .toMatchInlineSnapshot(`
      "content/limits/vector/a.yaml:7  error  mass-range
        found     numbers from 1 to 2 GeV
        expected  the stated range
        fix       check mass.unit

      content/limits/vector/a.yaml  warning  mass-range
        found     numbers from 1 to 2 GeV
        expected  the stated range
        fix       check mass.unit"
    `);
  });
  it('is empty without messages', () => {
    expect(formatMessages([], 'content')).toBe('');
  });
});

describe('countMessages', () => {
  it('counts errors and warnings', () => {
    const warning: Message = { ...ERROR, severity: 'warning' };
    expect(countMessages([])).toBe('no errors');
    expect(countMessages([ERROR])).toBe('1 error');
    expect(countMessages([ERROR, ERROR])).toBe('2 errors');
    expect(countMessages([warning])).toBe('no errors and 1 warning');
    expect(countMessages([ERROR, warning, ERROR, warning])).toBe('2 errors and 2 warnings');
  });
});

describe('plural', () => {
  it('adds an s to all but one', () => {
    expect([0, 1, 2].map((count) => plural(count, 'limit'))).toEqual([
      '0 limits',
      '1 limit',
      '2 limits',
    ]);
  });
});
