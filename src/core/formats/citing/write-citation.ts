import { type CslItem, type CslName, isOthers } from './csl-item.ts';
import { isGroupName } from './split-authors.ts';

/** Authors up to this many are all named, as journals of the field do. */
const MOST_NAMED = 3;

/**
 * An item in one line, in the style of the field: authors or the first of them and the collaboration,
 * title, journal volume (year) pages, arXiv number. Plain text without a full stop.
 */
export function writeCitation(item: CslItem): string {
  const { title, version, DOI } = item;
  const isOfSite = item.type === 'webpage' || item.type === 'dataset';
  const where = isOfSite ? writeSite(item) : writeJournal(item);
  const isFound = DOI !== undefined || item.archive_location !== undefined;
  return [
    writeAuthors(item.author ?? []),
    title,
    where,
    isOfSite ? version : undefined,
    writeEprint(item),
    DOI === undefined ? undefined : `doi:${DOI}`,
    isFound ? undefined : item.URL,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}

function writeAuthors(author: readonly CslName[]): string {
  const people = author.filter((name) => !isOthers(name) && !isGroup(name)).map(writeName);
  const groups = author.filter(isGroup).map(writeName);
  const isCut = author.some(isOthers) || people.length > MOST_NAMED;
  const shown = isCut
    ? [people[0], 'et al.'].filter((part) => part !== undefined).join(' ')
    : joinWords(people);
  if (people.length === 0) return joinWords(groups);
  return groups.length === 0 ? shown : `${shown} (${joinWords(groups)})`;
}

/** A collaboration, or whoever has one name only. */
const isGroup = (name: CslName): boolean =>
  name.literal !== undefined && !isOthers(name) && isGroupName(name.literal);

const writeName = ({ family, given, suffix, literal }: CslName): string =>
  literal ?? [given, family, suffix].filter((part) => part !== undefined).join(' ');

const joinWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

function writeJournal(item: CslItem): string {
  const journal = item['container-title'];
  if (journal === undefined) return item.archive_location === undefined ? (yearOf(item) ?? '') : '';
  return [journal, item.volume, inBrackets(yearOf(item)), item.page?.replaceAll('-', '–')]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** Number on arXiv, with the year where no journal gives it. */
function writeEprint(item: CslItem): string | undefined {
  if (item.archive_location === undefined) return undefined;
  const eprint = `${item.archive ?? ''}:${item.archive_location}`;
  const year = item['container-title'] === undefined ? inBrackets(yearOf(item)) : undefined;
  return year === undefined ? eprint : `${eprint} ${year}`;
}

const inBrackets = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : `(${text})`;

const yearOf = (item: CslItem): string | undefined => item.issued?.['date-parts'][0][0]?.toString();

function writeSite(item: CslItem): string {
  const [date] = item.issued?.['date-parts'] ?? [];
  const when = date?.map((part) => String(part).padStart(2, '0')).join('-');
  return [item['container-title'], when === undefined ? undefined : `content of ${when}`]
    .filter((part) => part !== undefined)
    .join(', ');
}
