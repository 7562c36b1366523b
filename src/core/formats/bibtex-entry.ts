/** A page of this site as something to cite. */
export interface CitablePage {
  /** Path below the site's root, which also gives the BibTeX key. */
  readonly path: string;
  readonly title: string;
  readonly url: string;
  /** Date of the content, YYYY-MM-DD. */
  readonly date: string;
  /** Short revision of the content. */
  readonly commit: string;
  /** The released version that has this content, where there is one. */
  readonly release?: string;
}

/** Who the site's pages are by: the people who contributed to them. */
export const SITE_AUTHOR = 'Dark Portals contributors';

/** BibTeX of a page at a content version: an entry that stays true when the page moves on. */
export function formatPageBibtex(page: CitablePage): string {
  const name = page.path.split('/').filter(Boolean).join('-');
  const revision = page.commit === '' ? '' : `, revision ${page.commit}`;
  const release = page.release === undefined ? '' : `, version ${page.release}`;
  const fields = [
    ['author', `{${SITE_AUTHOR}}`],
    ['title', escapeLatex(page.title)],
    ['howpublished', 'Dark Portals, a living review and limit catalogue'],
    ['note', `Content of ${page.date}${revision}${release}`],
    ['year', page.date.slice(0, 4)],
    ['url', page.url],
  ];
  const body = fields
    .map(([field, value]) => `  ${String(field)} = {${String(value)}}`)
    .join(',\n');
  return `@misc{DarkPortals:${name === '' ? 'home' : name},\n${body}\n}\n`;
}

/** Protects what LaTeX would read as a command; mathematics between dollars stays as it is. */
function escapeLatex(text: string): string {
  return text
    .split('$')
    .map((part, i) => (i % 2 === 0 ? part.replaceAll(/[#%&_]/g, String.raw`\$&`) : `$${part}$`))
    .join('');
}
