import { describe, expect, it } from 'vitest';
import { makePlainText } from '../../../../src/core/lint/repairs/plain-text.ts';

describe('makePlainText', () => {
  it('takes away the byte order mark, carriage returns and blanks at line ends, and ends with a line feed', () => {
    expect(makePlainText('a.yaml', '\uFEFFa: b \r\nc: d\t\rE')).toBe('a: b\nc: d\nE\n');
    expect(makePlainText('a.csv', 'mass,value\n1,2\n\n\n')).toBe('mass,value\n1,2\n');
    expect(makePlainText('a.yaml', '')).toBe('');
  });
  it('keeps the blanks that break a line of Markdown', () => {
    expect(makePlainText('a.mdx', 'a  \r\nb')).toBe('a  \nb\n');
  });
  it('leaves what it made as it is', () => {
    const once = makePlainText('a.yaml', '\uFEFFa \r\n\r\n');
    expect(makePlainText('a.yaml', once)).toBe(once);
  });
});
