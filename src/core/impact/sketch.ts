import type { Stretch } from '../combine/envelope.ts';
import { spanAt } from '../curve/piece.ts';
import type { CombinationPair } from './impact.ts';

/** Two envelopes at evenly spaced masses, all in decimal logarithms; null where there is no limit. */
export interface Sketch {
  /** First and last mass. */
  readonly x: readonly [number, number];
  readonly before: readonly (number | null)[];
  readonly after: readonly (number | null)[];
}

/** Columns and lines of a sketch in text. */
const SIZE = { columns: 64, rows: 16 } as const;

/** What a sketch needs of two states; undefined where neither has an envelope. */
export function sampleEnvelopes({ before, after }: CombinationPair): Sketch | undefined {
  const [old, now] = [before?.envelope ?? [], after?.envelope ?? []];
  const ends = [...old, ...now].flatMap(({ from, to }) => [from, to]);
  if (ends.length === 0) return undefined;
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  const at = (i: number): number => from + ((to - from) * (i + 0.5)) / SIZE.columns;
  const sample = (envelope: readonly Stretch<unknown>[]): (number | null)[] =>
    Array.from({ length: SIZE.columns }, (_, i) => heightAt(envelope, at(i)));
  return { x: [round(from), round(to)], before: sample(old), after: sample(now) };
}

function heightAt(envelope: readonly Stretch<unknown>[], x: number): number | null {
  const stretch = envelope.find(({ from, to }) => from <= x && x <= to);
  return stretch === undefined ? null : round(spanAt(stretch.edge, x));
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** A sketch in characters: `·` before, `#` after, `=` both. It can be shown wherever text can. */
export function drawSketch({ x, before, after }: Sketch): string {
  const heights = [...before, ...after].filter((height) => height !== null);
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const rowOf = (height: number | null | undefined): number | undefined =>
    typeof height === 'number'
      ? Math.round(((high - height) / (high - low || 1)) * (SIZE.rows - 1))
      : undefined;
  const lines = Array.from({ length: SIZE.rows }, (_, row) => {
    const cells = before.map((height, i) => {
      const [isOld, isNew] = [rowOf(height) === row, rowOf(after[i]) === row];
      return isOld && isNew ? '=' : isNew ? '#' : isOld ? '·' : ' ';
    });
    const label = row === 0 ? high : row === SIZE.rows - 1 ? low : undefined;
    return `${(label?.toFixed(2) ?? '').padStart(7)} |${cells.join('')}|`;
  });
  const [from, to] = x.map((end) => end.toFixed(2));
  const axis = `${from ?? ''}${(to ?? '').padStart(before.length - (from ?? '').length)}`;
  return [...lines, `         ${axis}`].map((line) => line.trimEnd()).join('\n');
}
