import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CalculatorState,
  findStep,
  readCalculator,
  SLIDER_STEPS,
  writeCalculator,
  writeStep,
} from '../../../src/components/models/calculator-address.ts';
import { MACHINES } from '../../../src/components/models/model-facts.ts';

const USUAL: CalculatorState = {
  variant: 'dark-photon',
  mass: '0.5',
  coupling: '1e-5',
  machine: 'b-factories',
  boost: '1',
};
const ONE = { variants: ['dark-photon'], hasMachines: true };
const HNL = {
  variants: ['heavy-neutral-lepton/electron', 'heavy-neutral-lepton/muon'],
  hasMachines: false,
};
const HNL_USUAL: CalculatorState = { ...USUAL, variant: HNL.variants[0] ?? '', machine: 'own' };

describe('the address of a calculator', () => {
  it('carries mass, coupling and machine', () => {
    const query = writeCalculator({ ...USUAL, mass: '1e-2' }, ONE);
    expect(query).toBe('?mass=1e-2&coupling=1e-5&machine=b-factories');
    expect(readCalculator(query, USUAL, ONE)).toEqual({
      state: { ...USUAL, mass: '1e-2' },
      faults: [],
      isAsked: true,
    });
  });

  it('carries variant and boost where there are some', () => {
    const state = { ...HNL_USUAL, variant: HNL.variants[1] ?? '', boost: '12' };
    const query = writeCalculator(state, HNL);
    expect(query).toBe('?variant=muon&mass=0.5&coupling=1e-5&boost=12');
    expect(readCalculator(query, HNL_USUAL, HNL).state).toEqual(state);
  });

  it('asks nothing where it is empty', () => {
    expect(readCalculator('?utm_source=x', USUAL, ONE)).toEqual({
      state: USUAL,
      faults: [],
      isAsked: false,
    });
  });

  it('says what it cannot understand and keeps the usual choice', () => {
    const { state, faults } = readCalculator('?machine=lhc&variant=x&mass=abc', USUAL, ONE);
    expect(state).toEqual({ ...USUAL, mass: 'abc' });
    expect(faults).toEqual([
      'variant is “x”; expected dark-photon.',
      'machine is “lhc”; expected kloe or bes-3 or b-factories or z-pole or own.',
    ]);
  });

  it('says so where a machine plays no part', () => {
    const { state, faults } = readCalculator('?machine=kloe', HNL_USUAL, HNL);
    expect(state.machine).toBe('own');
    expect(faults).toHaveLength(1);
  });

  it('brings back whatever was typed', () => {
    const text = fc
      .string({ maxLength: 40 })
      .map((one) => one.trim())
      .filter((one) => one !== '');
    fc.assert(
      fc.property(
        text,
        text,
        fc.constantFrom(...MACHINES.map(({ id }) => id), 'own'),
        (mass, coupling, machine) => {
          const state = { ...USUAL, mass, coupling, machine };
          expect(readCalculator(writeCalculator(state, ONE), USUAL, ONE).state).toEqual(state);
        },
      ),
      { seed: 20261126, numRuns: 200 },
    );
  });
});

describe('sliders', () => {
  const RANGE = [0.00102199790138, 91.188] as const;

  it('never leave their range', () => {
    expect(writeStep(RANGE, 0)).toBe('1.03e-3');
    expect(writeStep(RANGE, SLIDER_STEPS)).toBe('91.1');
    expect(writeStep([1e-8, 1], 0)).toBe('1e-8');
    expect(writeStep([1e-8, 1], SLIDER_STEPS)).toBe('1');
    expect(writeStep([1e-8, 1], 500)).toBe('1e-4');
  });

  it('come back to where they stood, within the rounding of a number', () => {
    for (let step = 0; step <= SLIDER_STEPS; step += 37)
      expect(Math.abs(findStep(RANGE, writeStep(RANGE, step)) - step)).toBeLessThanOrEqual(1);
  });

  it('stay at their ends for numbers beyond, and at the start for words', () => {
    expect(findStep(RANGE, '1000')).toBe(SLIDER_STEPS);
    expect(findStep(RANGE, '1e-9')).toBe(0);
    expect(findStep(RANGE, 'abc')).toBe(0);
  });
});
