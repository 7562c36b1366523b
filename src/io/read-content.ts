import type { z } from 'zod';
import type { Catalogue, Entry, Limit } from '../core/catalogue.ts';
import { parseBibtex, IGNORED_FIELDS, REFERENCE_FIELDS } from '../core/formats/bibtex.ts';
import { parseLimitTable } from '../core/formats/limit-table.ts';
import type { SourceFile } from '../core/lint/rule.ts';
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
import { parseYaml, splitFrontmatter } from './yaml-source.ts';
import type { YamlSource } from './yaml-source.ts';
import { describeIssues, expectation, show } from './zod-messages.ts';

/** What reading a content folder gives: the catalogue of everything sound, and what was wrong. */
export interface ReadResult {
  readonly catalogue: Catalogue;
  readonly messages: readonly Message[];
  /** Every file found, sound or not, in path order. */
  readonly files: readonly SourceFile[];
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

/**
 * Reads everything under `root`, all files and all faults at once. Never throws for bad content.
 * @throws when `root` is no folder
 */
export function readContent(root: string): Promise<ReadResult> {
  // Generated, and checked by `npm run combine -- --check`.
  const isWritten = (path: string): boolean => !path.startsWith('combined/');
  return new Promise((resolve) => {
    resolve(new Reading(readFiles(root, isWritten)).finish());
  });
}

class Reading {
  readonly #found: FilesRead;
  readonly #texts: ReadonlyMap<string, string>;
  readonly #paths: ReadonlySet<string>;

  constructor(found: FilesRead) {
    this.#found = found;
    this.#texts = found.texts;
    this.#paths = new Set(found.paths);
  }

  finish(): ReadResult {
    const messages: Message[] = [...this.#found.messages];
    const sources = new Map<string, YamlSource>();
    const files: SourceFile[] = [];
    const maps = Object.fromEntries(
      KINDS.map(({ kind }) => [kind, new Map<string, unknown>()]),
    ) as Record<Kind['kind'], Map<string, unknown>>;

    for (const path of this.#found.paths) {
      if (path.startsWith('combined/')) continue;
      const place = classify(path);
      files.push({ file: path, ...place });
      if (place.kind === 'unknown' || place.kind === 'numbers' || place.kind === 'references')
        continue;
      const text = this.#texts.get(path);
      const kind = KINDS.find((candidate) => candidate.kind === place.kind);
      if (kind === undefined || text === undefined) continue;
      const entry = this.#readEntry(path, text, kind, sources, messages);
      if (entry !== undefined) maps[kind.kind].set(entry.id, entry);
    }
    const bibliography = this.#readReferences(messages);
    const sorted = (map: Map<string, unknown>): Map<string, unknown> =>
      new Map([...map].sort(([a], [b]) => compareText(a, b)));
    const catalogue = {
      ...Object.fromEntries(KINDS.map(({ kind }) => [kind, sorted(maps[kind])])),
      references: bibliography.references,
    } as unknown as Catalogue;
    const lineOf = (file: string, path: readonly (string | number)[]): number | undefined =>
      file === 'references.bib' ? bibliography.lineOf(path) : sources.get(file)?.lineOf(path);
    return { catalogue, messages, files, lineOf };
  }

  #readEntry(
    path: string,
    text: string,
    kind: Kind,
    sources: Map<string, YamlSource>,
    messages: Message[],
  ): Entry | undefined {
    const isProse = kind.extension === '.mdx';
    const parts = isProse ? splitFrontmatter(text) : { frontmatter: text, body: '' };
    if (parts === undefined) {
      messages.push({
        rule: 'yaml-syntax',
        severity: 'error',
        file: path,
        line: 1,
        found: 'no frontmatter',
        expected: 'facts between two lines of three hyphens at the top of the file',
        fix: 'begin the file with ---, the facts as YAML, and --- again',
      });
      return undefined;
    }
    const source = parseYaml(parts.frontmatter, isProse ? 1 : 0);
    sources.set(path, source);
    if (source.faults.length > 0) {
      for (const fault of source.faults) {
        messages.push({
          rule: 'yaml-syntax',
          severity: 'error',
          file: path,
          line: fault.line,
          found: fault.text,
          expected: 'valid YAML 1.2, each key once',
          fix: 'correct the line; quote text that holds a colon, a hash or a brace',
        });
      }
      return undefined;
    }
    const parsed = kind.schema.safeParse(source.data, { reportInput: true });
    if (!parsed.success) {
      messages.push(...describeIssues(parsed.error, path, source));
      return undefined;
    }
    const entry = {
      ...(parsed.data as object),
      ...(isProse
        ? {
            body: parts.body,
            bodyLine: text.slice(0, text.length - parts.body.length).split('\n').length,
          }
        : {}),
      id: idOf(path),
      file: path,
    };
    return kind.kind === 'limits'
      ? this.#withTable(entry as unknown as Limit, path, messages)
      : entry;
  }

  #withTable(limit: Limit, path: string, messages: Message[]): Limit | undefined {
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
    const { table, faults } = parseLimitTable(text, limit.shape);
    for (const fault of faults) messages.push({ ...fault, severity: 'error', file });
    if (table === undefined) return undefined;
    return { ...limit, portal: PortalId.parse(path.split('/')[1]), table };
  }

  #readReferences(messages: Message[]): {
    references: Map<string, Reference>;
    lineOf: (path: readonly (string | number)[]) => number | undefined;
  } {
    const file = 'references.bib';
    const references = new Map<string, Reference>();
    const { entries, faults } = parseBibtex(this.#texts.get(file) ?? '');
    const lineOf = (path: readonly (string | number)[]): number | undefined => {
      const entry = entries.find(({ key }) => key === path[0]);
      const name = REFERENCE_FIELDS.find(([, property]) => property === path[1])?.[0];
      return (name === undefined ? undefined : entry?.fields.get(name)?.line) ?? entry?.line;
    };
    const report = (line: number, found: string, expected: string, fix: string): void => {
      messages.push({
        rule: 'reference-fields',
        severity: 'error',
        file,
        line,
        found,
        expected,
        fix,
      });
    };
    for (const { line, found, expected, fix } of faults) report(line, found, expected, fix);
    for (const entry of entries) {
      if (references.has(entry.key)) {
        report(entry.line, `a second entry ${entry.key}`, 'each key once', 'keep one of the two');
        continue;
      }
      const known = new Set(REFERENCE_FIELDS.map(([name]) => name));
      for (const [name, field] of entry.fields) {
        if (known.has(name) || IGNORED_FIELDS.has(name)) continue;
        report(
          field.line,
          `the field ${name}`,
          [...known].join(', '),
          'remove or rename the field',
        );
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
        );
      }
    }
    return {
      references: new Map([...references].sort(([a], [b]) => compareText(a, b))),
      lineOf,
    };
  }
}

const idOf = (path: string): string => (path.split('/').at(-1) ?? '').replace(/\.[a-z]+$/, '');

/** What a path inside the content folder is. */
function classify(path: string): Pick<SourceFile, 'kind' | 'id'> {
  const id = idOf(path);
  if (path === 'references.bib') return { kind: 'references', id };
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
