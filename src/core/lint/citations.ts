import { listProse } from '../catalogue.ts';
import type { Catalogue, ProseEntry } from '../catalogue.ts';
import type { Place } from '../message.ts';
import type { Reference } from '../schema/index.ts';
import { atKey } from './places.ts';
import { recall } from './recall.ts';
import type { LintContext } from './rule.ts';

/** A place in the content that cites a reference. */
export interface Citation {
  readonly key: string;
  readonly place: Place;
}

/** Every citation in metadata and prose (`<Cite key="…"/>`), in catalogue order. */
export function* listCitations(
  catalogue: Catalogue,
  memory: Pick<LintContext, 'remember'> = {},
): Generator<Citation> {
  for (const limit of catalogue.limits.values()) {
    if (limit.reference !== 'none-known')
      yield { key: limit.reference, place: atKey(limit, 'reference') };
    if (limit.data !== undefined) yield { key: limit.data, place: atKey(limit, 'data') };
    for (const [i, key] of limit.alsoCite.entries())
      yield { key, place: atKey(limit, 'alsoCite', i) };
  }
  for (const search of catalogue.searches.values()) {
    if (search.reference !== 'none-known')
      yield { key: search.reference, place: atKey(search, 'reference') };
    for (const [i, fact] of search.keyFacts.entries()) {
      yield { key: fact.cite, place: atKey(search, 'keyFacts', i, 'cite') };
    }
  }
  for (const facility of catalogue.facilities.values()) {
    for (const list of ['samples', 'milestones'] as const) {
      for (const [i, { cite }] of facility[list].entries()) {
        if (cite !== undefined) yield { key: cite, place: atKey(facility, list, i, 'cite') };
      }
    }
  }
  const withReferences = [
    ...catalogue.models.values(),
    ...catalogue.experiments.values(),
    ...catalogue.facilities.values(),
    ...catalogue.methods.values(),
    ...catalogue.chapters.values(),
    ...catalogue.glossary.values(),
  ];
  for (const entry of withReferences) {
    for (const [i, key] of entry.references.entries())
      yield { key, place: atKey(entry, 'references', i) };
  }
  for (const entry of listProse(catalogue)) {
    yield* recall(memory, 'citations in prose', [entry], () => listProseCitations(entry));
  }
}

const listProseCitations = ({ file, body, bodyLine }: ProseEntry): Citation[] =>
  findCitations(body).flatMap(({ keys, index }) => {
    const line = bodyLine + body.slice(0, index).split('\n').length - 1;
    return keys.map((key) => ({ key, place: { file, line } }));
  });

/** Keys of the papers that a text cites, in the order in which it first does. */
export const listCitedKeys = (body: string): string[] => [
  ...new Set(findCitations(body).flatMap(({ keys }) => keys)),
];

/** The same as they stand in the catalogue, without those it does not have. */
export const listCitedPapers = (
  body: string,
  { references }: Pick<Catalogue, 'references'>,
): Reference[] => listCitedKeys(body).flatMap((key) => references.get(key) ?? []);

/** Every `<Cite key="…"/>` of a text and where it stands. */
const findCitations = (body: string): { keys: string[]; index: number }[] =>
  [...body.matchAll(/<Cite\s[^>]*?\bkey="([^"]*)"/g)].map(({ 1: keys = '', index }) => ({
    keys: keys.split(/[\s,]+/),
    index,
  }));
