import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuantityEntry } from '../../src/core/catalogue.ts';
import { CONSTANTS } from '../../src/core/constants.ts';
import type { PowerLaw } from '../../src/core/quantities.ts';
import {
  applyPowerLaw,
  composePowerLaws,
  findColumnLaw,
  findPowerLaw,
  IDENTITY,
  invertPowerLaw,
  isDecreasing,
} from '../../src/core/quantities.ts';
import type { PowerRelation } from '../../src/core/schema/index.ts';
import { makeMass, makeQuantity } from '../fixtures/make-catalogue.ts';

fc.configureGlobal({ seed: 20261122, numRuns: 300 });

type Relation = Partial<PowerRelation> & Pick<PowerRelation, 'of' | 'power'>;

const relate = (id: string, ...relations: Relation[]): QuantityEntry =>
  makeQuantity({ id, relations: relations.map((relation) => ({ why: 'so', ...relation })) });

const mapOf = (...quantities: QuantityEntry[]): ReadonlyMap<string, QuantityEntry> =>
  new Map(quantities.map((quantity) => [quantity.id, quantity]));

const COUPLINGS = mapOf(
  relate('epsilon'),
  relate('epsilon-squared', { of: 'epsilon', power: 2 }),
  relate('g-over-e', { of: 'epsilon', power: 1 }),
  relate('gprime', { of: 'g-over-e', power: 1, constants: { e: 1 } }),
  relate('scale', { of: 'gprime', power: -1, factor: 2 }),
  relate('y', { of: 'epsilon', power: 2, parameters: { alphaD: 1, massRatio: -4 } }),
  relate('odd', { of: 'epsilon', power: 1, constants: { planck: 1 } }),
  relate('unrelated'),
);

const find = (from: string, to: string, parameters = {}): PowerLaw | undefined =>
  findPowerLaw(from, to, COUPLINGS, parameters);

describe('findPowerLaw', () => {
  it('is the identity from a quantity to itself, known or not', () => {
    expect(find('epsilon', 'epsilon')).toEqual(IDENTITY);
  });
  it('follows a relation in its own direction and backwards', () => {
    expect(find('epsilon', 'epsilon-squared')).toEqual({ factor: 1, power: 2 });
    expect(find('epsilon-squared', 'epsilon')).toEqual({ factor: 1, power: 0.5 });
  });
  it('multiplies by physical constants', () => {
    expect(find('epsilon', 'gprime')).toEqual({ factor: CONSTANTS.e.value, power: 1 });
    expect(applyPowerLaw(find('gprime', 'epsilon') ?? IDENTITY, CONSTANTS.e.value)).toBeCloseTo(1);
  });
  it('goes through siblings of siblings, over decreasing relations too', () => {
    const law = find('epsilon-squared', 'scale') ?? IDENTITY;
    expect(law.power).toBe(-0.5);
    expect(isDecreasing(law)).toBe(true);
    // ε² = 1e-6 is g' = 1e-3 e, and the scale is 2 / g'.
    expect(applyPowerLaw(law, 1e-6)).toBeCloseTo(2e3 / CONSTANTS.e.value, 6);
  });
  it('takes the parameters of a relation from the plane', () => {
    const law = find('epsilon', 'y', { alphaD: 0.5, massRatio: 3 });
    expect(law?.power).toBe(2);
    expect(law?.factor).toBeCloseTo(0.5 / 81, 15);
  });
  it('finds nothing where a parameter is missing or a constant is unknown', () => {
    expect(find('epsilon', 'y', { alphaD: 0.5 })).toBeUndefined();
    expect(find('y', 'epsilon')).toBeUndefined();
    expect(find('epsilon', 'odd')).toBeUndefined();
    expect(find('odd', 'epsilon')).toBeUndefined();
  });
  it('finds nothing between quantities that are not siblings', () => {
    expect(find('epsilon', 'unrelated')).toBeUndefined();
    expect(find('epsilon', 'nothing')).toBeUndefined();
  });
  it('is the identity of a quantity that nothing is known of, and leads nowhere from it', () => {
    expect(find('nothing', 'nothing')).toEqual(IDENTITY);
    expect(find('nothing', 'epsilon')).toBeUndefined();
  });
  it('ends where relations form a circle', () => {
    const circle = mapOf(
      relate('a', { of: 'b', power: 1 }),
      relate('b', { of: 'a', power: 1 }),
      relate('c'),
    );
    expect(findPowerLaw('a', 'b', circle)).toEqual(IDENTITY);
    expect(findPowerLaw('a', 'c', circle)).toBeUndefined();
  });
  it('takes the shortest way', () => {
    const ways = mapOf(
      relate('a'),
      relate('b', { of: 'a', power: 1 }),
      relate('c', { of: 'b', power: 1, factor: 5 }, { of: 'a', power: 1, factor: 7 }),
    );
    expect(findPowerLaw('a', 'c', ways)).toEqual({ factor: 7, power: 1 });
  });
});

describe('findColumnLaw', () => {
  const quantities = mapOf(
    makeMass(),
    relate('epsilon'),
    makeMass({
      id: 'mass-dark-matter',
      relations: [
        { of: 'mass-dark-photon', power: 1, parameters: { massRatio: -1 }, why: 'm_A′ = R m_χ' },
      ],
    }),
  );
  it('converts the unit first', () => {
    const column = { quantity: 'mass-dark-photon', unit: 'MeV' };
    expect(findColumnLaw(column, 'mass-dark-photon', quantities, {})).toEqual({
      factor: 1e-3,
      power: 1,
    });
    const law = findColumnLaw(column, 'mass-dark-matter', quantities, { massRatio: 3 });
    expect(applyPowerLaw(law ?? IDENTITY, 300)).toBeCloseTo(0.1, 15);
  });
  it('finds nothing for a wrong unit, an unknown quantity or one that is no sibling', () => {
    const target = 'mass-dark-photon';
    const law = (quantity: string, unit: string): PowerLaw | undefined =>
      findColumnLaw({ quantity, unit }, target, quantities, {});
    expect(law(target, 's')).toBeUndefined();
    expect(law('nothing', 'GeV')).toBeUndefined();
    expect(law('epsilon', '1')).toBeUndefined();
    expect(law('mass-dark-matter', 'GeV')).toBeUndefined();
  });
});

describe('power laws', () => {
  const law = fc.record({
    factor: fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
    power: fc.constantFrom(-4, -2, -1, -0.5, 0.5, 1, 2, 4),
  });
  const value = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
  const isNear = (a: number, b: number): void => {
    expect(a / b).toBeCloseTo(1, 10);
  };

  it('compose to what applying one after the other gives', () => {
    fc.assert(
      fc.property(law, law, value, (first, second, x) => {
        isNear(
          applyPowerLaw(composePowerLaws(first, second), x),
          applyPowerLaw(second, applyPowerLaw(first, x)),
        );
      }),
    );
  });
  it('compose in any grouping', () => {
    fc.assert(
      fc.property(law, law, law, (a, b, c) => {
        const left = composePowerLaws(composePowerLaws(a, b), c);
        const right = composePowerLaws(a, composePowerLaws(b, c));
        expect(left.power).toBeCloseTo(right.power, 12);
        expect(Math.log(left.factor) - Math.log(right.factor)).toBeCloseTo(0, 9);
      }),
    );
  });
  it('are undone by their inverses, on either side', () => {
    fc.assert(
      fc.property(law, value, (there, x) => {
        const back = invertPowerLaw(there);
        isNear(applyPowerLaw(back, applyPowerLaw(there, x)), x);
        isNear(applyPowerLaw(there, applyPowerLaw(back, x)), x);
        expect(isDecreasing(back)).toBe(isDecreasing(there));
      }),
    );
  });
  it('commute with log–log interpolation', () => {
    fc.assert(
      fc.property(law, value, value, fc.double({ min: 0, max: 1, noNaN: true }), (to, a, b, t) => {
        const between = (x: number, y: number): number => x ** (1 - t) * y ** t;
        isNear(
          applyPowerLaw(to, between(a, b)),
          between(applyPowerLaw(to, a), applyPowerLaw(to, b)),
        );
      }),
    );
  });
  it('keep the digits of a value that needs no conversion', () => {
    fc.assert(
      fc.property(value, (x) => {
        expect(applyPowerLaw(IDENTITY, x)).toBe(x);
      }),
    );
  });
});
