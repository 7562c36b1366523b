import { UNCOMMITTED } from '../release/content-version.ts';
import { escapeLatex } from './figure/latex-text.ts';
import { cleanText } from './figure/clean-text.ts';

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

/** What the pages are a part of. */
export const SITE_NAME = 'Dark Portals';

/** Title of the whole, as in CITATION.cff. */
export const SITE_TITLE = `${SITE_NAME}, a living review and limit catalogue of dark-sector searches at e⁺e⁻ colliders`;

/** Key of a page in a bibliography, for instance `DarkPortals:limits-babar-2014-dark-photon`. */
export function namePage({ path }: Pick<CitablePage, 'path'>): string {
  const name = path
    .split('/')
    .filter(Boolean)
    .join('-')
    .replaceAll(/[^A-Za-z0-9.-]/g, '-');
  return `DarkPortals:${name === '' ? 'home' : name}`;
}

/** Version of the content as it is cited: the release and the revision, as far as there are any. */
export const describeContent = ({
  release,
  commit,
}: Pick<CitablePage, 'commit' | 'release'>): string =>
  [
    ...(release === undefined ? [] : [`version ${release}`]),
    ...(commit === '' || commit === UNCOMMITTED ? [] : [`revision ${commit}`]),
  ].join(', ');

/** BibTeX of a page at a content version: an entry that stays true when the page moves on. */
export function formatPageBibtex(page: CitablePage): string {
  const version = describeContent(page);
  const fields = [
    ['author', `{${SITE_AUTHOR}}`],
    // BibTeX counts braces, escaped ones too.
    ['title', escapeLatex(cleanText(page.title).replaceAll(/[{}]/g, ''))],
    ['howpublished', 'Dark Portals, a living review and limit catalogue'],
    ['note', `Content of ${page.date}${version === '' ? '' : `, ${version}`}`],
    ['year', page.date.slice(0, 4)],
    ['url', encodeAddress(page.url)],
  ];
  const body = fields
    .map(([field, value]) => `  ${String(field)} = {${String(value)}}`)
    .join(',\n');
  return `@misc{${namePage(page)},\n${body}\n}\n`;
}

/** An address that cannot end the braces it stands in; `url` of BibTeX styles takes `%` as it is. */
const encodeAddress = (url: string): string =>
  url.replaceAll(/[\s{}\\"]/g, (character) => encodeURIComponent(character));
