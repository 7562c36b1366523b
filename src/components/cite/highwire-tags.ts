import { type CitablePage, SITE_AUTHOR, SITE_NAME } from '../../core/formats/bibtex-entry.ts';
import { citeReference } from '../../core/formats/citing/cite-reference.ts';
import { isOthers } from '../../core/formats/citing/csl-item.ts';
import type { Reference } from '../../core/schema/index.ts';

/**
 * Meta tags of Highwire Press, which Google Scholar and reference managers read. Scholar's inclusion
 * guidelines for webmasters want in them the title and the authors of the work on the page, and dates as
 * 2010/5/12. A page about a paper is not that paper: its DOI, authors and journal in these tags would
 * make this site a copy of it. The papers are named as what they are, references.
 */
export const listHighwireTags = (
  page: CitablePage,
  papers: readonly Reference[],
): (readonly [name: string, content: string])[] => {
  const date = page.date.replaceAll('-', '/');
  return [
    ['citation_title', page.title],
    ['citation_author', SITE_AUTHOR],
    ['citation_publication_date', date],
    ['citation_online_date', date],
    ['citation_publisher', SITE_NAME],
    ['citation_language', 'en'],
    ['citation_public_url', page.url],
    ['citation_fulltext_html_url', page.url],
    ...papers.map((paper) => ['citation_reference', describeReference(paper)] as const),
  ];
};

/** A reference as pairs of names and values; what divides them cannot stand in a value. */
function describeReference(reference: Reference): string {
  const item = citeReference(reference);
  const authors = (item.author ?? []).filter((name) => !isOthers(name));
  const pairs = [
    ['citation_title', item.title],
    ...authors.map(
      ({ family, given, literal }) =>
        ['citation_author', literal ?? [given, family].filter(Boolean).join(' ')] as const,
    ),
    ['citation_journal_title', item['container-title']],
    ['citation_volume', item.volume],
    ['citation_firstpage', item.page?.split('-')[0]],
    ['citation_publication_date', reference.year?.toString()],
    ['citation_doi', item.DOI],
    ['citation_arxiv_id', reference.eprint],
  ] as const;
  return pairs
    .flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}=${value.replaceAll(';', ',')}`],
    )
    .join('; ');
}
