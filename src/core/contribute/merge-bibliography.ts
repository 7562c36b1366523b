import { parseBibtex } from '../formats/bibtex.ts';
import type { BibtexEntry } from '../formats/bibtex.ts';
import { compareText } from '../message.ts';

/** A paper of the new text that the bibliography has already. */
export interface KnownPaper {
  readonly key: string;
  /** Its key in the bibliography. */
  readonly as: string;
  /** What the two have in common. */
  readonly by: 'key' | 'doi' | 'eprint';
}

export interface MergedBibliography {
  readonly text: string;
  readonly added: readonly string[];
  readonly known: readonly KnownPaper[];
  /** Keys that stand for another paper in the bibliography: nothing was added under them. */
  readonly conflicts: readonly string[];
}

/**
 * A bibliography with the entries of another text put where the order of keys wants them. Not a byte
 * of the entries that were there changes, and line endings stay what they are. A paper that is there
 * already, by key, DOI or arXiv number, is reported and not added.
 * @param bibliography text of `references.bib`
 * @param addition entries as `normaliseBibtex` writes them
 */
export function mergeBibliography(bibliography: string, addition: string): MergedBibliography {
  const added: string[] = [];
  const known: KnownPaper[] = [];
  const conflicts: string[] = [];
  let text = bibliography;
  const blocks = addition.split('\n');
  for (const entry of parseBibtex(addition).entries) {
    const { entries } = parseBibtex(text);
    const twin = findTwin(entry, entries);
    if (twin === undefined) {
      text = insertEntry(text, entries, entry.key, blocks.slice(entry.line - 1, entry.endLine));
      added.push(entry.key);
    } else if (twin.by === 'key' && isOtherPaper(entry, entries)) {
      conflicts.push(entry.key);
    } else {
      known.push(twin);
    }
  }
  return { text, added, known, conflicts };
}

function findTwin(entry: BibtexEntry, entries: readonly BibtexEntry[]): KnownPaper | undefined {
  for (const by of ['key', 'doi', 'eprint'] as const) {
    const name = identify(entry, by);
    const twin = entries.find((other) => name !== undefined && identify(other, by) === name);
    if (twin !== undefined) return { key: entry.key, as: twin.key, by };
  }
  return undefined;
}

/** True where the entry of the same key has another arXiv number, or for want of one another DOI. */
function isOtherPaper(entry: BibtexEntry, entries: readonly BibtexEntry[]): boolean {
  const twin = entries.find(({ key }) => key === entry.key);
  for (const by of ['eprint', 'doi'] as const) {
    const [a, b] = [identify(entry, by), twin && identify(twin, by)];
    if (a !== undefined && b !== undefined) return a !== b;
  }
  return false;
}

function identify(entry: BibtexEntry, by: KnownPaper['by']): string | undefined {
  if (by === 'key') return entry.key;
  const value = entry.fields.get(by)?.value;
  return by === 'doi' ? value?.toLowerCase() : value;
}

/** The text with the lines of an entry behind the last entry whose key comes before. */
function insertEntry(
  text: string,
  entries: readonly BibtexEntry[],
  key: string,
  block: readonly string[],
): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split('\n');
  const before = entries.filter((entry) => compareText(entry.key, key) < 0).at(-1);
  if (before === undefined) {
    const isAlone = text.trim() === '';
    return `${block.join(end)}${end}${isAlone ? '' : `${end}${text}`}`;
  }
  const head = lines.slice(0, before.endLine).join('\n').replace(/\r$/, '');
  const tail = lines.slice(before.endLine).join('\n');
  return `${head}${end}${end}${block.join(end)}${end}${tail}`;
}
