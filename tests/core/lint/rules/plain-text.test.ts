import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../src/core/lint/rules/plain-text.ts';
import { runRule } from '../../../../src/core/lint/run-rules.ts';
import { describeMessages, makeCatalogue, makeContext } from '../../../fixtures/make-catalogue.ts';

const check = (file: string, text: string): string =>
  describeMessages(
    runRule(plainText, { ...makeContext(makeCatalogue()), texts: new Map([[file, text]]) }),
  );

describe('plain-text', () => {
  it('accepts plain text, and finds nothing where no texts are given', () => {
    expect(check('planes/a.yaml', 'title: a\n')).toBe('');
    expect(check('planes/a.yaml', '')).toBe('');
    expect(describeMessages(runRule(plainText, makeContext(makeCatalogue())))).toBe('');
  });
  it('refuses carriage returns', () => {
    expect(check('planes/a.yaml', 'title: a\nshort: b\r\n')).toBe(
      `planes/a.yaml :2  error  plain-text
  found     a carriage return
  expected  plain text with Unix line ends, one line feed at the end
  fix       save the file so (npm run check -- --fix does)`,
    );
  });
  it('warns of blanks at line ends and of what is missing or too much at the end', () => {
    expect(check('planes/a.yaml', 'a: b \n')).toContain(
      ':1  warning  plain-text\n  found     blanks',
    );
    expect(check('planes/a.yaml', 'a: b\t\n')).toContain('a tab at the end of a line');
    expect(check('planes/a.yaml', 'a: b')).toContain('no line feed at the end');
    expect(check('planes/a.yaml', 'a: b\n\n')).toContain(
      ':2  warning  plain-text\n  found     empty',
    );
  });
  it('leaves to Markdown its blanks and to the reader of numbers its carriage returns', () => {
    expect(check('models/a.mdx', 'a  \nb\n')).toBe('');
    expect(check('limits/vector/a.csv', 'mass,value\r\n')).toBe('');
  });
});
