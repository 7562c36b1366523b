import type { Catalogue, Limit, SearchEntry } from '../../core/catalogue.ts';
import type { DraftFile } from '../../core/contribute/draft-limit.ts';
import { parseLimitTable } from '../../core/formats/limit-table.ts';
import { RULES } from '../../core/lint/rules/index.ts';
import type { SourceFile } from '../../core/lint/rule.ts';
import { runRules } from '../../core/lint/run-rules.ts';
import type { Message } from '../../core/message.ts';
import { compareMessages } from '../../core/message.ts';
import { PortalId } from '../../core/schema/index.ts';
import type { Reference } from '../../core/schema/index.ts';
import {
  classify,
  indexBibliography,
  KINDS,
  parseBibliography,
  parseFacts,
  parseSource,
  splitProse,
} from '../../io/read-entry.ts';

/** A finding about a draft, with what it is about where that is known. */
export interface DraftMessage extends Message {
  /** Keys in the metadata of the limit. */
  readonly keys?: readonly (string | number)[];
}

/**
 * What `npm run check` says of a draft: its files are read as the catalogue reads them, and every rule
 * is run over the catalogue with them. What the rest of the catalogue would be told is left out: of it
 * the form knows only a part.
 * @param known the catalogue without the draft, with its files
 */
export function checkDraft(
  files: readonly DraftFile[],
  known: { readonly catalogue: Catalogue; readonly files: readonly SourceFile[] },
): DraftMessage[] {
  const reading = readDraft(files, known.catalogue);
  const context = {
    catalogue: reading.catalogue,
    files: [
      ...known.files.filter(({ file }) => !files.some(({ path }) => path === file)),
      ...files.map(({ path }) => ({ file: path, ...classify(path) })),
    ],
    texts: new Map(files.map(({ path, text }) => [path, text])),
  };
  const found = runRules(RULES, context).filter((message) => isAbout(message, files, reading));
  return [...reading.messages, ...found]
    .map((message) => withKeys(message, files))
    .sort(compareMessages);
}

interface DraftRead {
  readonly catalogue: Catalogue;
  readonly messages: readonly Message[];
  /** Keys of papers that the catalogue does not have yet. */
  readonly newKeys: ReadonlySet<string>;
  /** Id of the limit. */
  readonly limit: string | undefined;
}

/** The catalogue with the files of the draft in it. */
function readDraft(files: readonly DraftFile[], known: Catalogue): DraftRead {
  const messages: Message[] = [];
  const limits = new Map(known.limits);
  const searches = new Map(known.searches);
  let references: Catalogue['references'] = known.references;
  let limitId: string | undefined;
  for (const { path, text } of files) {
    const { kind: name, id } = classify(path);
    if (name === 'references') {
      const parsed = parseBibliography(text);
      messages.push(...parsed.messages);
      references = new Map(
        parsed.references.map((reference): [string, Reference] => [reference.key, reference]),
      );
      continue;
    }
    const kind = KINDS.find((candidate) => candidate.kind === name);
    if (kind === undefined) continue;
    const facts = parseFacts(path, text, kind);
    messages.push(...facts.messages);
    if (facts.data === undefined) continue;
    if (name === 'searches') {
      const entry = { ...facts.data, ...splitProse(text), id, file: path };
      searches.set(id, entry as unknown as SearchEntry);
    }
    if (name === 'limits') {
      limitId = id;
      const meta = { ...facts.data, id, file: path } as unknown as Limit;
      const limit = withTable(meta, files, messages);
      if (limit !== undefined) limits.set(id, limit);
    }
  }
  const newKeys = new Set([...references.keys()].filter((key) => !known.references.has(key)));
  return {
    catalogue: { ...known, limits, searches, references },
    messages,
    newKeys,
    limit: limitId,
  };
}

function withTable(
  meta: Limit,
  files: readonly DraftFile[],
  messages: Message[],
): Limit | undefined {
  const file = meta.file.replace(/\.yaml$/u, '.csv');
  const text = files.find(({ path }) => path === file)?.text ?? '';
  const { table, faults } = parseLimitTable(text, meta.shape);
  for (const fault of faults) messages.push({ ...fault, severity: 'error', file });
  return table && { ...meta, portal: PortalId.parse(meta.file.split('/')[1]), table };
}

/** True where a finding is about what the draft adds, not about what its files said before. */
function isAbout(
  { file, path, found }: Message,
  files: readonly DraftFile[],
  { newKeys, limit }: DraftRead,
): boolean {
  const own = files.find((candidate) => candidate.path === file);
  if (own === undefined) return false;
  if (file === 'references.bib') return newKeys.has(String(path?.[0]));
  return own.before === undefined || (limit !== undefined && found.includes(limit));
}

/** The message with its line, and for the limit's metadata with its keys. */
function withKeys(message: Message, files: readonly DraftFile[]): DraftMessage {
  const { path, ...rest } = message;
  const text = files.find((file) => file.path === message.file)?.text;
  if (text === undefined) return rest;
  const { kind: name } = classify(message.file);
  if (name === 'references') {
    const line = message.line ?? (path && indexBibliography(text)(path));
    return line === undefined ? rest : { ...rest, line };
  }
  const kind = KINDS.find((candidate) => candidate.kind === name);
  const source = kind && parseSource(text, kind)?.source;
  const line = message.line ?? (path && source?.lineOf(path));
  return {
    ...rest,
    ...(line === undefined ? {} : { line }),
    ...(name === 'limits' && path !== undefined ? { keys: path } : {}),
  };
}
