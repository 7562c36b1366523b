import {
  type CitablePage,
  describeContent,
  namePage,
  SITE_AUTHOR,
  SITE_NAME,
} from '../bibtex-entry.ts';
import { cleanText } from '../figure/clean-text.ts';
import type { CslItem } from './csl-item.ts';

/** A page of this site as an item to cite: dated by its content, with its release and revision. */
export function citePage(page: CitablePage): CslItem {
  const version = describeContent(page);
  return {
    id: namePage(page),
    type: 'webpage',
    author: [{ literal: SITE_AUTHOR }],
    title: cleanText(page.title),
    'container-title': SITE_NAME,
    issued: { 'date-parts': [page.date.split('-').map(Number)] },
    ...(version === '' ? {} : { version }),
    URL: page.url,
    language: 'en',
  };
}
