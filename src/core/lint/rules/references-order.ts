import { compareText } from '../../message.ts';
import type { CatalogueRule } from '../rule.ts';

const FILE = 'references.bib';

export const referencesOrder: CatalogueRule = {
  name: 'references-order',
  description:
    'references.bib is sorted by key: two contributions then seldom touch the same lines, and everybody finds a paper.',
  scope: 'catalogue',
  *check({ texts }) {
    const lines = texts?.get(FILE)?.split('\n') ?? [];
    let before = '';
    for (const [i, line] of lines.entries()) {
      const key = /^@[a-z]+\{\s*([^,\s]+)/i.exec(line)?.[1];
      if (key === undefined) continue;
      if (compareText(before, key) > 0) {
        yield {
          file: FILE,
          line: i + 1,
          found: `${key} after ${before}`,
          expected: 'entries in the order of their keys',
          fix: 'move the entry (npm run check -- --fix does)',
          repair: { kind: 'normalise-references' },
        };
        return;
      }
      before = key;
    }
  },
};
