import type { Limit } from '../../catalogue.ts';
import { numberColumn } from '../../formats/limit-table.ts';
import { decodeColumn } from '../decode.ts';
import { listParts } from '../parts.ts';
import type { Part } from '../parts.ts';
import { atKey, atRow } from '../places.ts';
import type { Finding, LoneLimitRule } from '../rule.ts';

/**
 * A step of this many dex between masses this close is looked into. Of 460 published curves 13 have such a
 * step, nearly all where a contour was stored as a curve; limits that fluctuate from bin to bin (BaBar 2014)
 * stay below half of it.
 */
const STEP_DEX = 1;
const CLOSE = 1.02;
/** A single point this far from both neighbours on the same side is what a wrong exponent looks like. */
const SPIKE_DEX = 0.9;
const SPIKE_CLOSE = 1.5;

export const jumps: LoneLimitRule = {
  name: 'jumps',
  description:
    'Neighbouring points of a curve do not jump by a factor of ten: that is a wrong exponent, a lost gap or a mixed-up order, unless a note in jumps says why.',
  scope: 'limit-alone',
  *check(limit, { catalogue: { quantities } }) {
    if (!['one-sided', 'interval', 'band', 'line'].includes(limit.shape)) return;
    const mass = decodeColumn(limit, 'mass', limit.mass, quantities);
    const value = decodeColumn(limit, 'value', limit.value, quantities);
    if (mass === undefined || value === undefined) return;
    const raw = numberColumn(limit.table, 'mass');
    const unused = new Set(limit.jumps.keys());
    for (const part of listParts(limit)) {
      for (const { row, dex, isSpike } of listJumps(limit, part, mass, value)) {
        const notes = limit.jumps.flatMap(({ at }, i) => (isNear(raw, row, at, limit) ? [i] : []));
        for (const i of notes) unused.delete(i);
        if (notes.length === 0) yield describe(limit, row, dex, isSpike);
      }
    }
    for (const i of unused) {
      yield {
        ...atKey(limit, 'jumps', i),
        found: `a note on a jump at ${String(limit.jumps[i]?.at)}`,
        expected: 'a jump there',
        fix: 'remove the note, or correct its mass',
      };
    }
  },
};

interface Jump {
  /** The row after the step, or that of the single point. */
  readonly row: number;
  readonly dex: number;
  readonly isSpike: boolean;
}

function* listJumps(
  { shape }: Limit,
  { from, to }: Part,
  mass: Float64Array,
  value: Float64Array,
): Generator<Jump> {
  const step = (row: number): number => Math.log10((value[row] ?? NaN) / (value[row - 1] ?? NaN));
  const isClose = (row: number, bound: number): boolean =>
    (mass[row - 1] ?? 0) > 0 && (mass[row] ?? NaN) / (mass[row - 1] ?? NaN) <= bound;
  // The sides of a region may be as steep as they like: an edge begins and ends on them.
  const rim = shape === 'interval' || shape === 'band' ? 1 : 0;
  for (let row = from + 1 + rim; row < to - rim; row++) {
    // Nearly every step is small; logarithms are only taken of the others.
    const ratio = (value[row] ?? NaN) / (value[row - 1] ?? NaN);
    if (ratio > 0.2 && ratio < 5) continue;
    const before = step(row);
    const after = row + 1 < to ? step(row + 1) : NaN;
    const isSpike =
      Math.min(Math.abs(before), Math.abs(after)) > SPIKE_DEX &&
      Math.sign(before) !== Math.sign(after) &&
      isClose(row, SPIKE_CLOSE) &&
      isClose(row + 1, SPIKE_CLOSE);
    if (!isSpike && !(Math.abs(before) > STEP_DEX && isClose(row, CLOSE))) continue;
    yield { row, dex: Math.abs(before), isSpike };
    // The step back from a single point says nothing new.
    if (isSpike) row += 1;
  }
}

/** True when a note's mass is that of one of the two rows, as the file has it. */
function isNear(raw: Float64Array, row: number, at: number, { mass }: Limit): boolean {
  const undo = (index: number): number =>
    mass.scale === 'log10' ? 10 ** (raw[index] ?? NaN) : (raw[index] ?? NaN);
  return [row - 1, row].some((index) => Math.abs(undo(index) / at - 1) < CLOSE - 1);
}

function describe(limit: Limit, row: number, dex: number, isSpike: boolean): Finding {
  const value = numberColumn(limit.table, 'value');
  const mass = numberColumn(limit.table, 'mass');
  const pair = (column: Float64Array): string =>
    `${String(column[row - 1])} to ${String(column[row])}`;
  return {
    ...atRow(limit, row),
    found: isSpike
      ? `value ${String(value[row])} at mass ${String(mass[row])}, ${dex.toFixed(1)} dex from its neighbours`
      : `values ${pair(value)}, ${dex.toFixed(1)} dex, between masses ${pair(mass)}`,
    expected: 'neighbouring points within a factor of ten',
    fix: `compare with the source; begin a new segment after a gap, or add jumps: [{at: ${String(mass[row])}, why: …}]`,
  };
}
