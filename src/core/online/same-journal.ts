const SMALL_WORDS = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'de', 'a']);

/**
 * True when both name one journal: `Phys. Rev. Lett.`, `Phys.Rev.Lett.`, `Physical Review Letters`;
 * `JHEP`, `Journal of High Energy Physics`.
 */
export function isSameJournal(a: string, b: string): boolean {
  const [first, second] = [words(a), words(b)];
  return (
    first.join('') === second.join('') ||
    isShortFor(first, second) ||
    isShortFor(second, first) ||
    isAcronym(first, second) ||
    isAcronym(second, first)
  );
}

const words = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !SMALL_WORDS.has(word));

/** Each word the beginning of a word of the other, in order: `Nucl. Instrum. Meth. A` of a much longer name. */
function isShortFor(short: readonly string[], long: readonly string[]): boolean {
  let at = 0;
  return short.every((word) => {
    while (at < long.length && long[at]?.startsWith(word) !== true) at += 1;
    at += 1;
    return at <= long.length;
  });
}

const isAcronym = (short: readonly string[], long: readonly string[]): boolean =>
  long.length > 1 && short.join('') === long.map((word) => word[0]).join('');
