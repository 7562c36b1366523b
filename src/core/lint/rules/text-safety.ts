import type { Reference } from '../../schema/index.ts';
import { atKey } from '../places.ts';
import { recall } from '../recall.ts';
import type { CatalogueRule, Finding } from '../rule.ts';
import { listTextFaults } from '../safe-text.ts';

/** Fields that are not what somebody wrote as text: prose and numbers have rules of their own. */
const SKIPPED: ReadonlySet<string> = new Set(['body', 'table', 'id', 'file', 'portal']);

export const textSafety: CatalogueRule = {
  name: 'text-safety',
  description:
    'Titles, notes and fields of references are plain text and mathematics: no HTML, no address but https, no hidden characters, only known LaTeX.',
  isFirm: true,
  scope: 'catalogue',
  *check(context) {
    const { references, ...kinds } = context.catalogue;
    for (const entries of Object.values(kinds)) {
      for (const entry of entries.values())
        yield* recall(context, 'safe texts', [entry], () => [...checkEntry(entry)]);
    }
    for (const reference of references.values())
      yield* recall(context, 'safe texts', [reference], () => [...checkReference(reference)]);
  },
};

function* checkReference(reference: Reference): Generator<Finding> {
  for (const [property, value] of Object.entries(reference)) {
    if (typeof value !== 'string') continue;
    for (const fault of listTextFaults(value))
      yield { file: 'references.bib', path: [reference.key, property], ...fault };
  }
}

function* checkEntry(entry: { readonly file: string }): Generator<Finding> {
  for (const [key, value] of Object.entries(entry)) {
    if (!SKIPPED.has(key)) yield* checkValue(entry, value, [key]);
  }
}

function* checkValue(
  entry: { readonly file: string },
  value: unknown,
  path: readonly (string | number)[],
): Generator<Finding> {
  if (typeof value === 'string') {
    for (const fault of listTextFaults(value)) yield { ...atKey(entry, ...path), ...fault };
  } else if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* checkValue(entry, item, [...path, i]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* checkValue(entry, item, [...path, key]);
  }
}
