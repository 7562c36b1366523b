import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addPapers,
  decodeKeys,
  encodeKeys,
  formatCollection,
  hasPapers,
  MOST_PAPERS,
  parseCollection,
  removePapers,
} from '../../../src/components/cite/collection.ts';

const EMPTY = new Map<string, readonly string[]>();

describe('what is kept of a collection', () => {
  it('comes back as it was', () => {
    const collection = addPapers(addPapers(EMPTY, ['BaBar:2014zli'], 'babar-2014'), [
      "O'Hare:2020",
    ]);
    expect(parseCollection(formatCollection(collection))).toEqual(collection);
  });

  it.each([
    null,
    '',
    'null',
    '[]',
    '3',
    '{"version":2,"papers":[["BaBar:2014zli",[]]]}',
    '{"version":1,"papers":{"BaBar:2014zli":[]}}',
    '{"version":1,"papers":[["BaBar:2014zli"',
  ])('is nothing where it is broken or foreign: %s', (text) => {
    expect(parseCollection(text).size).toBe(0);
  });

  it('leaves out of what is half broken what is broken', () => {
    const papers = [
      ['BaBar:2014zli', ['babar-2014', 3, '<b>', 'babar-2014']],
      ['</script>', []],
      3,
      null,
      ['KLOE:2018', 'not a list'],
      ['x'.repeat(100), []],
    ];
    expect(parseCollection(JSON.stringify({ version: 1, papers }))).toEqual(
      new Map([
        ['BaBar:2014zli', ['babar-2014']],
        ['KLOE:2018', []],
      ]),
    );
  });

  it('has an end', () => {
    const papers = Array.from({ length: 2000 }, (_, i) => [`A:${String(i)}`, []]);
    expect(parseCollection(JSON.stringify({ version: 1, papers })).size).toBe(MOST_PAPERS);
  });
});

describe('gathering', () => {
  it('keeps what a paper was gathered for, and lets it go with the last of it', () => {
    const keys = ['A:1', 'B:2'];
    const both = addPapers(addPapers(EMPTY, keys, 'one'), ['A:1'], 'two');
    expect(hasPapers(both, keys, 'one')).toBe(true);
    expect(hasPapers(both, keys, 'two')).toBe(false);
    expect(hasPapers(both, keys)).toBe(true);
    expect(removePapers(both, keys, 'one')).toEqual(new Map([['A:1', ['two']]]));
    expect(removePapers(both, ['A:1'])).toEqual(new Map([['B:2', ['one']]]));
    expect(both.size).toBe(2);
  });
});

describe('the link of a collection', () => {
  it('brings the same keys', () => {
    const keys = ['BaBar:2014zli', "O'Hare:2020", 'Drewes:2511.23461'];
    expect(encodeKeys(keys)).toBe("?keys=BaBar:2014zli,O'Hare:2020,Drewes:2511.23461");
    expect(decodeKeys(encodeKeys(keys))).toEqual(keys);
  });

  it('brings nothing that is no key, each once and not too many', () => {
    expect(decodeKeys('?keys=A:1,A:1,%3Cscript%3E,,%00,a%20b,B:2')).toEqual(['A:1', 'B:2']);
    expect(decodeKeys('?keys=%E0%A4%A')).toEqual([]);
    expect(decodeKeys('?other=A:1')).toEqual([]);
    const many = Array.from({ length: 2000 }, (_, i) => `A:${String(i)}`).join(',');
    expect(decodeKeys(`?keys=${many}`)).toHaveLength(MOST_PAPERS);
    fc.assert(
      fc.property(fc.string(), (text) =>
        decodeKeys(`?keys=${text}`).every((key) => /^[A-Za-z0-9'.:-]{1,80}$/.test(key)),
      ),
      { seed: 20261126, numRuns: 200 },
    );
  });
});
