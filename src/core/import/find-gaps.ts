import type { RawPoint } from './curve.ts';

/** A step between two neighbours, larger than those around it. */
export interface GapCandidate {
  /** Masses on either side, digits as given. */
  readonly from: string;
  readonly to: string;
  readonly line: number;
}

/** A step this many times its neighbours looks like a gap. */
const LARGER = 8;
const REACH = 4;

/**
 * Steps of mass that are unusually large among their neighbours, however one measures: in mass and in its
 * logarithm.
 * @param decodeMass the mass that a number of the file means
 */
export function findGaps(
  points: readonly RawPoint[],
  decodeMass: (raw: number) => number,
): GapCandidate[] {
  const masses = points.map(({ massNumber }) => decodeMass(massNumber));
  const linear: number[] = [];
  const logarithmic: number[] = [];
  for (const [i, mass] of masses.entries()) {
    if (i === 0) continue;
    const before = masses[i - 1] ?? NaN;
    linear.push(mass - before);
    logarithmic.push(before > 0 ? Math.log(mass / before) : Infinity);
  }
  return points.flatMap((point, i): GapCandidate[] => {
    const before = points[i - 1];
    if (before === undefined || point.breakWhy !== undefined) return [];
    const isLarge = [linear, logarithmic].every((steps) => {
      const around = steps
        .slice(Math.max(0, i - 1 - REACH), i + REACH)
        .filter((_, k) => k !== Math.min(REACH, i - 1));
      const moving = around.filter((step) => step > 0).sort((a, b) => a - b);
      const usual = moving[Math.floor(moving.length / 2)];
      return moving.length >= REACH && usual !== undefined && (steps[i - 1] ?? 0) > LARGER * usual;
    });
    return isLarge ? [{ from: before.mass, to: point.mass, line: point.row.line }] : [];
  });
}

/** A window as a person wrote it, in the file's unit. */
export interface GapWindow {
  readonly from: number;
  readonly to: number;
}

/** Reads `3.0..3.2,3.6..3.7` or `none`; undefined where it is neither. */
export function readGapWindows(text: string): readonly GapWindow[] | undefined {
  if (text.trim() === 'none') return [];
  const windows = text.split(',').map((part): GapWindow | undefined => {
    const [from = '', to = '', ...more] = part.split('..').map((end) => end.trim());
    const window = { from: Number(from), to: Number(to) };
    const isRead = from !== '' && to !== '' && more.length === 0 && window.from < window.to;
    return isRead ? window : undefined;
  });
  return windows.every((window) => window !== undefined) ? windows : undefined;
}
