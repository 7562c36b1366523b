import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  computeBoosted,
  computeDecays,
  computeRecoil,
  type Decays,
  FACTS,
  formatShare,
  formatTime,
  isProblem,
  type Problem,
  readPositive,
  writeFacts,
} from '../../../src/components/models/decay-numbers.ts';
import { MACHINES } from '../../../src/components/models/model-facts.ts';
import { CONSTANTS } from '../../../src/core/constants.ts';
import type { DecayModel } from '../../../src/core/physics/decay-model.ts';
import { listDecayModels } from '../../../src/core/physics/decay-models.ts';

const [DARK_PHOTON] = listDecayModels('dark-photon') as [DecayModel];
const MUONS_ONLY: DecayModel = {
  ...DARK_PHOTON,
  channels: DARK_PHOTON.channels.filter(({ id }) => id === 'mumu'),
};

function answer(value: Decays | Problem): Decays {
  if (isProblem(value)) throw new Error(value.problem);
  return value;
}
const complain = (value: object | number): string => {
  if (!isProblem(value)) throw new Error('there is an answer');
  return value.problem;
};

describe('readPositive', () => {
  it('takes positive numbers and says what is wrong with all others', () => {
    expect(readPositive('mass', ' 1.5e-3 ')).toBe(1.5e-3);
    expect(complain(readPositive('mass', ''))).toBe('Type a mass, for instance 0.5.');
    expect(complain(readPositive('mass', '1,5'))).toContain('“1,5” is not a number');
    expect(complain(readPositive('coupling', '0'))).toContain('coupling is zero');
    expect(complain(readPositive('boost', '-2'))).toContain('boost βγ is negative');
    expect(complain(readPositive('mass', 'NaN'))).toContain('is not a number');
    expect(complain(readPositive('mass', '1e999'))).toContain('is not a number');
  });
});

describe('computeDecays', () => {
  it('gives the dark photon of 100 MeV its width to electrons', () => {
    const { widthGeV, ctauM, lifetimeS, branchings } = answer(
      computeDecays(DARK_PHOTON, 0.1, 1e-4),
    );
    // ε²αm/3 (1 + 2x²)√(1 − 4x²) is 1 to some 1e-9 here.
    expect(widthGeV / ((1e-8 * CONSTANTS.alpha.value * 0.1) / 3)).toBeCloseTo(1, 6);
    expect(ctauM).toBeCloseTo(CONSTANTS.hbarc.value / widthGeV, 20);
    expect(lifetimeS).toBeCloseTo(ctauM / 299_792_458, 25);
    expect(branchings.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });

  it('refuses what is outside the model, in words', () => {
    expect(complain(computeDecays(DARK_PHOTON, 1e-4, 1e-3))).toBe(
      '100 keV is below the masses for which this model is computed, 1 MeV to 60 GeV.',
    );
    expect(complain(computeDecays(DARK_PHOTON, 100, 1e-3))).toContain('100 GeV is above');
    expect(complain(computeDecays(DARK_PHOTON, 1, 100))).toContain('broader than its mass');
    expect(complain(computeDecays(DARK_PHOTON, 1, 1e-200))).toContain('too small');
  });

  it('says that a particle below every threshold is stable, and where the first one is', () => {
    expect(complain(computeDecays(MUONS_ONLY, 0.1, 1e-3))).toMatch(
      /^At 100 MeV no decay .* stable.*opens at 211 MeV\.$/u,
    );
  });
});

describe('flight', () => {
  it('is that of a particle beside a photon', () => {
    const flight = computeRecoil({ massGeV: 1, ctauM: 2e-3 }, 10);
    if (isProblem(flight)) throw new Error(flight.problem);
    expect(flight.energyGeV).toBeCloseTo(5.05, 12);
    expect(flight.boost).toBeCloseTo(Math.sqrt(5.05 ** 2 - 1), 12);
    expect(flight.lengthM).toBeCloseTo(flight.boost * 2e-3, 15);
  });

  it('needs less mass than energy', () => {
    expect(complain(computeRecoil({ massGeV: 2, ctauM: 1 }, 1.0194))).toContain(
      '2 GeV is too heavy for this machine: with 1.0194 GeV',
    );
    expect(complain(computeRecoil({ massGeV: 10.58, ctauM: 1 }, 10.58))).toContain('too heavy');
  });

  it('can have a boost of the reader’s own', () => {
    expect(computeBoosted({ ctauM: 3 }, 2)).toEqual({ boost: 2, lengthM: 6 });
    expect(complain(computeBoosted({ ctauM: 1e200 }, 1e200))).toContain('further');
  });
});

describe('numbers in words', () => {
  it('have the unit that suits them', () => {
    expect(formatTime(4.2e-12)).toBe('4.2 ps');
    expect(formatTime(1e-15)).toBe('1.00 × 10⁻¹⁵ s');
    expect(formatShare(0.4567)).toBe('45.7 %');
    expect(formatShare(3e-6)).toBe('3.00 × 10⁻⁶');
  });

  it('are dashes where there is an objection', () => {
    const problem: Problem = { about: 'mass', problem: 'no' };
    expect(new Set(Object.values(writeFacts(problem, problem)))).toEqual(new Set(['–']));
    const decays = answer(computeDecays(DARK_PHOTON, 2, 1e-3));
    const facts = writeFacts(decays, computeRecoil(decays, 1.0194));
    expect(facts.width).toMatch(/GeV$/u);
    expect(facts.flight).toBe('–');
  });

  it('are never NaN, whatever is typed', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.double().map(String),
      fc.double({ min: 1e-6, max: 200 }).map(String),
    );
    const models = ['dark-photon', 'higgs-mixed-scalar', 'alp-photon', 'heavy-neutral-lepton']
      .flatMap(listDecayModels)
      .slice(0, 6);
    fc.assert(
      fc.property(
        anything,
        anything,
        fc.constantFrom(...models),
        fc.constantFrom(...MACHINES),
        (massText, couplingText, model, { sqrtSGeV }) => {
          const mass = readPositive('mass', massText);
          const coupling = readPositive('coupling', couplingText);
          const decays = isProblem(mass)
            ? mass
            : isProblem(coupling)
              ? coupling
              : computeDecays(model, mass, coupling);
          const flight = isProblem(decays) ? decays : computeRecoil(decays, sqrtSGeV);
          const facts = writeFacts(decays, flight);
          for (const name of FACTS) expect(facts[name]).not.toMatch(/NaN|Infinity|undefined/u);
          if (!isProblem(decays))
            expect(decays.branchings.every((one) => one >= 0 && one <= 1 + 1e-12)).toBe(true);
        },
      ),
      { seed: 20261126, numRuns: 400 },
    );
  });
});
