import { describe, expect, it } from 'vitest';
import type { CheckState } from '../../../src/components/check/check-state.ts';
import {
  EXAMPLE,
  readPoint,
  readState,
  toGeV,
  writeState,
} from '../../../src/components/check/check-state.ts';

const PLANES = ['alp-photon', 'b-minus-l', 'dark-photon-visible', 'hnl-muon', 'lmu-ltau'];

const OTHER: CheckState = {
  plane: 'b-minus-l',
  mass: '212.5',
  unit: 'MeV',
  value: '1.50e-4',
  scope: 'ee',
  level: '0.90',
  reinterpretations: false,
};

describe('the question in the address', () => {
  it('comes back as it was written, digits as typed', () => {
    for (const state of [EXAMPLE, OTHER, { ...OTHER, mass: '', value: '' }])
      expect(readState(writeState(state), PLANES)).toEqual({ state, faults: [] });
  });
  it('is short: usual choices are left out', () => {
    expect(writeState(EXAMPLE)).toBe('?plane=dark-photon-visible&mass=0.5&value=1e-3');
    expect(writeState(OTHER)).toBe(
      '?plane=b-minus-l&mass=212.5&unit=MeV&value=1.50e-4&scope=ee&level=0.90&reinterpretations=no',
    );
  });
  it('is the example where there is none, and without numbers where only a plane is named', () => {
    expect(readState('?from=mail', PLANES).state).toEqual(EXAMPLE);
    const { state, faults } = readState('?plane=alp-photon', PLANES);
    expect([state.plane, state.mass, state.value, faults]).toEqual(['alp-photon', '', '', []]);
  });
  it('says what is wrong with a damaged link and keeps the rest', () => {
    const { state, faults } = readState(
      '?plane=nowhere&mass=1GeV&value=-2&scope=all&level=0.9&unit=TeV&reinterpretations=0',
      PLANES,
    );
    expect(state).toEqual({ ...EXAMPLE, mass: '', value: '' });
    expect(faults).toEqual([
      'plane is “nowhere”; expected one of the planes below.',
      'mass is “1GeV”; expected a positive number like 1.5e-3.',
      'unit is “TeV”; expected GeV or MeV.',
      'value is “-2”; expected a positive number like 1.5e-3.',
      'scope is “all”; expected laboratory or ee.',
      'level is “0.9”; expected all or 0.90 or 0.95.',
      'reinterpretations is “0”; expected yes or no.',
    ]);
  });
});

describe('readPoint', () => {
  it('gives the mass in GeV', () => {
    expect(readPoint(OTHER)).toEqual({ mass: 0.2125, value: 1.5e-4 });
  });
  it('says which number is missing or wrong, the mass first', () => {
    expect(readPoint({ ...OTHER, mass: '', value: 'x' })).toEqual({ missing: 'mass', text: '' });
    expect(readPoint({ ...OTHER, value: '1,5' })).toEqual({ missing: 'value', text: '1,5' });
  });
});

describe('toGeV', () => {
  it('rounds once, so that 3 MeV is the number 0.003', () => {
    for (const mass of [3, 7, 212.5, 0.1])
      expect(toGeV(mass, 'MeV')).toBe(Number(`${String(mass)}e-3`));
    expect(toGeV(3, 'GeV')).toBe(3);
  });
});
