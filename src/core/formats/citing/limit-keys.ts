import type { Catalogue, Limit } from '../../catalogue.ts';
import type { Reference } from '../../schema/index.ts';

/** Keys of the papers to cite with a limit: the analysis, the source of its numbers, what it rests on. */
export const listLimitKeys = ({
  reference,
  data,
  alsoCite,
}: Pick<Limit, 'reference' | 'data' | 'alsoCite'>): string[] => [
  ...new Set([
    ...(reference === 'none-known' ? [] : [reference]),
    ...(data === undefined ? [] : [data]),
    ...alsoCite,
  ]),
];

/** The papers to cite with a limit, the analysis first. */
export const listPapers = (
  limit: Pick<Limit, 'reference' | 'data' | 'alsoCite'>,
  { references }: Pick<Catalogue, 'references'>,
): Reference[] => listLimitKeys(limit).flatMap((key) => references.get(key) ?? []);
