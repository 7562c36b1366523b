import { describe, expect, it } from 'vitest';
import { sortExceptions } from '../../../../src/core/lint/repairs/sort-exceptions.ts';

const entry = (rule: string, file: string): string =>
  `- rule: ${rule}\n  file: ${file}\n  reason: real\n  removeWhen: never\n`;

describe('sortExceptions', () => {
  it('sorts entries by rule and file, with the comment above an entry, below the head', () => {
    const head = '# What this file is.\n# Two lines.\n\n';
    expect(
      sortExceptions(
        `${head}${entry('jumps', 'b')}# why\n${entry('jumps', 'a')}${entry('digits', 'c')}`,
      ),
    ).toBe(`${head}${entry('digits', 'c')}# why\n${entry('jumps', 'a')}${entry('jumps', 'b')}`);
  });
  it('leaves what is sorted as it is', () => {
    const text = `# Head.\n\n${entry('a', 'a')}${entry('b', 'a')}`;
    expect(sortExceptions(text)).toBe(text);
    expect(sortExceptions(text.replace('# Head.\n\n', ''))).toBe(text.replace('# Head.\n\n', ''));
  });
  it('leaves what is no list of exceptions to a person', () => {
    expect(sortExceptions('# nothing\n')).toBeUndefined();
    expect(sortExceptions('- rule: a\n- text\n')).toBeUndefined();
  });
});
