/** More names than these are counted. */
const MOST_NAMES = 6;

/** With a capital letter to begin a sentence. */
export const capitalise = (text: string): string =>
  `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;

/** A number of things: `1 curve`, `2 curves`. */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${String(n)} ${n === 1 ? one : many}`;

/** Names in a sentence, those beyond the first few counted. */
export function listNames(names: readonly string[], most = MOST_NAMES): string {
  const shown = names.length > most ? names.slice(0, most - 1) : names;
  const rest = names.length - shown.length;
  const parts = rest > 0 ? [...shown, count(rest, 'other')] : shown;
  return parts.length < 2
    ? (parts[0] ?? '')
    : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
