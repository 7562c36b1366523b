import type { Catalogue } from '../core/catalogue.ts';
import { chapterPath } from '../core/chapter-path.ts';
import type { PortalId } from '../core/schema/index.ts';

/** A page of the review as a book has it. */
export interface ReviewPage {
  readonly title: string;
  readonly path: string;
  readonly summary: string;
}

/** The order in which the review is read from beginning to end. */
const ORDER = [
  { chapter: 'introduction' },
  { chapter: 'facilities' },
  { chapter: 'methods' },
  { portal: 'vector' },
  { portal: 'scalar' },
  { portal: 'pseudoscalar' },
  { portal: 'neutrino' },
  { chapter: 'muon-g-2' },
  { chapter: 'outlook' },
  {
    page: {
      title: 'Glossary',
      path: '/glossary/',
      summary: 'The words of the field, each in a sentence or two.',
    },
  },
  {
    page: {
      title: 'Notation',
      path: '/notation/',
      summary: 'Every symbol: its unit, its normalisation and how it converts to its siblings.',
    },
  },
  { chapter: 'how-to-cite' },
] as const satisfies readonly (
  { readonly chapter: string } | { readonly portal: PortalId } | { readonly page: ReviewPage }
)[];

/** The pages of the review in reading order. */
export const listReview = (catalogue: Catalogue): ReviewPage[] =>
  ORDER.flatMap((entry): ReviewPage[] => {
    if ('page' in entry) return [entry.page];
    const isPortal = 'portal' in entry;
    const id = isPortal ? entry.portal : entry.chapter;
    const found = isPortal ? catalogue.portals.get(id) : catalogue.chapters.get(id);
    if (found === undefined) return [];
    return [
      {
        title: found.title,
        summary: found.summary,
        path: isPortal ? `/portals/${id}/` : chapterPath(id),
      },
    ];
  });

/** The pages before and after the one at `path`. */
export function findNeighbours(
  pages: readonly ReviewPage[],
  path: string,
): { readonly before?: ReviewPage; readonly after?: ReviewPage } {
  const at = pages.findIndex((page) => page.path === path);
  if (at === -1) return {};
  const [before, after] = [pages[at - 1], pages[at + 1]];
  return {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}
