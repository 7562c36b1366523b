import { IGNORED_FIELDS, parseBibtex, REFERENCE_FIELDS } from '../formats/bibtex.ts';
import type { BibtexEntry } from '../formats/bibtex.ts';
import type { Problem } from '../import/source.ts';
import { compareText } from '../message.ts';
import { Reference } from '../schema/index.ts';
import { readLatexAccents } from './latex-accents.ts';

/** BibTeX in the form of `references.bib`. */
export interface NormalisedBibtex {
  /** The entries, sorted by key, with a blank line between them. */
  readonly text: string;
  readonly keys: readonly string[];
  readonly references: readonly Reference[];
  /** What was changed or left out and a person may want to know. */
  readonly notes: readonly string[];
}

/** INSPIRE texkeys: a name, a year and two to four letters or digits. */
const TEXKEY = /^[A-Za-z0-9'.-]+:\d{4}[a-z0-9]{2,4}$/;

/** How far a record was checked is not for a pasted text to claim. */
const CLAIMS: ReadonlySet<string> = new Set(['x-bibliography', 'x-texkey']);

/** Our spelling of a field by its name in small letters. */
const NAMES: ReadonlyMap<string, string> = new Map(
  [...REFERENCE_FIELDS.map(([name]) => name), ...IGNORED_FIELDS].map((name) => [
    name.toLowerCase(),
    name,
  ]),
);

/**
 * BibTeX as INSPIRE gives it (also arXiv's and publishers', as far as their keys can be kept), in the
 * form of `references.bib`: our fields in our order, braces, accents as characters, names as they are
 * written there. Nothing is completed or corrected. Every record is marked unverified, unless a person
 * says that they compared it with the paper.
 * @param text one entry or several, with whatever stands around them
 * @param isCompared true where the person did so
 * @param file name of the text in problems
 */
export function normaliseBibtex(
  text: string,
  isCompared = false,
  file = 'BibTeX',
): NormalisedBibtex | { readonly problems: readonly Problem[] } {
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const { entries, faults } = parseBibtex(plain);
  const problems: Problem[] = faults.map((fault) => ({ file, ...fault }));
  const notes: string[] = [];
  const byKey = new Map<string, Reference>();
  for (const entry of entries) {
    const result = normaliseEntry(entry, isCompared, file, notes);
    if (Array.isArray(result)) {
      problems.push(...result);
      continue;
    }
    const twin = byKey.get(result.key);
    if (twin !== undefined && formatEntry(twin) !== formatEntry(result)) {
      problems.push({
        file,
        line: entry.line,
        found: `a second, different entry ${entry.key}`,
        expected: 'each key once',
        fix: 'keep the right one of the two',
      });
    }
    byKey.set(result.key, result);
  }
  if (entries.length === 0 && problems.length === 0) {
    problems.push({
      file,
      line: 1,
      found: 'no BibTeX entry',
      expected: 'an entry that begins like @article{BaBar:2014zli,',
      fix: 'paste the BibTeX that INSPIRE shows under “cite”',
    });
  }
  if (problems.length > 0) return { problems };
  const references = [...byKey.values()].sort((a, b) => compareText(a.key, b.key));
  return {
    text: references.map(formatEntry).join('\n'),
    keys: references.map(({ key }) => key),
    references,
    notes,
  };
}

function normaliseEntry(
  { type, key, line, fields }: BibtexEntry,
  isCompared: boolean,
  file: string,
  notes: string[],
): Reference | Problem[] {
  const values = new Map<string, { readonly value: string; readonly line: number }>();
  const dropped: string[] = [];
  const problems: Problem[] = [];
  for (const [name, field] of fields) {
    const known = NAMES.get(name.toLowerCase());
    if (known === undefined || IGNORED_FIELDS.has(known) || CLAIMS.has(known)) {
      if (known !== 'archivePrefix') dropped.push(name);
      continue;
    }
    const value = normaliseValue(known, field.value);
    const before = values.get(known);
    if (before !== undefined && before.value !== value) {
      problems.push({
        file,
        line: field.line,
        found: `a second field ${known} in ${key}`,
        expected: 'each field once, whatever its capitals',
        fix: 'keep the right one of the two',
      });
    }
    if (value !== '') values.set(known, { value, line: field.line });
    else dropped.push(name);
  }
  if (dropped.length > 0) notes.push(`${key}: left out ${dropped.join(', ')}`);
  if (!TEXKEY.test(key)) notes.push(`${key}: the key does not look like one of INSPIRE’s`);
  const record: Record<string, unknown> = { key, type };
  for (const [name, property] of REFERENCE_FIELDS) {
    const value = values.get(name)?.value;
    if (value === undefined) continue;
    record[property] = property === 'year' && /^\d+$/.test(value) ? Number(value) : value;
  }
  const names = splitNames(values.get('author')?.value ?? '');
  if (names.length === 2 && names[1] === 'others') record['authorList'] = 'first-only';
  record['bibliography'] = isCompared ? 'verified' : 'unverified';
  record['texkey'] = isCompared && TEXKEY.test(key) ? 'verified' : 'unverified';
  const parsed = Reference.safeParse(record);
  if (parsed.success && problems.length === 0) return parsed.data;
  for (const { path, message } of parsed.error?.issues ?? []) {
    const name = REFERENCE_FIELDS.find(([, property]) => property === path[0])?.[0] ?? 'key';
    const field = values.get(name);
    problems.push({
      file,
      line: field?.line ?? line,
      found: name === 'key' ? `the key "${key}"` : `${name} = {${field?.value ?? ''}} in ${key}`,
      expected: name === 'year' ? 'a year in four digits' : message,
      fix: 'take the BibTeX from INSPIRE, or correct it by hand',
    });
  }
  return problems;
}

/** A value as `references.bib` has it. */
function normaliseValue(name: string, value: string): string {
  const text = value.replaceAll(/\s+/g, ' ').trim();
  switch (name) {
    case 'title':
      return readLatexAccents(stripBraces(text));
    case 'author':
      return splitNames(text).map(normaliseName).filter(Boolean).join(' and ');
    case 'pages':
      return text.replaceAll(/\s*[-–—]+\s*/g, '-');
    case 'doi':
      return text
        .replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
        .replaceAll(/\\_/g, '_');
    case 'eprint':
      return text.replace(/^arxiv:\s*/i, '').replace(/v\d+$/, '');
    case 'url':
      // What DOI and arXiv number say already.
      return /^https?:\/\/(?:(?:dx\.)?doi\.org|(?:www\.)?arxiv\.org)\//i.test(text) ? '' : text;
    default:
      return readLatexAccents(stripBraces(text));
  }
}

/** The text without braces that hold all of it, which only keep capitals. */
function stripBraces(text: string): string {
  if (!text.startsWith('{') || !text.endsWith('}')) return text;
  let depth = 0;
  for (let i = 0; i < text.length - 1; i++) {
    if (text[i] === '{') depth += 1;
    if (text[i] === '}') depth -= 1;
    if (depth === 0) return text;
  }
  return stripBraces(text.slice(1, -1).trim());
}

/** Names of an author field; an `and` in braces belongs to a name. */
function splitNames(text: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let name = '';
  for (const word of text.split(' ')) {
    if (word.toLowerCase() === 'and' && depth === 0) {
      names.push(name.trim());
      name = '';
      continue;
    }
    depth += word.split('{').length - word.split('}').length;
    name += ` ${word}`;
  }
  return [...names, name.trim()].filter((part) => part !== '');
}

/**
 * `Lees, J.P.` as `J. P. Lees`. A surname of several words and a `Jr.` keep their comma: without it
 * nobody could tell where the surname begins.
 */
function normaliseName(name: string): string {
  if (name.toLowerCase() === 'others') return 'others';
  const plain = readLatexAccents(name)
    .replaceAll(/(?<=\p{Lu}\.)(?=\p{Lu})/gu, ' ')
    .replaceAll(/[\s~]+/g, ' ');
  const [surname = '', given = '', more] = plain.split(',').map((part) => part.trim());
  if (given === '' || more !== undefined || /[\s{]/.test(surname)) return plain.trim();
  return `${given} ${surname}`.trim();
}

/** One entry with the fields of this catalogue's own, as `references.bib` holds it. */
export function formatEntry(reference: Reference): string {
  const lines: string[] = [];
  for (const [name, property] of REFERENCE_FIELDS) {
    const value = reference[property];
    if (value === undefined || value === 'complete') continue;
    lines.push(`  ${name} = {${String(value)}}`);
    if (name === 'eprint') lines.push('  archivePrefix = {arXiv}');
  }
  return `@${reference.type}{${reference.key},\n${lines.join(',\n')}\n}\n`;
}
