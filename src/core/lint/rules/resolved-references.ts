import { listCitations } from '../citations.ts';
import type { CatalogueRule } from '../rule.ts';
import { suggest } from '../suggest.ts';

export const resolvedReferences: CatalogueRule = {
  name: 'resolved-references',
  description: 'Every paper that is cited is in references.bib.',
  scope: 'catalogue',
  *check(context) {
    const { catalogue } = context;
    for (const { key, place } of listCitations(catalogue, context)) {
      if (catalogue.references.has(key)) continue;
      const near = suggest(key, catalogue.references.keys());
      yield {
        ...place,
        found: `the reference "${key}", which is not in references.bib`,
        expected:
          near === undefined
            ? 'a key of references.bib'
            : `a key of references.bib; did you mean "${near}"?`,
        fix:
          near === undefined
            ? 'add the BibTeX entry from INSPIRE, or write none-known'
            : `write ${near}`,
      };
    }
  },
};
