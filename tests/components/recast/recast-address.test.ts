import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeRecast,
  encodeRecast,
  FIRST_STATE,
  modelOf,
  OWN,
  readCharge,
  type RecastState,
} from '../../../src/components/recast/recast-address.ts';
import { isUniversal, spreadCharge } from '../../../src/components/recast/universal-charges.ts';
import {
  FERMIONS,
  VECTOR_MODELS,
  type VectorCharges,
} from '../../../src/core/physics/vector-models.ts';

const PROPERTY = { seed: 20261126, numRuns: 300 } as const;

const charge = fc.oneof(
  fc.constant(0),
  fc.integer({ min: -2000, max: 2000 }).map((n) => n / 1000),
);
const charges = fc
  .array(charge, { minLength: FERMIONS.length, maxLength: FERMIONS.length })
  .map((list) => Object.fromEntries(FERMIONS.map((one, i) => [one, list[i]])) as VectorCharges);
const state = fc
  .record({
    model: fc.constantFrom(OWN, ...VECTOR_MODELS.map(({ id }) => id)),
    charges,
    seen: fc.constantFrom('visible standard', 'invisible standard', 'invisible dark'),
    loops: fc.boolean(),
  })
  .map(({ model, charges, seen, loops }): RecastState => {
    const [kind, decays] = seen.split(' ') as [RecastState['kind'], RecastState['decays']];
    const known = VECTOR_MODELS.find(({ id }) => id === model)?.charges;
    return { model, charges: known ?? charges, kind, decays, loops };
  });

describe('addresses of the page', () => {
  it('bring every state back', () => {
    fc.assert(
      fc.property(state, (one) => {
        const { state, faults } = decodeRecast(`?${encodeRecast(one)}`);
        expect(faults).toEqual([]);
        // Zero has no sign here.
        expect(JSON.stringify(state)).toBe(JSON.stringify(one));
      }),
      PROPERTY,
    );
  });

  it('are empty at the start', () => {
    expect(encodeRecast(FIRST_STATE)).toBe('');
    expect(decodeRecast('').state).toEqual(FIRST_STATE);
    expect(decodeRecast('?v=1&hide=babar-2014-dark-photon')).toEqual({
      state: FIRST_STATE,
      faults: [],
    });
  });

  it('say what they ask for in vain', () => {
    const faults = (query: string): readonly string[] => decodeRecast(query).faults;
    expect(faults('?recast=2&model=lmu-ltau')[0]).toContain('version “2”');
    expect(faults('?model=b-minus')[0]).toContain('did you mean b-minus-l?');
    expect(faults('?model=own&e=NaN')[0]).toContain('charge of e is “NaN”');
    expect(faults('?model=own&e=1e400')).toHaveLength(1);
    expect(faults('?limits=all&decays=none&loops=2')).toHaveLength(3);
    expect(faults('?limits=visible&decays=dark')[0]).toContain('not visible');
    expect(faults(`?model=${'x'.repeat(9000)}`)).toEqual([
      'The link is too long to be one of this site.',
    ]);
  });

  it('never give a boson that cannot be computed with', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...FERMIONS), (text, fermion) => {
        const { state } = decodeRecast(`?${new URLSearchParams({ [fermion]: text }).toString()}`);
        expect(Object.values(modelOf(state).charges).every(Number.isFinite)).toBe(true);
      }),
      PROPERTY,
    );
  });
});

describe('readCharge', () => {
  it('reads numbers and fractions', () => {
    expect(['1', '-2/3', '−1', ' 0.25 ', '0', '-0'].map(readCharge)).toEqual([
      1, -0.66666667, -1, 0.25, 0, 0,
    ]);
  });

  it('refuses everything else with what it expected', () => {
    for (const text of ['', 'abc', '1/0', '0/0', '1e9', '1e-9', 'Infinity', '1/2/3', '0x10'])
      expect(readCharge(text)).toHaveProperty('expected');
  });
});

describe('charges of all generations', () => {
  it('are spread within a family, and told', () => {
    const bl = FIRST_STATE.charges;
    expect(isUniversal(bl)).toBe(true);
    const changed = spreadCharge(bl, 'u', 0.5);
    expect([changed.u, changed.c, changed.d]).toEqual([0.5, 0.5, bl.d]);
    expect(isUniversal({ ...bl, mu: 0 })).toBe(false);
  });
});
