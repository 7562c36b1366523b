import { describe, expect, it } from 'vitest';
import { addLimitToSearch } from '../../../src/core/contribute/draft-search.ts';

const page = (list: string): string =>
  `---\ntitle: A search\n${list}methods: [a]\n---\n\nlimits: in prose\n`;

describe('addLimitToSearch', () => {
  it.each([
    ['a list', 'limits:\n  - a\n  - b\n', 'limits:\n  - a\n  - b\n  - new\n'],
    ['a list that is not indented', 'limits:\n- a\n', 'limits:\n- a\n- new\n'],
    ['a list in brackets', 'limits: [a, b]\n', 'limits: [a, b, new]\n'],
    ['an empty list', 'limits: []\n', 'limits: [new]\n'],
  ])('extends %s and touches nothing else', (_what, before, after) => {
    expect(addLimitToSearch(page(before), 'new')).toBe(page(after));
  });
  it('begins a list at the end of the facts', () => {
    expect(addLimitToSearch('---\ntitle: A\n---\n\nWords.\n', 'new')).toBe(
      '---\ntitle: A\nlimits:\n  - new\n---\n\nWords.\n',
    );
  });
  it('keeps the line endings', () => {
    expect(addLimitToSearch(page('limits: []\n').replaceAll('\n', '\r\n'), 'new')).toBe(
      page('limits: [new]\n').replaceAll('\n', '\r\n'),
    );
  });
  it('leaves to a person what is written in another way', () => {
    expect(addLimitToSearch(page('limits: &list\n  - a\n'), 'new')).toBeUndefined();
    expect(addLimitToSearch('no facts', 'new')).toBeUndefined();
  });
});
