import { escapeXml } from '../../core/escape-xml.ts';
import { href } from '../href.ts';
import type { ApiPlaces } from './describe-api.ts';
import type { TypePart } from './type-text.ts';

/** A type or a signature as HTML, its blanks and line ends as they are, and what it names linked to its place. */
export const renderType = (parts: readonly TypePart[], places: ApiPlaces): string =>
  parts
    .map(({ text, target }) => {
      const place = target === undefined ? undefined : places.get(target);
      const html = escapeXml(text);
      return place === undefined
        ? html
        : `<a href="${href(`/package/${place.slug}/#${place.name}`)}">${html}</a>`;
    })
    .join('');
