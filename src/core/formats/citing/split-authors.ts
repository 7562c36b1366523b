import { plainTitle } from './plain-title.ts';
import type { Reference } from '../../schema/index.ts';

/** A person's name in parts, where the record says which is which; else as it stands. */
export type PersonName =
  | { readonly family: string; readonly given?: string; readonly suffix?: string }
  | { readonly literal: string };

/** Who a paper is by, no more than its record says. */
export interface Authors {
  readonly people: readonly PersonName[];
  /** True where the record stops before the last author. */
  readonly hasOthers: boolean;
  /** Full names, for instance `BaBar Collaboration`. */
  readonly collaborations: readonly string[];
}

/** Authors of a reference as BibTeX has them: `J. P. Lees and others`, `Lees, J. P. and Ford, Jr, W. K.` */
export function splitAuthors({
  authors = '',
  collaboration = '',
}: Pick<Reference, 'authors' | 'collaboration'>): Authors {
  const names = authors.split(/\s+and\s+/i).flatMap((name) => plainTitle(name) || []);
  return {
    people: names.filter((name) => name !== 'others').map(splitName),
    hasOthers: names.includes('others'),
    collaborations: collaboration
      .split(/,\s*(?:and\s+)?|\s+and\s+/)
      .flatMap((name) => plainTitle(name) || [])
      .map(nameCollaboration),
  };
}

/** True for the name of a group that says it is one. */
export const isGroupName = (name: string): boolean =>
  /\b(?:Collaborations?|Groups?|Initiative|Team|Consortium|contributors)\b/i.test(name);

const nameCollaboration = (name: string): string =>
  isGroupName(name) ? name : `${name} Collaboration`;

const SUFFIX = /^(?:[JS]r\.?|I{2,3}|IV)$/;

/** One or more initials: `J.`, `Yu.`, `J.-P.`, `J.P.` */
const INITIALS = /^(?:-?\p{Lu}\p{Ll}{0,2}\.)+(?:-\p{Lu}\p{Ll}?\.)*$/u;

/**
 * A comma says where the family name ends, and so do initials: what follows them is the family name,
 * of one word or several. Words alone do not say it, and stay together.
 */
function splitName(name: string): PersonName {
  const [first = '', second, third] = name.split(/\s*,\s*/);
  if (second === undefined) return splitWords(first);
  if (SUFFIX.test(second)) {
    return third === undefined
      ? { ...splitWords(first), suffix: second }
      : { family: first, given: third, suffix: second };
  }
  return { family: first, given: second, ...(third === undefined ? {} : { suffix: third }) };
}

function splitWords(name: string): PersonName {
  const words = name.split(' ');
  const count = words.findIndex((word) => !INITIALS.test(word));
  return count > 0
    ? { family: words.slice(count).join(' '), given: words.slice(0, count).join(' ') }
    : { literal: name };
}
