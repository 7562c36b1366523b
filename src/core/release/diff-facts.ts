/** One fact that is not what it was; undefined where it was not there, or is not any more. */
export interface FactChange {
  /** Keys that lead to it, joined by dots. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * The facts in which two entries differ, as deep as both have the same structure: keys of objects one
 * by one, lists as a whole unless they are as long as each other. Order of keys is no difference.
 */
export function diffFacts(before: unknown, after: unknown, path = ''): FactChange[] {
  if (Object.is(before, after)) return [];
  const [old, now] = [listParts(before), listParts(after)];
  if (old === undefined || now === undefined) return [{ path, before, after }];
  const isOtherShape =
    old.isList !== now.isList || (old.isList && old.parts.size !== now.parts.size);
  if (isOtherShape) return [{ path, before, after }];
  const keys = new Set([...old.parts.keys(), ...now.parts.keys()]);
  return [...keys].flatMap((key) =>
    diffFacts(old.parts.get(key), now.parts.get(key), path === '' ? key : `${path}.${key}`),
  );
}

/** The parts of a list or an object by key; undefined for anything else. */
function listParts(
  value: unknown,
): { isList: boolean; parts: ReadonlyMap<string, unknown> } | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return { isList: Array.isArray(value), parts: new Map(Object.entries(value)) };
}

/** Longest value that is shown rather than only named [characters]. */
const SHOWN = 48;

/** `confidence.level: 0.9 → 0.95`, or only the path where the values are long or have structure. */
export function describeFact({ path, before, after }: FactChange): string {
  const [old, now] = [showValue(before), showValue(after)];
  if (old === undefined || now === undefined) return `\`${path}\``;
  if (before === undefined) return `\`${path}\`: now ${now}`;
  if (after === undefined) return `\`${path}\`: ${old} removed`;
  return `\`${path}\`: ${old} → ${now}`;
}

/** The value as text without line ends or backticks; undefined where it would take too much room. */
function showValue(value: unknown): string | undefined {
  if (value === undefined) return 'nothing';
  const items: unknown[] = Array.isArray(value) ? value : [value];
  if (!items.every(isScalar)) return undefined;
  const text = items.map(String).join(', ');
  if (text.length > SHOWN || /[\n`]/.test(text)) return undefined;
  return `\`${text === '' ? 'none' : text}\``;
}

const isScalar = (value: unknown): value is string | number | boolean | null =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);
