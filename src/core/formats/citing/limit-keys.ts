import type { Limit } from '../../catalogue.ts';

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
