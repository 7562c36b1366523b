import { atKey } from '../places.ts';
import type { CatalogueRule } from '../rule.ts';

export const searchLimits: CatalogueRule = {
  name: 'search-limits',
  description:
    'A search lists its limits and each of them names the search; they cite the same paper, unless others reinterpreted its data.',
  scope: 'catalogue',
  *check({ catalogue }) {
    for (const search of catalogue.searches.values()) {
      for (const [i, id] of search.limits.entries()) {
        const limit = catalogue.limits.get(id);
        if (limit === undefined || limit.search === search.id) continue;
        yield {
          ...atKey(search, 'limits', i),
          found: `${id}, whose search is ${limit.search ?? 'not stated'}`,
          expected: `a limit with search: ${search.id}`,
          fix: `write search: ${search.id} in ${limit.file}, or remove it here`,
        };
      }
    }
    for (const limit of catalogue.limits.values()) {
      const search = catalogue.searches.get(limit.search ?? '');
      if (search === undefined) continue;
      if (!search.limits.includes(limit.id)) {
        yield {
          ...atKey(limit, 'search'),
          found: `${search.id}, which does not list ${limit.id}`,
          expected: `${limit.id} among the limits of ${search.file}`,
          fix: `add ${limit.id} to limits in ${search.file}`,
          repair: { kind: 'list-limit', file: search.file, limit: limit.id },
        };
      }
      if (limit.reference !== search.reference && limit.derivedBy !== 'reinterpretation') {
        yield {
          ...atKey(limit, 'reference'),
          found: `${limit.reference}, where ${search.id} cites ${search.reference}`,
          expected: 'the paper of the analysis, the same in both',
          fix: 'correct one of the two; a paper that only gives the numbers stands in data',
        };
      }
    }
  },
};
