/** A short table of numbers with where it comes from. */
export interface PhysicsTable {
  readonly what: string;
  /** Repository, its commit and the path of the raw file in it. */
  readonly from: { readonly name: string; readonly revision: string; readonly path: string };
  readonly licence: string;
  /** The raw file below the folder of raw files, and its digest. */
  readonly raw: { readonly path: string; readonly sha256: string };
  /** How the rows were made from those of the raw file. */
  readonly rule: string;
  /** Rising in the first column. */
  readonly rows: readonly (readonly [number, number])[];
}

/**
 * Straight between the rows, zero below the first, the last value above the last.
 * @param rows rising in mass, at least one
 */
export function interpolateRows(
  rows: readonly (readonly [number, number])[],
  massGeV: number,
): number {
  const first = rows[0];
  const last = rows.at(-1);
  if (first === undefined || last === undefined || massGeV < first[0]) return 0;
  if (massGeV >= last[0]) return last[1];
  let [low, high] = [0, rows.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.[0] ?? Infinity) <= massGeV) low = middle;
    else high = middle;
  }
  const [a, b] = [rows[low] ?? first, rows[high] ?? last];
  return a[1] + ((b[1] - a[1]) * (massGeV - a[0])) / (b[0] - a[0]);
}
