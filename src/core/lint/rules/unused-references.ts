import { listCitations } from '../citations.ts';
import type { CatalogueRule, LintContext } from '../rule.ts';

export const unusedReferences: CatalogueRule = {
  name: 'unused-references',
  description:
    'Every entry of references.bib is cited somewhere: a bibliography nobody cites rots.',
  scope: 'catalogue',
  *check(context) {
    const { catalogue } = context;
    const unread = listUnread(context);
    const cited = new Set([...listCitations(catalogue, context)].map(({ key }) => key));
    for (const key of catalogue.references.keys()) {
      if (cited.has(key) || unread.some((text) => text.includes(key))) continue;
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

/** Texts of files that are not in the catalogue because of a fault: what they cite is not known yet. */
function listUnread({ catalogue, files, texts }: LintContext): string[] {
  const { references: _references, ...kinds } = catalogue;
  const read = new Set<string>();
  for (const entries of Object.values(kinds)) {
    for (const { file } of entries.values()) read.add(file);
  }
  return files.flatMap(({ file, kind }) =>
    kind === 'numbers' || kind === 'references' || kind === 'exceptions' || read.has(file)
      ? []
      : (texts?.get(file) ?? []),
  );
}
