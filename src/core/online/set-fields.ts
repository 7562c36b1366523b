import { parseBibtex, REFERENCE_FIELDS } from '../formats/bibtex.ts';

/** A field to be set, by its BibTeX name. */
export interface FieldValue {
  readonly field: string;
  readonly to: string;
}

/**
 * BibTeX with fields of one entry set: a line that holds the field alone is replaced, a missing field is
 * put where the order of fields has it. Every other character stays.
 * @throws when there is no such entry, when a field is written over several lines or beside another, or when a value has unpaired braces
 */
export function setFields(text: string, key: string, values: readonly FieldValue[]): string {
  return values.reduce((written, value) => setField(written, key, value), text);
}

function setField(text: string, key: string, { field, to }: FieldValue): string {
  if (!hasPairedBraces(to)) throw new Error(`The value of ${field} has unpaired braces: ${to}`);
  const entry = parseBibtex(text).entries.find((candidate) => candidate.key === key);
  if (entry === undefined) throw new Error(`No entry ${key} in the bibliography.`);
  const lines = text.split('\n');
  const old = entry.fields.get(field);
  if (old !== undefined) {
    const line = lines[old.line - 1] ?? '';
    const written = /^(\s*[A-Za-z-]+\s*=\s*)(?:\{.*\}|".*"|\d+)(,?\s*)$/.exec(line);
    if (written === null || !line.trimStart().startsWith(field)) {
      throw new Error(`${key}: ${field} does not stand alone in line ${String(old.line)}.`);
    }
    lines[old.line - 1] = `${written[1] ?? ''}{${to}}${written[2] ?? ''}`;
    return lines.join('\n');
  }
  const place = placeOf(field);
  const before = [...entry.fields]
    .filter(([name]) => placeOf(name) >= 0 && placeOf(name) < place)
    .at(-1);
  const at = before?.[1].line ?? entry.line;
  const previous = lines[at - 1] ?? '';
  const isLast = before !== undefined && !previous.trimEnd().endsWith(',');
  if (isLast) lines[at - 1] = `${previous.trimEnd()},`;
  lines.splice(at, 0, `  ${field} = {${to}}${isLast ? '' : ','}`);
  return lines.join('\n');
}

/** Where a field stands in an entry; those that carry nothing here stay with the one before. */
function placeOf(field: string): number {
  const place = REFERENCE_FIELDS.findIndex(([name]) => name === field);
  return field === 'archivePrefix' ? placeOf('eprint') : place;
}

function hasPairedBraces(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    depth += character === '{' ? 1 : character === '}' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth === 0;
}
