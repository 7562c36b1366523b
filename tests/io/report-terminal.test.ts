import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/core/message.ts';
import { formatTerminal, showsColours } from '../../src/io/report-terminal.ts';

const ERROR: Message = {
  rule: 'strict-numbers',
  severity: 'error',
  file: 'limits/vector/a.csv',
  line: 3,
  column: 5,
  found: '"nan" in the column value',
  expected: 'a plain decimal number',
  fix: 'leave the row out',
};
const TEXT = 'segment,mass,value\n1,1,1e-3\n1,2,nan\n1,3,1e-3\n1,4,1e-3\n1,5,1e-3\n';

const show = (message: Message, text: string | undefined, isColoured = false): string =>
  formatTerminal({ folder: 'content', messages: [message], textOf: () => text }, isColoured);

describe('formatTerminal', () => {
  it('shows the line with two around it and a caret below the place', () => {
    expect(show(ERROR, TEXT)).toBe(
      `content/limits/vector/a.csv:3:5  error  strict-numbers
  1 | segment,mass,value
  2 | 1,1,1e-3
> 3 | 1,2,nan
    |     ^
  4 | 1,3,1e-3
  5 | 1,4,1e-3
  found     "nan" in the column value
  expected  a plain decimal number
  fix       leave the row out`,
    );
  });
  it('underlines the text of the line where the place in it is not known, and stops at the ends', () => {
    const { column: _column, ...message } = ERROR;
    const lines = (text: string, line: number): string[] =>
      show({ ...message, line }, text)
        .split('\n')
        .slice(1, -3);
    expect(lines('  a: b\nc\n', 1)).toEqual(['> 1 |   a: b', '    |   ^^^^', '  2 | c']);
    expect(lines('a\nb', 2)).toEqual(['  1 | a', '> 2 | b', '    | ^']);
    expect(lines('a\n\n', 2)).toEqual(['  1 | a', '> 2 |', '    | ^']);
  });
  it('aligns numbers of lines', () => {
    const text = Array.from({ length: 12 }, (_, i) => `l${String(i + 1)}`).join('\n');
    expect(
      show({ ...ERROR, line: 9, column: 1 }, text)
        .split('\n')
        .slice(1, -3),
    ).toEqual(['   7 | l7', '   8 | l8', '>  9 | l9', '     | ^', '  10 | l10', '  11 | l11']);
  });
  it('shows no lines where there are none to show', () => {
    const { line: _line, column: _column, ...whole } = ERROR;
    const words = `  found     "nan" in the column value
  expected  a plain decimal number
  fix       leave the row out`;
    expect(show(whole, TEXT)).toBe(`content/limits/vector/a.csv  error  strict-numbers\n${words}`);
    expect(show(ERROR, undefined)).toBe(
      `content/limits/vector/a.csv:3:5  error  strict-numbers\n${words}`,
    );
    expect(show({ ...ERROR, line: 99 }, TEXT).split('\n')).toHaveLength(4);
  });
  it('cuts long lines around the place and prints nothing that a terminal obeys', () => {
    const long = `${'x'.repeat(300)}\u001b[31m${'y'.repeat(300)}`;
    const [, line, caret] = show({ ...ERROR, line: 1, column: 301 }, long).split('\n');
    expect(line).toBe(`> 1 | ${'x'.repeat(20)}\\u{1b}[31m${'y'.repeat(75)}`);
    expect(caret).toBe(`    | ${' '.repeat(20)}^`);
  });
  it('separates messages by an empty line, and has colours when they are wanted', () => {
    const report = { folder: 'content/', messages: [ERROR, ERROR], textOf: () => undefined };
    expect(formatTerminal(report, false).split('\n\n')).toHaveLength(2);
    expect(formatTerminal(report, false)).not.toContain('\u001b');
    expect(show(ERROR, TEXT, true)).toContain('\u001b[1mcontent/limits/vector/a.csv:3:5\u001b[0m');
    expect(show(ERROR, TEXT, true)).toContain('\u001b[31merror\u001b[0m');
    expect(show({ ...ERROR, severity: 'warning' }, TEXT, true)).toContain('\u001b[33mwarning');
  });
});

describe('showsColours', () => {
  it('is true on a terminal only, and never with NO_COLOR', () => {
    expect(showsColours({ isTTY: true }, {})).toBe(true);
    expect(showsColours({}, {})).toBe(false);
    expect(showsColours({ isTTY: true }, { NO_COLOR: '1' })).toBe(false);
    expect(showsColours({ isTTY: true }, { NO_COLOR: '' })).toBe(true);
    expect(showsColours({ isTTY: true }, { TERM: 'dumb' })).toBe(false);
  });
});
