import { compareText } from '../message.ts';
import type { Reference } from '../schema/index.ts';

/** One entry as written, before validation. */
export interface BibtexEntry {
  readonly type: string;
  readonly key: string;
  readonly line: number;
  /** Line of the closing brace. */
  readonly endLine: number;
  readonly fields: ReadonlyMap<string, BibtexField>;
}

/** A field as written, and its line counted from one. */
export interface BibtexField {
  readonly value: string;
  readonly line: number;
}

/** What cannot be read, where, and how to mend it; lines are counted from one. */
export interface BibtexFault {
  readonly line: number;
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
}

/**
 * Reads the BibTeX that INSPIRE, arXiv and publishers export: entries whose fields are in braces, in
 * quotes, plain numbers or the words BibTeX has for months. Text between entries and `@comment` say
 * nothing. Text is kept as written (LaTeX and all). Our own reader because a file:line is needed for
 * every fault and libraries rewrite the text.
 */
export function parseBibtex(text: string): { entries: BibtexEntry[]; faults: BibtexFault[] } {
  const reader = new Reader(text);
  const entries: BibtexEntry[] = [];
  const faults: BibtexFault[] = [];
  for (;;) {
    reader.skipToEntry();
    if (reader.isAtEnd()) return { entries, faults };
    const line = reader.line();
    try {
      const entry = readEntry(reader, line);
      if (entry !== undefined) entries.push(entry);
    } catch (error) {
      if (!(error instanceof SyntaxFault)) throw error;
      faults.push({
        line: reader.line(),
        found: error.found,
        expected: error.expected,
        fix: `correct the entry that starts in line ${String(line)}`,
      });
    }
  }
}

class SyntaxFault extends Error {
  readonly found: string;
  readonly expected: string;
  constructor(found: string, expected: string) {
    super(`${found} instead of ${expected}`);
    this.found = found;
    this.expected = expected;
  }
}

class Reader {
  readonly #text: string;
  #at = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  line(): number {
    return this.#line;
  }

  isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  peek(): string {
    return this.#text[this.#at] ?? '';
  }

  next(): string {
    const character = this.peek();
    this.#at += 1;
    if (character === '\n') this.#line += 1;
    return character;
  }

  /** On to the next `@` that is not inside a word, as that of an address is. */
  skipToEntry(): void {
    let before = '';
    while (!this.isAtEnd() && !(this.peek() === '@' && !/[\w.]/.test(before))) before = this.next();
  }

  skipBlanks(): void {
    while (/\s/.test(this.peek())) this.next();
  }

  take(pattern: RegExp, expected: string): string {
    let taken = '';
    while (!this.isAtEnd() && pattern.test(this.peek())) taken += this.next();
    if (taken === '') throw new SyntaxFault(quote(this.peek()), expected);
    return taken;
  }

  expect(character: string): void {
    this.skipBlanks();
    if (this.peek() !== character) throw new SyntaxFault(quote(this.peek()), quote(character));
    this.next();
  }
}

const quote = (text: string): string => (text === '' ? 'the end of the file' : `"${text}"`);

/** Words BibTeX knows without quotes. */
const MONTHS: ReadonlySet<string> = new Set(
  'jan feb mar apr may jun jul aug sep oct nov dec'.split(' '),
);

/** The entry at the reader, or undefined where it is a comment. */
function readEntry(reader: Reader, line: number): BibtexEntry | undefined {
  reader.expect('@');
  const type = reader.take(/[A-Za-z]/, 'an entry type like article').toLowerCase();
  if (type === 'comment') return undefined;
  reader.expect('{');
  reader.skipBlanks();
  const key = reader.take(/[^\s,{}]/, 'a key like BaBar:2014zli');
  const fields = new Map<string, BibtexField>();
  for (;;) {
    reader.skipBlanks();
    if (reader.peek() === ',') reader.next();
    reader.skipBlanks();
    if (reader.peek() === '}') {
      const endLine = reader.line();
      reader.next();
      return { type, key, line, endLine, fields };
    }
    const fieldLine = reader.line();
    const name = reader.take(/[\w-]/, 'a field name or "}"');
    if (/^\d/.test(name)) throw new SyntaxFault(quote(name), 'a field name or "}"');
    reader.expect('=');
    reader.skipBlanks();
    if (fields.has(name)) throw new SyntaxFault(`a second field ${name}`, 'each field once');
    fields.set(name, { value: readValue(reader), line: fieldLine });
  }
}

function readValue(reader: Reader): string {
  const opening = reader.peek();
  if (opening !== '{' && opening !== '"') return readBareValue(reader);
  reader.next();
  let depth = 0;
  let value = '';
  for (;;) {
    if (reader.isAtEnd()) throw new SyntaxFault('the end of the file', `the end of a value`);
    const character = reader.next();
    if (depth === 0 && character === (opening === '{' ? '}' : '"')) break;
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (depth < 0) throw new SyntaxFault('a "}" without its "{"', 'braces in pairs');
    value += character;
  }
  return value.replace(/\s+/g, ' ').trim();
}

function readBareValue(reader: Reader): string {
  const expected = 'a value in braces or quotes';
  const word = reader.take(/[A-Za-z\d]/, expected);
  if (/^\d+$/.test(word) || MONTHS.has(word.toLowerCase())) return word;
  throw new SyntaxFault(quote(word), expected);
}

/** BibTeX field of each property of a reference, in the order they are written. */
export const REFERENCE_FIELDS: readonly (readonly [string, keyof Reference])[] = [
  ['author', 'authors'],
  ['collaboration', 'collaboration'],
  ['title', 'title'],
  ['journal', 'journal'],
  ['volume', 'volume'],
  ['pages', 'pages'],
  ['year', 'year'],
  ['doi', 'doi'],
  ['eprint', 'eprint'],
  ['primaryClass', 'primaryClass'],
  ['url', 'url'],
  ['note', 'note'],
  ['x-hepdata', 'hepdata'],
  ['x-bibliography', 'bibliography'],
  ['x-authors', 'authorList'],
  ['x-texkey', 'texkey'],
  ['x-arxiv-version', 'arxivVersion'],
];

/** Fields INSPIRE exports that carry nothing this catalogue shows. */
export const IGNORED_FIELDS: ReadonlySet<string> = new Set([
  'archivePrefix',
  'booktitle',
  'editor',
  'month',
  'number',
  'publisher',
  'reportNumber',
  'school',
  'series',
  'type',
]);

/** One reference as BibTeX that LaTeX and INSPIRE read; fields of this catalogue's own are left out. */
export function formatBibtex(reference: Reference): string {
  const fields: string[] = [];
  for (const [name, property] of REFERENCE_FIELDS) {
    const value = reference[property];
    if (value === undefined || name.startsWith('x-')) continue;
    fields.push(`  ${name} = {${String(value)}}`);
    if (name === 'eprint') fields.push('  archivePrefix = {arXiv}');
  }
  return `@${reference.type}{${reference.key},\n${fields.join(',\n')}\n}\n`;
}

/** Several references as one BibTeX file, sorted by key, each once. */
export function formatBibliography(references: Iterable<Reference>): string {
  const byKey = new Map([...references].map((reference) => [reference.key, reference]));
  return [...byKey.values()]
    .sort((a, b) => compareText(a.key, b.key))
    .map(formatBibtex)
    .join('\n');
}
