import type { z } from 'zod';
import { IGNORED_FIELDS, parseBibtex, REFERENCE_FIELDS } from '../core/formats/bibtex.ts';
import { EXCEPTIONS_FILE } from '../core/lint/exceptions.ts';
import type { Repair } from '../core/lint/repair.ts';
import type { SourceFile } from '../core/lint/rule.ts';
import type { Message } from '../core/message.ts';
import { compareText } from '../core/message.ts';
import { SITE_FILES } from '../core/release/site-files.ts';
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
import { parseYaml, splitFrontmatter } from './yaml-source.ts';
import type { YamlSource } from './yaml-source.ts';
import { describeIssues, expectation, show } from './zod-messages.ts';

/*
 * Reading one text of the content folder, whatever it came from: a file, or a draft in the browser.
 * Nothing here knows node.
 */

/** Folders of `content/` and how their files are written; `portals` ones have a folder per portal. */
export const KINDS = [
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

export type Kind = (typeof KINDS)[number];

/** What a file of facts gives. */
export interface ParsedFacts {
  /** Absent where there is a fault. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly messages: readonly Message[];
}

/** What the bibliography gives. */
export interface ParsedBibliography {
  readonly references: readonly Reference[];
  readonly messages: readonly Message[];
}

/** The YAML of a file and its lines; undefined where a text has no frontmatter. */
export function parseSource(text: string, kind: Kind): { source: YamlSource } | undefined {
  if (kind.extension !== '.mdx') return { source: parseYaml(text) };
  const parts = splitFrontmatter(text);
  return parts && { source: parseYaml(parts.frontmatter, 1) };
}

/** The prose of an MDX file and the line it begins in. */
export function splitProse(text: string): { body: string; bodyLine: number } {
  const body = splitFrontmatter(text)?.body ?? '';
  return { body, bodyLine: text.slice(0, text.length - body.length).split('\n').length };
}

/** The facts of a file as its schema has them, or messages on what is wrong. */
export function parseFacts(path: string, text: string, kind: Kind): ParsedFacts {
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
      fix: fault.fix,
    }));
    return { messages };
  }
  const parsed = kind.schema.safeParse(source.data, { reportInput: true });
  return parsed.success
    ? { data: parsed.data, messages: [] }
    : { messages: describeIssues(parsed.error, path, source, kind.schema) };
}

/** The line of a property of an entry, else of the entry. */
export function indexBibliography(
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

const MOST_MESSAGES = 100;

/** The records of the bibliography in the order of their keys, and what is wrong with the others. */
export function parseBibliography(text: string): ParsedBibliography {
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
    // Of a bibliography that is broken all over, the first faults say enough.
    if (messages.length >= MOST_MESSAGES) return;
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

/** The id of the entry in a file: its name without extension. */
export const idOf = (path: string): string =>
  (path.split('/').at(-1) ?? '').replace(/\.[a-z]+$/, '');

/** What a path inside the content folder is. */
export function classify(path: string): Pick<SourceFile, 'kind' | 'id'> {
  const id = idOf(path);
  if (path === 'references.bib') return { kind: 'references', id };
  if (path === EXCEPTIONS_FILE) return { kind: 'exceptions', id };
  if (SITE_FILES.includes(path)) return { kind: 'site', id };
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
