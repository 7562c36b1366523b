import type { SearchEntry } from '../../catalogue.ts';
import { atKey } from '../places.ts';
import type { CatalogueRule, Finding } from '../rule.ts';

/** Sections every search has, in this order. */
const SECTIONS = ['Method', 'Result'] as const;

export const completeSearch: CatalogueRule = {
  name: 'complete-search',
  description:
    'A search says how it was done, what its backgrounds and limitations are, and continues only searches that are not newer.',
  isOfProse: true,
  scope: 'catalogue',
  *check({ catalogue }) {
    const yearOf = (search: SearchEntry): number | undefined =>
      catalogue.references.get(search.reference)?.year;
    for (const search of catalogue.searches.values()) {
      for (const key of ['methods', 'backgrounds', 'limitations'] as const) {
        if (search[key].length > 0) continue;
        yield {
          ...atKey(search, key),
          found: `no ${key}`,
          expected: `at least one entry in ${key}`,
          fix:
            key === 'methods'
              ? 'name pages of methods/, for instance bump-hunt'
              : `say in a few words what the paper says of its ${key}`,
        };
      }
      yield* checkSections(search);
      for (const [i, id] of search.follows.entries()) {
        const earlier = catalogue.searches.get(id);
        if (earlier === undefined) continue;
        if (earlier.follows.includes(search.id) || id === search.id) {
          yield {
            ...atKey(search, 'follows', i),
            found: `${id}, which follows ${search.id} in its turn`,
            expected: 'an earlier search',
            fix: 'keep follows in the newer of the two',
          };
          continue;
        }
        const [before, now] = [yearOf(earlier), yearOf(search)];
        if (before === undefined || now === undefined || before <= now) continue;
        yield {
          ...atKey(search, 'follows', i),
          found: `${id} of ${String(before)}, where ${search.id} is of ${String(now)}`,
          expected: 'an earlier search',
          fix: `write follows: [${search.id}] in ${earlier.file} instead`,
        };
      }
    }
  },
};

function* checkSections({ body, bodyLine, file }: SearchEntry): Generator<Finding> {
  const headings = [...body.matchAll(/^## (.+)$/gm)].map(([, title = '']) => title.trim());
  for (const section of SECTIONS) {
    if (headings.includes(section)) continue;
    yield {
      file,
      line: bodyLine,
      found: `no section "## ${section}"`,
      expected: `sections ${SECTIONS.map((title) => `"## ${title}"`).join(' and ')} in the prose`,
      fix: `write "## ${section}" and what a reader should know of it`,
    };
  }
}
