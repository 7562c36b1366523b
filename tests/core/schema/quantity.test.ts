import { describe, expect, it } from 'vitest';
import { PowerRelation, Quantity } from '../../../src/core/schema/index.ts';
import { makeQuantity } from '../../fixtures/make-catalogue.ts';

const { id: _id, file: _file, ...QUANTITY } = makeQuantity();

describe('Quantity', () => {
  it('accepts the fixture', () => {
    expect(Quantity.safeParse(QUANTITY).success).toBe(true);
  });
  it('has the lowest plausible value first', () => {
    const { error } = Quantity.safeParse({ ...QUANTITY, plausible: [1, 1e-12] });
    expect(error?.issues[0]?.message).toBe('the lowest plausible value comes first');
  });
  it('allows at least one unit', () => {
    expect(Quantity.safeParse({ ...QUANTITY, units: [] }).success).toBe(false);
  });
});

describe('PowerRelation', () => {
  const relation = { of: 'epsilon', power: 2, why: 'the square' };
  it('is a plain power unless a factor, constants or parameters are given', () => {
    expect(PowerRelation.parse(relation)).toEqual({
      ...relation,
      factor: 1,
      constants: {},
      parameters: {},
    });
  });
  it('needs a power other than zero and a factor above zero', () => {
    expect(PowerRelation.safeParse({ ...relation, power: 0 }).error?.issues[0]?.message).toBe(
      'a relation needs a non-zero power',
    );
    expect(PowerRelation.safeParse({ ...relation, power: -0.5 }).success).toBe(true);
    expect(PowerRelation.safeParse({ ...relation, factor: 0 }).success).toBe(false);
    expect(PowerRelation.safeParse({ ...relation, factor: -1 }).success).toBe(false);
  });
  it('says where it comes from', () => {
    expect(PowerRelation.safeParse({ ...relation, why: undefined }).success).toBe(false);
  });
});
