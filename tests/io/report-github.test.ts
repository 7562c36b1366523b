import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/core/message.ts';
import { formatGithub } from '../../src/io/report-github.ts';

const ERROR: Message = {
  rule: 'mass-range',
  severity: 'error',
  file: 'limits/vector/a.yaml',
  line: 7,
  found: 'numbers from 1 to 2 GeV',
  expected: 'the range within 2 %',
  fix: 'check mass.unit',
};

const annotate = (...messages: Message[]): string =>
  formatGithub({ folder: 'content', messages, textOf: () => undefined });

describe('formatGithub', () => {
  it('writes one annotation a message, on its file and line', () => {
    const { line: _line, ...whole } = ERROR;
    expect(
      annotate(ERROR, { ...whole, severity: 'warning' }, { ...ERROR, severity: 'info', column: 3 }),
    ).toBe(
      `::error file=content/limits/vector/a.yaml,line=7,title=mass-range::found     numbers from 1 to 2 GeV%0Aexpected  the range within 2 %25%0Afix       check mass.unit
::warning file=content/limits/vector/a.yaml,title=mass-range::found     numbers from 1 to 2 GeV%0Aexpected  the range within 2 %25%0Afix       check mass.unit
::notice file=content/limits/vector/a.yaml,line=7,col=3,title=mass-range::found     numbers from 1 to 2 GeV%0Aexpected  the range within 2 %25%0Afix       check mass.unit`,
    );
  });
  it('cannot be made to write another command, nor another property', () => {
    const text = annotate({
      ...ERROR,
      file: 'a,line=1::b%0A.yaml',
      found: 'x\n::set-output name=a::b\r\n::error::c',
    });
    expect(text.split(/[\r\n]/)).toHaveLength(1);
    expect(text).toContain('file=content/a%2Cline=1%3A%3Ab%250A.yaml,line=7,');
    expect(text).toContain('found     x\\u{0a}::set-output name=a::b\\u{0d}\\u{0a}::error::c%0A');
  });
  it('is empty without messages', () => {
    expect(annotate()).toBe('');
  });
});
