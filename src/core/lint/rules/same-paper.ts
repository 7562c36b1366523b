import type { Reference } from '../../schema/index.ts';
import type { CatalogueRule, Finding } from '../rule.ts';
import { editDistance } from '../suggest.ts';

export const samePaper: CatalogueRule = {
  name: 'same-paper',
  description:
    'No paper is listed twice: not with the same DOI, not with the same arXiv number, not with nearly the same title.',
  scope: 'catalogue',
  *check({ catalogue }) {
    const references = [...catalogue.references.values()];
    yield* findIdentifiers(references);
    yield* findTitles(references);
  },
};

function* findIdentifiers(references: readonly Reference[]): Generator<Finding> {
  const seen = new Map<string, string>();
  for (const reference of references) {
    for (const [name, value] of [
      ['doi', reference.doi?.toLowerCase()],
      ['eprint', reference.eprint],
    ] as const) {
      if (value === undefined) continue;
      const twin = seen.get(`${name} ${value}`);
      if (twin === undefined) seen.set(`${name} ${value}`, reference.key);
      else yield describe(reference.key, name, `${name} ${value}, which ${twin} has too`);
    }
  }
}

/** Entries whose titles are the same words but for one misspelt, and that nothing else tells apart. */
function* findTitles(references: readonly Reference[]): Generator<Finding> {
  const bySignature = new Map<string, Reference[]>();
  const reported = new Set<string>();
  for (const reference of references) {
    const words = listWords(reference.title ?? '');
    // Short titles are alike by nature.
    if (words.length < 4) continue;
    for (const signature of listSignatures(words)) {
      const alike = bySignature.get(signature) ?? [];
      for (const other of alike) {
        const pair = `${other.key} ${reference.key}`;
        if (reported.has(pair) || areDistinct(reference, other)) continue;
        if (!areAlike(words, listWords(other.title ?? ''))) continue;
        reported.add(pair);
        yield describe(reference.key, 'title', `nearly the title of ${other.key}`);
      }
      bySignature.set(signature, [...alike, reference]);
    }
  }
}

const describe = (key: string, property: string, found: string): Finding => ({
  file: 'references.bib',
  path: [key, property],
  found,
  expected: 'each paper once',
  fix: 'merge the two entries and cite the one that stays',
});

/** True when both have an identifier of one kind, and they differ. */
const areDistinct = (a: Reference, b: Reference): boolean =>
  (['doi', 'eprint'] as const).some(
    (name) =>
      a[name] !== undefined &&
      b[name] !== undefined &&
      a[name].toLowerCase() !== b[name].toLowerCase(),
  );

/** The words of a title without LaTeX, case and punctuation, in alphabetical order. */
const listWords = (title: string): string[] =>
  title
    .replace(/\\[A-Za-z]+|[$^_{}\\]/g, ' ')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word.length > 2)
    .sort();

/** Titles that share one of these differ by one word at most. */
const listSignatures = (words: readonly string[]): Set<string> =>
  new Set([words.join(' '), ...words.map((_word, i) => words.toSpliced(i, 1).join(' '))]);

function areAlike(a: readonly string[], b: readonly string[]): boolean {
  const onlyA = a.filter((word) => !b.includes(word));
  const onlyB = b.filter((word) => !a.includes(word));
  if (onlyA.length === 0 && onlyB.length === 0) return true;
  const [wordA, wordB] = [onlyA[0], onlyB[0]];
  if (onlyA.length !== 1 || onlyB.length !== 1 || wordA === undefined || wordB === undefined)
    return false;
  // A year, a part of a series or a channel is no misspelling.
  return !/\d/.test(wordA + wordB) && wordA.length > 4 && editDistance(wordA, wordB) <= 2;
}
