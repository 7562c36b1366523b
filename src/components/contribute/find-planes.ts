/** A plane as it can be found. */
export interface FindablePlane {
  readonly id: string;
  /** Everything it can be found by: title, model, quantities, portal. */
  readonly text: string;
}

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Ids of the planes that have every word of the query, in the order given. */
export function findPlanes(planes: readonly FindablePlane[], query: string): string[] {
  const words = fold(query).split(' ').filter(Boolean);
  return planes.flatMap(({ id, text }) => {
    const folded = fold(`${text} ${id}`);
    return words.every((word) => folded.includes(word)) ? [id] : [];
  });
}
