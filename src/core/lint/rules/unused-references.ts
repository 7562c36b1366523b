import { listCitations } from '../citations.ts';
import type { CatalogueRule } from '../rule.ts';

export const unusedReferences: CatalogueRule = {
  name: 'unused-references',
  description:
    'Every entry of references.bib is cited somewhere: a bibliography nobody cites rots.',
  scope: 'catalogue',
  *check(context) {
    const { catalogue } = context;
    const cited = new Set([...listCitations(catalogue, context)].map(({ key }) => key));
    for (const key of catalogue.references.keys()) {
      if (cited.has(key)) continue;
      yield {
        file: 'references.bib',
        path: [key],
        found: `${key}, cited nowhere`,
        expected: 'a citation in a limit, a search or a text',
        fix: 'cite it, or remove the entry',
      };
    }
  },
};
