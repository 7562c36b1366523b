import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  DARK_PHOTON,
  findVectorModel,
  makeVectorModel,
} from '../../../src/core/physics/vector-models.ts';
import { FRACTION_TABLES } from '../../../src/core/recast/fraction-tables-data.ts';
import {
  compareProduction,
  findFraction,
  rateProduction,
  sampleProduction,
} from '../../../src/core/recast/production.ts';
import type { Recast } from '../../../src/core/schema/index.ts';
import { readColumns, thinToLines } from '../../fixtures/thin-physics-tables.ts';

const RAW_DIR = process.env['RAW_DIR'];
const PHOTON = DARK_PHOTON.charges;
const chargesOf = (id: string) => findVectorModel(id)?.charges ?? PHOTON;

function compare(production: Recast['production'], mass: number, id: string): number | undefined {
  const sample = sampleProduction(production, mass, PHOTON);
  return sample && compareProduction(sample, mass, chargesOf(id));
}

describe('rates of production', () => {
  it('go with the square of the charge that makes the boson', () => {
    expect(rateProduction('ee', 1, chargesOf('b-minus-l'))).toBe(1);
    expect(rateProduction('mu-brem', 1, chargesOf('le-ltau'))).toBe(0);
    expect(rateProduction('p-brem', 1, chargesOf('b-boson'))).toBeCloseTo(1, 12);
    expect(rateProduction('p-brem', 1, chargesOf('protophobic'))).toBeCloseTo(0, 12);
    expect(rateProduction('pi-brem', 1, chargesOf('b-boson'))).toBe(0);
  });
  it('through mesons follow isospin', () => {
    // An isoscalar boson does not mix with the ρ; π⁰ → γX goes through the ω, ω → π⁰X through the ρ only.
    expect(rateProduction('rho0', 0.7, chargesOf('b-boson'))).toBe(0);
    expect(rateProduction('omega-pi0', 0.3, chargesOf('b-boson'))).toBe(0);
    expect(rateProduction('pi0-gamma', 0.05, chargesOf('b-boson'))).toBeGreaterThan(0);
  });
  it('from π⁰ → γX of a protophobic boson vanish as its mass does', () => {
    // Far below the mesons only 2x_u + x_d is left.
    const ratio =
      (rateProduction('pi0-gamma', 1e-3, chargesOf('protophobic')) ?? NaN) /
      (rateProduction('pi0-gamma', 1e-3, PHOTON) ?? NaN);
    expect(ratio).toBeLessThan(1e-3);
  });
  it('have no rule for what the method does not cover', () => {
    expect(rateProduction('neutrino-scattering', 1, PHOTON)).toBeUndefined();
    expect(rateProduction('dstar0-d0', 0.1, PHOTON)).toBeUndefined();
  });
});

describe('shares of mechanisms', () => {
  it('are numbers, ranges or columns of a table, and may be unknown', () => {
    const ranges = [{ toGeV: 0.1, fraction: 1 }];
    expect(findFraction('ee', 0.3, 1)).toBe(0.3);
    expect([0.09, 0.1].map((mass) => findFraction('ee', ranges, mass))).toEqual([1, 0]);
    expect(findFraction('ee', { unknown: 'see paper' }, 1)).toBeUndefined();
    expect(findFraction('eta-gamma', { table: 'lhcb-2017' }, 0.214)).toBeCloseTo(0.6392, 4);
    expect(findFraction('pi0-gamma', { table: 'lhcb-2017' }, 0.3)).toBeUndefined();
  });
  it('of the tables add up to about one where all is made', () => {
    for (const { id, columns } of FRACTION_TABLES) {
      const names = Object.keys(columns);
      expect(names.length, id).toBeGreaterThanOrEqual(5);
      const sum = names.reduce((total, name) => {
        const rows = columns[name] ?? [];
        return total + (rows.find(([mass]) => mass >= 12)?.[1] ?? 0);
      }, 0);
      expect(Math.abs(sum - 1), id).toBeLessThan(0.05);
    }
  });
  it.skipIf(RAW_DIR === undefined)('follow from the raw files below RAW_DIR', async () => {
    for (const { raw, columns } of FRACTION_TABLES) {
      const text = await readFile(join(RAW_DIR ?? '', raw.path), 'utf8');
      expect(createHash('sha256').update(text).digest('hex')).toBe(raw.sha256);
      for (const [name, rows] of readColumns(text))
        expect(columns[name], name).toEqual(thinToLines(rows));
    }
  });
});

describe('the comparison of two bosons', () => {
  it('is one for the boson itself, however it is made', () => {
    const mixed: Recast['production'] = [
      { mechanism: 'uu', fraction: 0.18 },
      { mechanism: 'dd', fraction: 0.81 },
      { mechanism: 'phi-eta', fraction: 0.01 },
    ];
    expect(compare(mixed, 0.5, 'dark-photon')).toBeCloseTo(1, 12);
  });
  it('weighs mechanisms by their shares', () => {
    const half: Recast['production'] = [
      { mechanism: 'ee', fraction: 0.5 },
      { mechanism: 'mumu', fraction: 0.5 },
    ];
    const electrons = compare([{ mechanism: 'ee', fraction: 1 }], 1, 'le-ltau') ?? NaN;
    expect(compare(half, 1, 'le-ltau')).toBeCloseTo(electrons / 2, 12);
  });
  it('is not known where a share is not', () => {
    expect(
      compare([{ mechanism: 'ee', fraction: { unknown: 'see paper' } }], 1, 'b-minus-l'),
    ).toBeUndefined();
  });
  it('does not divide by a charge that the original does not have', () => {
    const sample = sampleProduction(
      [{ mechanism: 'ee', fraction: 1 }],
      1,
      makeVectorModel({ ...PHOTON, e: 0 }).charges,
    );
    expect(sample).toEqual([]);
  });
});
