import type { Catalogue, Entry, Limit } from '../core/catalogue.ts';
import { deferLimitTable, parseLimitTable } from '../core/formats/limit-table.ts';
import type { LimitTable, TableFault } from '../core/formats/limit-table.ts';
import type { Remember, SourceFile } from '../core/lint/rule.ts';
import type { Message } from '../core/message.ts';
import { compareText } from '../core/message.ts';
import { PortalId } from '../core/schema/index.ts';
import type { Reference } from '../core/schema/index.ts';
import type { ParseCache } from './parse-cache.ts';
import { digest, openCache } from './parse-cache.ts';
import {
  classify,
  idOf,
  indexBibliography,
  KINDS,
  parseBibliography,
  parseFacts,
  parseSource,
  splitProse,
} from './read-entry.ts';
import type { Kind } from './read-entry.ts';
import { readFiles } from './read-file.ts';
import type { FilesRead } from './read-file.ts';
import type { YamlSource } from './yaml-source.ts';

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

/** What a file of numbers gives, besides the numbers. */
type ParsedOutline =
  Pick<LimitTable, 'columns' | 'length'> | { readonly faults: readonly TableFault[] };

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
    for (const reference of parsed.references)
      this.#digests.set(reference, digest('reference', JSON.stringify(reference)));
    return new Map(parsed.references.map((reference) => [reference.key, reference]));
  }
}
