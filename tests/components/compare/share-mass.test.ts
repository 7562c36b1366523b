import { describe, expect, it } from 'vitest';
import {
  findSharing,
  fromShared,
  reaches,
  toShared,
} from '../../../src/components/compare/share-mass.ts';
import type { AxisChoice, FigureAxis } from '../../../src/core/figure/figure-spec.ts';
import { makeSpec } from '../../core/figure/make-series.ts';

const { x } = makeSpec();

/** The axis of a plane of dark matter, three times lighter than the dark photon it couples to. */
const dark: FigureAxis = {
  ...x,
  quantity: 'mass-dark-matter',
  unit: 'GeV',
  choices: [
    choose('mass-dark-matter', 'GeV', 1),
    choose('mass-dark-photon', 'MeV', 3000),
    choose('mass-dark-photon', 'GeV', 3),
  ],
};

function choose(quantity: string, unit: string, factor: number): AxisChoice {
  const law = { factor, power: 1 };
  return { ...x, id: `${quantity}:${unit}`, quantity, unit, name: `name of ${quantity}`, law };
}

describe('a mass kept in all figures', () => {
  it('is the particle’s own, in GeV, as it is', () => {
    const sharing = findSharing({ ...x, quantity: 'mass-alp', unit: 'GeV' });
    expect(sharing).toEqual({ law: { factor: 1, power: 1 } });
    expect(sharing && toShared(sharing, 0.1 + 0.2)).toBe(0.1 + 0.2);
    expect(sharing && fromShared(sharing, 0.1 + 0.2)).toBe(0.1 + 0.2);
  });

  it('has nothing to do with other axes', () => {
    expect(findSharing({ ...x, quantity: 'mass-alp', unit: 'MeV' })).toBeUndefined();
    expect(findSharing({ ...x, quantity: 'lifetime', unit: 'ps' })).toBeUndefined();
  });

  it('is not the mass of dark matter, but converted to it', () => {
    const sharing = findSharing(dark);
    expect(sharing?.name).toBe('name of mass-dark-photon');
    expect(sharing && fromShared(sharing, 0.3)).toBe(0.1);
    expect(sharing && toShared(sharing, 0.1)).toBe(0.3);
    // There and back nothing is lost.
    expect(sharing && toShared(sharing, fromShared(sharing, 0.5))).toBe(0.5);
  });

  it('leaves dark matter alone where its mediator is not known', () => {
    expect(
      findSharing({ ...dark, choices: [choose('mass-dark-matter', 'GeV', 1)] }),
    ).toBeUndefined();
    const { choices: _, ...bare } = dark;
    expect(findSharing(bare)).toBeUndefined();
  });
});

describe('reaches', () => {
  it('counts both ends', () => {
    const axis = { ...x, range: [0.1, 10] } as const;
    expect([0.099, 0.1, 1, 10, 11].map((mass) => reaches(axis, mass))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });
});
