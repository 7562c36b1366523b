import { cleanText } from '../figure/clean-text.ts';
import { type CslItem, type CslName, type CslType, isOthers, keepFirst } from './csl-item.ts';

const TYPES: Readonly<Record<CslType, string>> = {
  'article-journal': 'JOUR',
  article: 'UNPB',
  dataset: 'DATA',
  webpage: 'ELEC',
  document: 'GEN',
};

/**
 * Items as RIS, each once, in the order given: a tag a line, every line ended by carriage return and
 * line feed as the specification asks. An author list that is cut short says so in a note, because to a
 * program that reads RIS `others` would be a person.
 */
export const writeRis = (items: Iterable<CslItem>): string =>
  keepFirst(items)
    .map((item) => `${listLines(item).join('\r\n')}\r\nER  - \r\n`)
    .join('\r\n');

function listLines(item: CslItem): string[] {
  const authors = item.author ?? [];
  const [from, to] = item.page?.split('-', 2) ?? [];
  const [date] = item.issued?.['date-parts'] ?? [];
  const [year, ...rest] = date ?? [];
  const tags: (readonly [string, string | undefined])[] = [
    ['ID', item.id],
    ...authors.filter((name) => !isOthers(name)).map((name) => ['AU', writeName(name)] as const),
    ['TI', item.title],
    ['T2', item['container-title']],
    ['VL', item.volume],
    ['SP', from],
    ['EP', to],
    ['PY', year === undefined ? undefined : String(year)],
    ['DA', rest.length === 2 ? `${[year, ...rest].map(pad).join('/')}/` : undefined],
    ['DO', item.DOI],
    ['PB', item.publisher],
    ['ET', item.version],
    ['AN', item.archive_location && `${item.archive ?? ''}:${item.archive_location}`],
    ['UR', item.URL],
    ['LA', item.language],
    ['N1', authors.some(isOthers) ? 'Not every author is recorded.' : undefined],
    ['N1', item.note],
  ];
  return [
    `TY  - ${TYPES[item.type]}`,
    ...tags.flatMap(([tag, value]) => {
      const text = value === undefined ? '' : cleanText(value);
      return text === '' ? [] : [`${tag}  - ${text}`];
    }),
  ];
}

const pad = (part: number | undefined): string => String(part ?? '').padStart(2, '0');

/** `Lees, J. P.`: RIS divides at commas, so that in a name that is one there must be none. */
const writeName = ({ family, given, suffix, literal }: CslName): string =>
  literal === undefined
    ? [family, given, suffix].filter((part) => part !== undefined).join(', ')
    : literal.replaceAll(/\s*,\s*/g, ' ');
