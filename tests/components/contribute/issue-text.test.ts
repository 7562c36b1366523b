import { describe, expect, it } from 'vitest';
import {
  LONGEST_ADDRESS,
  readRepository,
  writeIssueLink,
  writeIssueText,
} from '../../../src/components/contribute/issue-text.ts';

const REPOSITORY = 'https://github.com/example/dark-portals';

describe('the issue of a contribution', () => {
  it('holds every file in a block that no line of it can close', () => {
    const text = writeIssueText('A limit', [
      { path: 'content/limits/vector/x.csv', text: 'segment,mass,value\n```\n<script>\n````\n' },
    ]);
    expect(text).toContain('`content/limits/vector/x.csv`');
    expect(text).toMatch(/\n`{5}csv\nsegment,mass,value\n```\n<script>\n````\n`{5}\n/u);
  });

  it('is in the address where the address can be that long, and left to the clipboard where not', () => {
    const short = writeIssueLink(REPOSITORY, 'New & old', 'a=b&c #1');
    expect(short.isWhole).toBe(true);
    const { searchParams, pathname } = new URL(short.href);
    expect(pathname).toBe('/example/dark-portals/issues/new');
    expect([searchParams.get('title'), searchParams.get('body')]).toEqual([
      'New & old',
      'a=b&c #1',
    ]);
    const long = writeIssueLink(REPOSITORY, 'New', 'é'.repeat(LONGEST_ADDRESS / 2));
    expect(long.isWhole).toBe(false);
    expect(long.href.length).toBeLessThan(LONGEST_ADDRESS);
    expect(new URL(long.href).searchParams.has('body')).toBe(false);
  });

  it('goes only to an https address that was given, never to one made up', () => {
    expect(readRepository(undefined)).toBeUndefined();
    expect(readRepository('')).toBeUndefined();
    expect(readRepository('javascript:alert(1)')).toBeUndefined();
    expect(readRepository('http://github.com/example/x')).toBeUndefined();
    expect(readRepository(`${REPOSITORY}/`)).toBe(REPOSITORY);
  });
});
