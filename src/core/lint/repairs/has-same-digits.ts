/** True when both hold the same rows but for the numbers of parts; a row may come again. */
export function hasSameDigits(before: string, after: string): boolean {
  const rowsOf = (text: string): Set<string> => {
    const [header = '', ...rows] = text.replaceAll(/[ \t]/g, '').split('\n').filter(Boolean);
    const parts = new Set(['segment', 'ring']);
    const kept = header.split(',').map((name) => !parts.has(name));
    return new Set(
      rows.map((row) =>
        row
          .split(',')
          .filter((_cell, i) => kept[i] !== false)
          .join(','),
      ),
    );
  };
  const [old, next] = [rowsOf(before), rowsOf(after)];
  return old.size === next.size && [...old].every((row) => next.has(row));
}
