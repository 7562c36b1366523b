/** A page that search found, as far as its place in the list depends on it. */
export interface RankedPage {
  /** Pagefind's own score: how often and where the words occur. */
  readonly score: number;
  readonly kind: string;
  readonly title: string;
}

/** A page about many curves is a better first answer than one of the curves. */
const KIND_WEIGHTS: Readonly<Record<string, number>> = {
  chapter: 2.5,
  plane: 3,
  model: 2.5,
  experiment: 2,
  search: 1.5,
};

/** Pages in the order a reader most likely wants: by score, kind of page and how the title begins. */
export const rankPages = <Page extends RankedPage>(pages: readonly Page[], term: string): Page[] =>
  pages.toSorted((a, b) => weigh(b, term) - weigh(a, term));

function weigh({ score, kind, title }: RankedPage, term: string): number {
  const [written, wanted] = [title.toLowerCase(), term.trim().toLowerCase()];
  const match = written.startsWith(wanted) ? 2 : written.includes(wanted) ? 1.5 : 1;
  return score * (KIND_WEIGHTS[kind] ?? 1) * match;
}
