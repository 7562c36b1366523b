import { describe, expect, it } from 'vitest';
import { CONSTANTS } from '../../../src/core/constants.ts';
import {
  DARK_PHOTON,
  ELECTRIC_CHARGE,
  FERMIONS,
  findCharges,
  findVectorModel,
  makeVectorModel,
  VECTOR_MODELS,
} from '../../../src/core/physics/vector-models.ts';
import type { VectorModel } from '../../../src/core/physics/vector-models.ts';

function getModel(id: string): VectorModel {
  const model = findVectorModel(id);
  if (model === undefined) throw new Error(`No model ${id}.`);
  return model;
}

describe('the vector models', () => {
  it('have the ids that scripts use, each once', () => {
    expect(VECTOR_MODELS.map(({ id }) => id)).toEqual([
      'dark-photon',
      'b-minus-l',
      'b-boson',
      'le-lmu',
      'le-ltau',
      'lmu-ltau',
      'protophobic',
    ]);
  });
  it('have the charges their names say', () => {
    for (const fermion of FERMIONS) {
      expect(DARK_PHOTON.charges[fermion]).toBeCloseTo(
        CONSTANTS.e.value * ELECTRIC_CHARGE[fermion],
        14,
      );
    }
    const { charges } = getModel('b-minus-l');
    expect(3 * charges.u).toBeCloseTo(-charges.e, 14);
    const { u, d } = getModel('protophobic').charges;
    expect(2 * u + d).toBeCloseTo(0, 14);
    for (const id of ['le-lmu', 'le-ltau', 'lmu-ltau']) {
      const model = getModel(id).charges;
      expect(model.e + model.mu + model.tau).toBe(0);
      expect([model.nue, model.numu, model.nutau]).toEqual([model.e, model.mu, model.tau]);
    }
  });
});

describe('charges with loops', () => {
  it('are given to fermions without a charge, in proportion to the electric one, and to no others', () => {
    const model = getModel('lmu-ltau');
    const charges = findCharges(model, 0.1, true);
    expect([charges.mu, charges.tau, charges.numu, charges.nue]).toEqual([1, -1, 1, 0]);
    expect(charges.u / charges.e).toBeCloseTo(-2 / 3, 12);
    expect(charges.d / charges.e).toBeCloseTo(1 / 3, 12);
    expect(Math.abs(charges.e)).toBeCloseTo(model.loopMixing?.(0.1) ?? NaN, 14);
  });
  it('are the tree-level ones where loops are off or there are none', () => {
    const model = getModel('lmu-ltau');
    expect(findCharges(model, 0.1, false)).toBe(model.charges);
    const own = makeVectorModel({ ...model.charges, e: 2 });
    expect(findCharges(own, 0.1, true)).toBe(own.charges);
  });
});
