import type { z } from 'zod';
import type { Catalogue, Entry, Limit } from '../core/catalogue.ts';
import { parseBibtex, IGNORED_FIELDS, REFERENCE_FIELDS } from '../core/formats/bibtex.ts';
import { deferLimitTable, parseLimitTable } from '../core/formats/limit-table.ts';
import type { LimitTable, TableFault } from '../core/formats/limit-table.ts';
import { EXCEPTIONS_FILE } from '../core/lint/exceptions.ts';
import type { Remember, SourceFile } from '../core/lint/rule.ts';
import type { Repair } from '../core/lint/repair.ts';
import type { Message } from '../core/message.ts';
import { compareText } from '../core/message.ts';
import {
  Chapter,
  Experiment,
  Facility,
  GlossaryTerm,
  LimitMeta,
  Method,
  Model,
  Plane,
  Portal,
  PortalId,
  Quantity,
  Reference,
  Search,
} from '../core/schema/index.ts';
import { readFiles } from './read-file.ts';
import type { FilesRead } from './read-file.ts';
import type { ParseCache } from './parse-cache.ts';
import { digest, openCache } from './parse-cache.ts';
import { parseYaml, splitFrontmatter } from './yaml-source.ts';
import type { YamlSource } from './yaml-source.ts';
import { describeIssues, expectation, show } from './zod-messages.ts';

/** What reading a content folder gives: the catalogue of everything sound, and what was wrong. */
export interface ReadResult {
  readonly catalogue: Catalogue;
  readonly messages: readonly Message[];
  /** Every file found, sound or not, in path order. */
  readonly files: readonly SourceFile[];
  /** Text of every file that is text, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Line of a key path in a file, for messages of later rules. */
  readonly lineOf: (file: string, path: readonly (string | number)[]) => number | undefined;
}

/** Folders of `content/` and how their files are written; `portals` ones have a folder per portal. */
const KINDS = [
  { kind: 'quantities', schema: Quantity, extension: '.yaml', perPortal: false },
  { kind: 'planes', schema: Plane, extension: '.yaml', perPortal: false },
  { kind: 'facilities', schema: Facility, extension: '.yaml', perPortal: false },
  { kind: 'experiments', schema: Experiment, extension: '.mdx', perPortal: false },
  { kind: 'glossary', schema: GlossaryTerm, extension: '.yaml', perPortal: false },
  { kind: 'chapters', schema: Chapter, extension: '.mdx', perPortal: false },
  { kind: 'models', schema: Model, extension: '.mdx', perPortal: false },
  { kind: 'methods', schema: Method, extension: '.mdx', perPortal: false },
  { kind: 'portals', schema: Portal, extension: '.mdx', perPortal: false },
  { kind: 'searches', schema: Search, extension: '.mdx', perPortal: true },
  { kind: 'limits', schema: LimitMeta, extension: '.yaml', perPortal: true },
] as const satisfies readonly {
  kind: string;
  schema: z.ZodType;
  extension: string;
  perPortal: boolean;
}[];

type Kind = (typeof KINDS)[number];

/** A catalogue read, and a memory of what was computed from its files in earlier runs. */
export interface RememberedRead extends ReadResult {
  readonly remember: Remember;
  /** Keeps what is new for the next run. */
  readonly save: () => void;
}

/** Opens what is kept between runs, for a folder of so many files. */
export type OpenCache = (files: number) => ParseCache;

/**
 * Reads everything under `root`, all files and all faults at once. Never throws for bad content.
 * @throws when `root` is no folder
 */
export async function readContent(root: string, open: OpenCache = openCache): Promise<ReadResult> {
  const { remember: _remember, save, ...result } = await readRemembering(root, open);
  save();
  return result;
}

/** As `readContent`, for rules that remember their findings: nothing is kept before `save` is called. */
export function readRemembering(
  root: string,
  open: OpenCache = openCache,
): Promise<RememberedRead> {
  // Generated, and checked by `npm run combine -- --check`.
  const isWritten = (path: string): boolean => !path.startsWith('combined/');
  return new Promise((resolve) => {
    const found = readFiles(root, isWritten);
    resolve(new Reading(found, open(found.texts.size)).finish());
  });
}

/** What a file of facts gives. */
interface ParsedFacts {
  /** Absent where there is a fault. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly messages: readonly Message[];
}

/** What a file of numbers gives, besides the numbers. */
type ParsedOutline =
  Pick<LimitTable, 'columns' | 'length'> | { readonly faults: readonly TableFault[] };

interface ParsedBibliography {
  readonly references: readonly Reference[];
  readonly messages: readonly Message[];
}

class Reading {
  readonly #found: FilesRead;
  readonly #texts: ReadonlyMap<string, string>;
  readonly #paths: ReadonlySet<string>;
  readonly #cache: ParseCache;
  /** Digests of what entries were read from. */
  readonly #digests = new WeakMap<object, string>();

  constructor(found: FilesRead, cache: ParseCache) {
    this.#found = found;
    this.#texts = found.texts;
    this.#paths = new Set(found.paths);
    this.#cache = cache;
  }

  finish(): RememberedRead {
    const messages: Message[] = [...this.#found.messages];
    const files: SourceFile[] = [];
    const maps = Object.fromEntries(
      KINDS.map(({ kind }) => [kind, new Map<string, unknown>()]),
    ) as Record<Kind['kind'], Map<string, unknown>>;

    for (const path of this.#found.paths) {
      if (path.startsWith('combined/')) continue;
      const place = classify(path);
      files.push({ file: path, ...place });
      const text = this.#texts.get(path);
      const kind = KINDS.find((candidate) => candidate.kind === place.kind);
      if (kind === undefined || text === undefined) continue;
      const entry = this.#readEntry(path, text, kind, messages);
      if (entry !== undefined) maps[kind.kind].set(entry.id, entry);
    }
    const bibliography = this.#readReferences(messages);
    const sorted = (map: Map<string, unknown>): Map<string, unknown> =>
      new Map([...map].sort(([a], [b]) => compareText(a, b)));
    const catalogue = {
      ...Object.fromEntries(KINDS.map(({ kind }) => [kind, sorted(maps[kind])])),
      references: bibliography,
    } as unknown as Catalogue;
    const quantities = [...catalogue.quantities.values()];
    this.#digests.set(
      catalogue.quantities,
      digest(...quantities.map((entry) => this.#digests.get(entry) ?? '')),
    );
    return {
      catalogue,
      messages,
      files,
      texts: this.#texts,
      lineOf: this.#makeLineOf(files),
      remember: (what, subjects, compute) => {
        const digests = subjects.flatMap((subject) => this.#digests.get(subject) ?? []);
        if (digests.length < subjects.length) return compute();
        return this.#cache.get(digest(what, ...digests), compute);
      },
      save: () => {
        this.#cache.save();
      },
    };
  }

  /** Parses a file again when a line of it is asked for: few are, and what is kept has no lines. */
  #makeLineOf(files: readonly SourceFile[]): ReadResult['lineOf'] {
    const kinds = new Map(files.map(({ file, kind }) => [file, kind]));
    const sources = new Map<string, YamlSource | undefined>();
    let bibliography: ReturnType<typeof indexBibliography> | undefined;
    return (file, path) => {
      const text = this.#texts.get(file);
      if (text === undefined) return undefined;
      if (file === 'references.bib') {
        bibliography ??= indexBibliography(text);
        return bibliography(path);
      }
      const kind = KINDS.find((candidate) => candidate.kind === kinds.get(file));
      if (kind === undefined) return undefined;
      if (!sources.has(file)) sources.set(file, parseSource(text, kind)?.source);
      return sources.get(file)?.lineOf(path);
    };
  }

  #readEntry(path: string, text: string, kind: Kind, messages: Message[]): Entry | undefined {
    const key = digest('facts', path, text);
    const facts = this.#cache.get(key, () => parseFacts(path, text, kind));
    messages.push(...facts.messages);
    if (facts.data === undefined) return undefined;
    const entry = {
      ...facts.data,
      ...(kind.extension === '.mdx' ? splitProse(text) : {}),
      id: idOf(path),
      file: path,
    };
    if (kind.kind === 'limits')
      return this.#withTable(entry as unknown as Limit, path, key, messages);
    this.#digests.set(entry, key);
    return entry;
  }

  #withTable(limit: Limit, path: string, factsKey: string, messages: Message[]): Limit | undefined {
    const file = path.replace(/\.yaml$/, '.csv');
    const text = this.#texts.get(file);
    if (text === undefined && this.#paths.has(file)) return undefined;
    if (text === undefined) {
      messages.push({
        rule: 'csv-columns',
        severity: 'error',
        file: path,
        line: 1,
        found: 'no numbers beside the metadata',
        expected: `a file ${file}`,
        fix: 'add the CSV of the numbers under the same name',
      });
      return undefined;
    }
    const key = digest('numbers', limit.shape, text);
    let table: LimitTable | undefined;
    const outline = this.#cache.get(key, (): ParsedOutline => {
      const parsed = parseLimitTable(text, limit.shape);
      if (parsed.table === undefined) return { faults: parsed.faults };
      table = parsed.table;
      return { columns: table.columns, length: table.length };
    });
    if ('faults' in outline) {
      for (const fault of outline.faults) messages.push({ ...fault, severity: 'error', file });
      return undefined;
    }
    table ??= deferLimitTable(text, limit.shape, outline);
    const entry = { ...limit, portal: PortalId.parse(path.split('/')[1]), table };
    this.#digests.set(entry, digest(factsKey, key));
    return entry;
  }

  #readReferences(messages: Message[]): Map<string, Reference> {
    const text = this.#texts.get('references.bib') ?? '';
    const parsed = this.#cache.get(digest('references', text), () => parseBibliography(text));
    messages.push(...parsed.messages);
    return new Map(parsed.references.map((reference) => [reference.key, reference]));
  }
}

/** The YAML of a file and its lines; undefined where a text has no frontmatter. */
function parseSource(text: string, kind: Kind): { source: YamlSource } | undefined {
  if (kind.extension !== '.mdx') return { source: parseYaml(text) };
  const parts = splitFrontmatter(text);
  return parts && { source: parseYaml(parts.frontmatter, 1) };
}

function splitProse(text: string): { body: string; bodyLine: number } {
  const body = splitFrontmatter(text)?.body ?? '';
  return { body, bodyLine: text.slice(0, text.length - body.length).split('\n').length };
}

/** The facts of a file as its schema has them, or messages on what is wrong. */
function parseFacts(path: string, text: string, kind: Kind): ParsedFacts {
  const parsedSource = parseSource(text, kind);
  if (parsedSource === undefined) {
    return {
      messages: [
        {
          rule: 'yaml-syntax',
          severity: 'error',
          file: path,
          line: 1,
          found: 'no frontmatter',
          expected: 'facts between two lines of three hyphens at the top of the file',
          fix: 'begin the file with ---, the facts as YAML, and --- again',
        },
      ],
    };
  }
  const { source } = parsedSource;
  if (source.faults.length > 0) {
    const messages = source.faults.map((fault): Message => ({
      rule: 'yaml-syntax',
      severity: 'error',
      file: path,
      line: fault.line,
      found: fault.text,
      expected: 'valid YAML 1.2, each key once',
      fix: 'correct the line; quote text that holds a colon, a hash or a brace',
    }));
    return { messages };
  }
  const parsed = kind.schema.safeParse(source.data, { reportInput: true });
  return parsed.success
    ? { data: parsed.data, messages: [] }
    : { messages: describeIssues(parsed.error, path, source) };
}

/** The line of a property of an entry, else of the entry. */
function indexBibliography(
  text: string,
): (path: readonly (string | number)[]) => number | undefined {
  // The first of two entries with one key, as in the catalogue.
  const entries = new Map(
    parseBibtex(text)
      .entries.toReversed()
      .map((entry) => [entry.key, entry]),
  );
  return ([key, property]) => {
    const entry = entries.get(String(key));
    const name = REFERENCE_FIELDS.find((field) => field[1] === property)?.[0];
    return (name === undefined ? undefined : entry?.fields.get(name)?.line) ?? entry?.line;
  };
}

/** The records of the bibliography in the order of their keys, and what is wrong with the others. */
function parseBibliography(text: string): ParsedBibliography {
  const messages: Message[] = [];
  const references = new Map<string, Reference>();
  const { entries, faults } = parseBibtex(text);
  const report = (
    line: number,
    found: string,
    expected: string,
    fix: string,
    repair?: Repair,
  ): void => {
    messages.push({
      rule: 'reference-fields',
      severity: 'error',
      file: 'references.bib',
      line,
      found,
      expected,
      fix,
      ...(repair === undefined ? {} : { repair }),
    });
  };
  for (const { line, found, expected, fix } of faults) report(line, found, expected, fix);
  const known = new Set(REFERENCE_FIELDS.map(([name]) => name));
  for (const entry of entries) {
    if (references.has(entry.key)) {
      report(entry.line, `a second entry ${entry.key}`, 'each key once', 'keep one of the two');
      continue;
    }
    for (const [name, field] of entry.fields) {
      if (known.has(name) || IGNORED_FIELDS.has(name)) continue;
      report(field.line, `the field ${name}`, [...known].join(', '), 'remove or rename the field');
    }
    const record: Record<string, unknown> = { key: entry.key, type: entry.type };
    for (const [name, property] of REFERENCE_FIELDS) {
      const value = entry.fields.get(name)?.value;
      if (value === undefined) continue;
      record[property] = property === 'year' && /^\d+$/.test(value) ? Number(value) : value;
    }
    const parsed = Reference.safeParse(record, { reportInput: true });
    if (parsed.success) {
      references.set(entry.key, parsed.data);
      continue;
    }
    for (const issue of parsed.error.issues) {
      const property = issue.path[0];
      const name = REFERENCE_FIELDS.find(([, candidate]) => candidate === property)?.[0];
      report(
        (name === undefined ? undefined : entry.fields.get(name)?.line) ?? entry.line,
        `${name ?? 'entry'} = ${show(issue.input)} in ${entry.key}`,
        expectation(issue),
        'copy the field from INSPIRE, or say how far it was checked in x-bibliography and x-texkey',
        // Pasted BibTeX says nothing of how far it was checked: it was not.
        name?.startsWith('x-') === true && issue.input === undefined
          ? { kind: 'normalise-references' }
          : undefined,
      );
    }
  }
  return {
    references: [...references.values()].sort((a, b) => compareText(a.key, b.key)),
    messages,
  };
}

const idOf = (path: string): string => (path.split('/').at(-1) ?? '').replace(/\.[a-z]+$/, '');

/** What a path inside the content folder is. */
function classify(path: string): Pick<SourceFile, 'kind' | 'id'> {
  const id = idOf(path);
  if (path === 'references.bib') return { kind: 'references', id };
  if (path === EXCEPTIONS_FILE) return { kind: 'exceptions', id };
  const [folder, ...rest] = path.split('/');
  const kind = KINDS.find((candidate) => candidate.kind === folder);
  if (kind === undefined) return { kind: 'unknown', id };
  const isPlaced = kind.perPortal
    ? rest.length === 2 && PortalId.safeParse(rest[0]).success
    : rest.length === 1;
  if (!isPlaced) return { kind: 'unknown', id };
  if (path.endsWith(kind.extension)) return { kind: kind.kind, id };
  if (kind.kind === 'limits' && path.endsWith('.csv')) return { kind: 'numbers', id };
  return { kind: 'unknown', id };
}
