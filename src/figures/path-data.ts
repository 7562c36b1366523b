import type { PixelPath } from '../core/figure/axis-scale.ts';

/** Relative path with one decimal: a twentieth of a pixel is invisible, the bytes are not. */
export function writePath(path: PixelPath, isClosed: boolean): string {
  let d = '';
  let [atX, atY] = [0, 0];
  for (const [i, [px, py]] of path.entries()) {
    const x = Math.round(px * 10);
    const y = Math.round(py * 10);
    if (i > 0 && x === atX && y === atY) continue;
    const [a, b] = [trim((x - atX) / 10), trim((y - atY) / 10)];
    if (i === 0) d = `M${trim(x / 10)} ${trim(y / 10)}`;
    else
      d += `${i === 1 || !d.includes('l') ? 'l' : a.startsWith('-') ? '' : ' '}${a}${b.startsWith('-') ? '' : ' '}${b}`;
    [atX, atY] = [x, y];
  }
  return isClosed ? `${d}z` : d;
}

/** Paths written before: the background of a plane is the same on all its pages. */
export function writePaths(paths: readonly PixelPath[], isClosed: boolean): string {
  let written = writtenPaths.get(paths);
  if (written === undefined) {
    written = paths.map((path) => writePath(path, isClosed)).join('');
    writtenPaths.set(paths, written);
  }
  return written;
}
const writtenPaths = new WeakMap<readonly PixelPath[], string>();

/** Straight lines along the axes, as ticks and grids are. */
export function writeRules(paths: readonly PixelPath[]): string {
  return paths
    .map(([[x0, y0] = [0, 0], [x1, y1] = [0, 0]]) => {
      const start = `M${trim(x0)} ${trim(y0)}`;
      return x0 === x1 ? `${start}v${trim(y1 - y0)}` : `${start}h${trim(x1 - x0)}`;
    })
    .join('');
}

/** Open circles as arcs of one path. */
export function writeCircles(centres: PixelPath, radius: number): string {
  const [r, d] = [trim(radius), trim(2 * radius)];
  return centres
    .map(
      ([x, y]) => `M${trim(x - radius)} ${trim(y)}a${r} ${r} 0 1 0 ${d} 0a${r} ${r} 0 1 0-${d} 0`,
    )
    .join('');
}

/** One decimal, no leading zero. */
export function trim(value: number): string {
  const text = String(Math.round(value * 10) / 10);
  return text.replace(/^(-?)0\./u, '$1.').replace(/^-0$/u, '0');
}

/** A command of an outline with its absolute numbers. */
export interface OutlineStep {
  readonly command: 'M' | 'L' | 'Q' | 'C' | 'Z';
  readonly numbers: readonly number[];
}

const COUNTS = { M: 2, L: 2, Q: 4, C: 6, Z: 0 } as const;

/**
 * The steps of an outline of absolute M, L, Q, C and Z.
 * @throws on any other path
 */
export function parseOutline(d: string): OutlineStep[] {
  return [...d.matchAll(/([A-Za-z])([^A-Za-z]*)/gu)].flatMap(([, letter = '', rest = '']) => {
    if (!isCommand(letter)) throw new RangeError(`An outline has no command ${letter}.`);
    const count = COUNTS[letter];
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/gu) ?? []).map(Number);
    if (count === 0) return [{ command: letter, numbers: [] }];
    return Array.from({ length: numbers.length / count }, (_, i): OutlineStep => ({
      // Further points after a move are lines.
      command: letter === 'M' && i > 0 ? 'L' : letter,
      numbers: numbers.slice(i * count, (i + 1) * count),
    }));
  });
}

const isCommand = (letter: string): letter is OutlineStep['command'] => letter in COUNTS;

/** An outline in relative steps, a quarter shorter. */
export function shortenOutline(d: string): string {
  let written = shortened.get(d);
  if (written !== undefined) return written;
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let last = '';
  written = '';
  for (const { command, numbers } of parseOutline(d)) {
    const letter = command === 'Z' ? 'z' : command.toLowerCase();
    const relative = numbers.map((value, i) => String(value - (i % 2 === 0 ? x : y)));
    const isRepeated = letter === last && letter !== 'm';
    const text = relative.map((value, i) =>
      (i > 0 || isRepeated) && !value.startsWith('-') ? ` ${value}` : value,
    );
    written += (isRepeated ? '' : letter) + text.join('');
    if (command === 'Z') [x, y] = [startX, startY];
    else [x, y] = [numbers.at(-2) ?? x, numbers.at(-1) ?? y];
    if (command === 'M') [startX, startY] = [x, y];
    last = letter;
  }
  shortened.set(d, written);
  return written;
}
const shortened = new Map<string, string>();
