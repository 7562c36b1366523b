import { describe, expect, it } from 'vitest';
import { Axis, Plane } from '../../../src/core/schema/index.ts';
import { makePlane } from '../../fixtures/make-catalogue.ts';

const messageOf = (range: readonly number[], scale?: string): string | undefined =>
  Axis.safeParse({ quantity: 'epsilon', range, scale }).error?.issues[0]?.message;

describe('Axis', () => {
  it('is logarithmic unless it says otherwise', () => {
    expect(Axis.parse({ quantity: 'epsilon', range: [1e-3, 1] }).scale).toBe('log');
  });
  it('has its lower end first', () => {
    expect(messageOf([1, 1])).toBe('the lower end comes first');
    expect(messageOf([2, 1])).toBe('the lower end comes first');
    expect(messageOf([1, 2])).toBeUndefined();
  });
  it('starts above zero where it is logarithmic', () => {
    expect(messageOf([0, 1])).toBe('a log axis starts above zero');
    expect(messageOf([-1, 1])).toBe('a log axis starts above zero');
    expect(messageOf([0, 1], 'linear')).toBeUndefined();
    expect(messageOf([-1, 1], 'linear')).toBeUndefined();
  });
});

describe('Plane', () => {
  it('fills in what a file may leave out', () => {
    expect(makePlane()).toMatchObject({ parameters: {}, views: [], order: 100 });
  });
  it('refuses keys it does not know', () => {
    const { id: _id, file: _file, ...facts } = makePlane();
    expect(Plane.safeParse(facts).success).toBe(true);
    expect(Plane.safeParse({ ...facts, signature: 'visible' }).success).toBe(false);
    expect(Plane.safeParse({ ...facts, portals: [] }).success).toBe(false);
  });
});
