import { listCitations } from '../citations.ts';
import type { CatalogueRule } from '../rule.ts';
import { suggest } from '../suggest.ts';

const FILE = 'references.bib';

export const resolvedReferences: CatalogueRule = {
  name: 'resolved-references',
  description: 'Every paper that is cited is in references.bib.',
  scope: 'catalogue',
  *check(context) {
    const { catalogue, files, texts } = context;
    const bibliography = texts?.get(FILE);
    // A bibliography that could not be read has a message of its own.
    if (
      texts !== undefined &&
      bibliography === undefined &&
      files.some(({ file }) => file === FILE)
    )
      return;
    // An entry with a fault is there: what has to be corrected is the entry.
    const written = new Set(
      [...(bibliography ?? '').matchAll(/^\s*@[a-z]+\s*\{\s*([^,\s{}]+)/gim)].map(([, key]) => key),
    );
    for (const { key, place } of listCitations(catalogue, context)) {
      if (catalogue.references.has(key) || written.has(key)) continue;
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
