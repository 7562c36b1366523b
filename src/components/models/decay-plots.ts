import type { Quantity } from '../../core/schema/index.ts';
import type { Hue, StyleRole } from '../../core/figure/figure-spec.ts';
import type { DecayModel } from '../../core/physics/decay-model.ts';
import type { DecayCurve, DecayPlot } from '../../figures/decay-svg.ts';
import { formatUnit } from '../format.ts';
import { typesetTitle } from '../figure/math-title.ts';
import { toPlainTitle } from '../tex.ts';
import { findCouplingRange } from './model-facts.ts';
import {
  type BranchingLine,
  type DecaySample,
  findLengthRange,
  FLOOR,
  listBranchingLines,
  listLengthSegments,
  REST,
} from './sample-decays.ts';

type Style = Pick<StyleRole, 'hue' | 'line'>;

/** Final states that look the same on every page, by their LaTeX. */
const KNOWN: Readonly<Record<string, Hue>> = {
  'e^+e^-': 'belle-2',
  [String.raw`\mu^+\mu^-`]: 'babar',
  [String.raw`\tau^+\tau^-`]: 'bes-3',
  [String.raw`\gamma\gamma`]: 'lep',
  [String.raw`\pi^+\pi^-`]: 'kloe',
  [String.raw`\nu\bar\nu`]: 'target',
  [String.raw`3\nu`]: 'target',
};
const HUES: readonly Hue[] = [
  'belle-2',
  'babar',
  'kloe',
  'bes-3',
  'belle',
  'cleo',
  'lep',
  'ee-other',
];
const DASHES: readonly StyleRole['line'][] = ['solid', 'dashed', 'dash-dot'];

/** A colour of its own for every line, and dashes as second cue: neighbours in the list differ in both. */
export function styleLines(lines: readonly Pick<BranchingLine, 'id' | 'symbol'>[]): Style[] {
  const taken = new Set(lines.flatMap(({ symbol }) => KNOWN[symbol] ?? []));
  const free = HUES.filter((hue) => !taken.has(hue));
  return lines.map(({ id, symbol }, i): Style => {
    if (id === REST) return { hue: 'context', line: 'dotted' };
    const hue = KNOWN[symbol] ?? free.shift() ?? 'own';
    return { hue, line: DASHES[i % DASHES.length] ?? 'solid' };
  });
}

const typeset = async (symbol: string): Promise<DecayCurve['label']> => ({
  plain: toPlainTitle(`$${symbol}$`),
  typeset: await typesetTitle({ symbol, unitLabel: '' }),
});

/** Branching fractions against mass, from a tenth of a per cent to one. */
export async function buildBranchingPlot(
  model: DecayModel,
  samples: readonly DecaySample[],
): Promise<DecayPlot> {
  const lines = listBranchingLines(model, samples);
  const styles = styleLines(lines);
  const curves = lines.map(async ({ id, symbol, segments }, i): Promise<DecayCurve> => ({
    id,
    segments,
    style: styles[i] ?? { hue: 'own', line: 'solid' },
    label: await typeset(symbol),
  }));
  return {
    x: { scale: 'log', range: model.range },
    // Room for a line at one below the frame.
    y: { scale: 'log', range: [FLOOR, 1.3] },
    curves: await Promise.all(curves),
  };
}

const LENGTH_STYLES: readonly Style[] = [
  { hue: 'belle-2', line: 'solid' },
  { hue: 'babar', line: 'dashed' },
  { hue: 'kloe', line: 'dash-dot' },
];

/** Proper decay length against mass at a few couplings. */
export async function buildLengthPlot(
  model: DecayModel,
  samples: readonly DecaySample[],
  coupling: Pick<Quantity, 'symbol' | 'unit'>,
): Promise<DecayPlot> {
  const { drawn } = findCouplingRange(model.coupling);
  const curves = drawn.map(async (value, i): Promise<DecayCurve> => ({
    id: String(value),
    segments: listLengthSegments(samples, value),
    style: LENGTH_STYLES[i % LENGTH_STYLES.length] ?? { hue: 'own', line: 'solid' },
    label: await typeset(writeCoupling(value, coupling)),
  }));
  return {
    x: { scale: 'log', range: model.range },
    y: { scale: 'log', range: findLengthRange(samples, drawn) },
    curves: await Promise.all(curves),
  };
}

/** A coupling that is a power of ten as LaTeX, with its unit: `g = 10^{-3}\,\mathrm{GeV}^{-1}`. */
export function writeCoupling(
  value: number,
  { symbol, unit }: Pick<Quantity, 'symbol' | 'unit'>,
): string {
  const exponent = Math.round(Math.log10(value));
  const number = exponent === 0 ? '1' : exponent === 1 ? '10' : `10^{${String(exponent)}}`;
  const [, name, power] = /^([A-Za-z]+)(?:\^(-?\d+))?$/u.exec(unit) ?? [];
  const written = name === undefined ? '' : String.raw`\,\mathrm{${name}}`;
  return `${symbol} = ${number}${written}${power === undefined ? '' : `^{${power}}`}`;
}

/** The unit of a coupling as it stands beside a number; empty for a pure number. */
export const writeUnit = (unit: string): string => (unit === '1' ? '' : formatUnit(unit));
