import { describe, expect, it } from 'vitest';
import { parseYaml, splitFrontmatter } from '../../src/io/yaml-source.ts';

describe('parseYaml', () => {
  it('gives the data of a sound text', () => {
    const { data, faults } = parseYaml('a: 1\nb: [x, 2.5e-3]\nc: "1"\n');
    expect(data).toEqual({ a: 1, b: ['x', 2.5e-3], c: '1' });
    expect(faults).toEqual([]);
  });
  it('reads YAML 1.2: no is a word, 010 is ten', () => {
    expect(parseYaml('a: no\nb: 010\nc: 1_000\n').data).toEqual({ a: 'no', b: 10, c: '1_000' });
  });
  it('gives null for an empty text', () => {
    expect(parseYaml('')).toMatchObject({ data: null, faults: [] });
  });

  it.each([
    ['a key twice', 'a: 1\nb: 2\na: 3\n', 3],
    ['a brace that stays open', 'a: 1\nb: {c: 2\n', 3],
    ['a colon in plain text', 'a: 1\nb: one: two\n', 2],
    ['a tab for an indent', 'a:\n\tb: 1\n', 2],
    ['a second document', 'a: 1\n---\nb: 1\n', 2],
    ['an alias without an anchor', 'a: 1\nb: *starred\n', 2],
    ['an alias without an anchor in a list', 'a: 1\nb:\n  - x\n  - *starred\n', 4],
    ['a tag nobody knows', 'a: 1\nb: !secret x\n', 2],
    ['a tag that asks for code', 'a: 1\nb: !!js/function "x"\n', 2],
    ['an anchor', 'a: 1\nb: &x [1]\n', 2],
    ['a merge of keys', 'a: &x {c: 1}\nb:\n  <<: *x\n', 1],
    ['a map as a key', 'a: 1\n? {b: 1}\n: 2\n', 2],
    ['a key twice in a map inside', 'a: 1\nb: {c: 1, d: 2,\n c: 3}\n', 3],
    ['lists in lists without end', `a: 1\nb: ${'['.repeat(2000)}${']'.repeat(2000)}\n`, 2],
    [
      'maps in maps without end',
      Array.from({ length: 40 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
      31,
    ],
  ])('names the line of %s and gives no data', (_what, text, line) => {
    const { data, faults } = parseYaml(text);
    expect(data).toBeUndefined();
    expect(faults[0]?.line).toBe(line);
    expect(faults[0]?.text).not.toBe('');
  });
  it('refuses aliases, which would unfold without end', () => {
    const levels = Array.from({ length: 12 }, (_, i) => {
      const before = `*l${String(i - 1)}`;
      return `l${String(i)}: &l${String(i)} [${i === 0 ? 'x' : Array(10).fill(before).join(', ')}]`;
    });
    const { data, faults } = parseYaml(levels.join('\n'));
    expect(data).toBeUndefined();
    expect(faults[0]).toEqual({
      line: 1,
      text: 'the anchor &l0',
      fix: 'write the value out where it is meant; quote a text that begins with &',
    });
    // One in each line.
    expect(faults.map(({ line }) => line)).toEqual(faults.map((_fault, i) => i + 1));
    expect(faults.length).toBeLessThan(20);
  });
  it('names the first faults of a text that is broken all over', () => {
    expect(parseYaml('a: "\n'.repeat(1000)).faults).toHaveLength(20);
  });
  it('finds the one key of thousands that is there twice', () => {
    const text = Array.from({ length: 2000 }, (_, i) => `key${String(i)}: 1`).join('\n');
    expect(parseYaml(`${text}\nkey7: 2\n`).faults).toMatchObject([
      { line: 2001, text: 'the key key7 a second time' },
    ]);
  });
  it('counts the lines that come before the text in its file', () => {
    expect(parseYaml('a: 1\na: 2\n', 1).faults[0]?.line).toBe(3);
    expect(parseYaml('a: 1\nb: 2\n', 1).lineOf(['b'])).toBe(3);
  });
});

describe('lineOf', () => {
  const { lineOf } = parseYaml(
    'a: 1\nlist:\n  - x\n  - y: 1\n    z: 2\nmap:\n  inner:\n    deep: 3\nflow: {p: 1, q: [1, 2]}\n7: seven\n',
  );
  it.each([
    [['a'], 1],
    [['list'], 2],
    [['list', 0], 3],
    [['list', 1], 4],
    [['list', 1, 'z'], 5],
    [['map', 'inner', 'deep'], 8],
    [['flow', 'q', 1], 9],
    [[7], 10],
  ])('finds the line of %j', (path, line) => {
    expect(lineOf(path)).toBe(line);
  });
  it('falls back to the nearest parent that exists', () => {
    expect(lineOf(['map', 'inner', 'missing'])).toBe(7);
    expect(lineOf(['list', 9, 'missing'])).toBe(2);
    expect(lineOf(['a', 'below', 'a', 'scalar'])).toBe(1);
  });
  it('falls back to the first line', () => {
    expect(lineOf(['missing'])).toBe(1);
    expect(lineOf([])).toBe(1);
    expect(parseYaml('', 1).lineOf(['missing'])).toBe(2);
  });
});

describe('splitFrontmatter', () => {
  it('parts the facts from the prose', () => {
    expect(splitFrontmatter('---\na: 1\nb: 2\n---\n\nProse.\n')).toEqual({
      frontmatter: 'a: 1\nb: 2',
      body: '\nProse.\n',
    });
  });
  it('ends at the first fence, so prose may hold rules of hyphens', () => {
    expect(splitFrontmatter('---\na: 1\n---\nOne\n\n---\n\nTwo')?.body).toBe('One\n\n---\n\nTwo');
  });
  it('reads lines that end in a carriage return, an empty block and a file that ends at once', () => {
    expect(splitFrontmatter('---\r\na: 1\r\n---\r\nProse.')).toEqual({
      frontmatter: 'a: 1',
      body: 'Prose.',
    });
    expect(splitFrontmatter('---\n---\nProse.')).toEqual({ frontmatter: '', body: 'Prose.' });
    expect(splitFrontmatter('---\na: 1\n---')).toEqual({ frontmatter: 'a: 1', body: '' });
  });
  it('gives nothing where there is no block, or one that does not end', () => {
    expect(splitFrontmatter('Prose.')).toBeUndefined();
    expect(splitFrontmatter('')).toBeUndefined();
    expect(splitFrontmatter('---\na: 1\nProse.')).toBeUndefined();
    expect(splitFrontmatter('\n---\na: 1\n---\n')).toBeUndefined();
  });
});
