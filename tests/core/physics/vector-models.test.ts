import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { CONSTANTS } from '../../../src/core/constants.ts';
import {
  DARK_PHOTON,
  ELECTRIC_CHARGE,
  FERMIONS,
  findCharges,
  findVectorModel,
  makeVectorModel,
  mapFermions,
  NO_CHARGES,
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

describe('charges of fermions', () => {
  it('are electric ones of a whole for leptons and of thirds for quarks', () => {
    expect(ELECTRIC_CHARGE).toEqual({
      ...{ e: -1, mu: -1, tau: -1, nue: 0, numu: 0, nutau: 0 },
      ...{ u: 2 / 3, d: -1 / 3, s: -1 / 3, c: 2 / 3, b: -1 / 3 },
    });
  });
  it('follow a rule for each of eleven fermions, and can all be none', () => {
    const charges = mapFermions((fermion) => fermion.length);
    expect(charges).toEqual({
      ...{ e: 1, mu: 2, tau: 3, nue: 3, numu: 4, nutau: 5 },
      ...{ u: 1, d: 1, s: 1, c: 1, b: 1 },
    });
    expect(new Set(Object.values(NO_CHARGES))).toEqual(new Set([0]));
    expect(Object.keys(NO_CHARGES)).toEqual([...FERMIONS]);
  });
  it.each([
    // The Lagrangians of the pages: three times the charges of e, μ, τ, their neutrinos, and u, d, s, c, b.
    ['b-minus-l', [-3, -3, -3, -3, -3, -3, 1, 1, 1, 1, 1]],
    ['b-boson', [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1]],
    ['le-lmu', [3, -3, 0, 3, -3, 0, 0, 0, 0, 0, 0]],
    ['le-ltau', [3, 0, -3, 3, 0, -3, 0, 0, 0, 0, 0]],
    ['lmu-ltau', [0, 3, -3, 0, 3, -3, 0, 0, 0, 0, 0]],
    ['protophobic', [-3, -3, -3, 0, 0, 0, -1, 2, 2, -1, 2]],
  ])('of the %s boson are thirds of %j', (id, thirds) => {
    const { charges } = getModel(id);
    expect(FERMIONS.map((fermion) => 3 * charges[fermion])).toEqual(thirds);
  });
  it('of neutrinos add up to zero for differences of lepton numbers, and those of a nucleon to B = 1', () => {
    for (const id of ['le-lmu', 'le-ltau', 'lmu-ltau']) {
      const { nue, numu, nutau } = getModel(id).charges;
      expect(nue + numu + nutau, id).toBe(0);
    }
    const { u, d } = getModel('b-boson').charges;
    expect(u + 2 * d).toBeCloseTo(1, 14);
  });
});

describe('what readers see of a vector model', () => {
  const LEPTONS =
    'one-loop mixing with the photon through the two leptons, on the mass shell (Amaral et al., arXiv:2104.03297)';
  const QUARKS =
    'mixing with the photon of the size of one loop, e²/(4π)² (Ilten et al., arXiv:1801.04847): an estimate, for the loop of quarks is not finite';
  it.each([
    // Id, title, page, symbol, plain symbol, plane of its limits, and what its loop is.
    ['dark-photon', 'Dark photon', 'dark-photon', '\\varepsilon', 'ε', 'dark-photon-visible', ''],
    ['b-minus-l', 'B−L boson', 'b-minus-l', 'g_{B-L}', 'g_{B−L}', 'b-minus-l', ''],
    ['b-boson', 'B boson', 'b-boson', 'g_B', 'g_B', '', QUARKS],
    ['le-lmu', 'L_e−L_μ boson', 'le-minus-lmu', 'g_{e\\mu}', 'g_{eμ}', 'le-minus-lmu', LEPTONS],
    ['le-ltau', 'L_e−L_τ boson', 'le-minus-ltau', 'g_{e\\tau}', 'g_{eτ}', 'le-minus-ltau', LEPTONS],
    ['lmu-ltau', 'L_μ−L_τ boson', 'lmu-ltau', "g'", 'g′', 'lmu-ltau', LEPTONS],
    ['protophobic', 'Protophobic boson', 'protophobic', 'g_X', 'g_X', '', ''],
  ])('%s is called %s', async (id, title, page, symbol, plain, plane, loopRemark) => {
    const model = getModel(id);
    expect(model).toMatchObject({ id, title, page, symbol, plain });
    expect([model.plane ?? '', model.loopRemark ?? '']).toEqual([plane, loopRemark]);
    // A loop and its sentence go together.
    expect(model.loopMixing === undefined).toBe(loopRemark === '');
    expect(await readFile(`content/models/${page}.mdx`, 'utf8')).toContain('title:');
    if (plane !== '')
      expect(await readFile(`content/planes/${plane}.yaml`, 'utf8')).toContain(
        `\nmodel: ${page}\n`,
      );
  });
  it('names papers that are among the references', async () => {
    const references = await readFile('content/references.bib', 'utf8');
    const remarks = VECTOR_MODELS.flatMap(({ loopRemark }) => loopRemark ?? []);
    expect(remarks).toHaveLength(4);
    for (const remark of remarks) {
      const id = /arXiv:(?<id>\d{4}\.\d{5})/.exec(remark)?.groups?.['id'] ?? 'none';
      expect(references).toContain(`eprint = {${id}}`);
    }
  });
  it('is a general name where the charges are their own, without a plane and without loops', async () => {
    const charges = mapFermions(() => 0.5);
    expect(makeVectorModel(charges)).toEqual({
      id: 'own-charges',
      title: 'Boson with charges of your own',
      page: 'generic-vector',
      symbol: 'g_X',
      plain: 'g_X',
      charges,
    });
    expect(await readFile('content/models/generic-vector.mdx', 'utf8')).toContain('of your own');
  });
  it('is nothing for an id that no model has', () => {
    expect(findVectorModel('own-charges')).toBeUndefined();
  });
});

describe('charges with loops', () => {
  it.each([
    ['le-lmu', 'me', 'mmu'],
    ['le-ltau', 'me', 'mtau'],
    ['lmu-ltau', 'mmu', 'mtau'],
  ] as const)(
    'of a light %s boson are e²/6π² ln(m₂/m₁) times the electric one',
    (id, first, second) => {
      const logarithm = Math.log(CONSTANTS[second].value / CONSTANTS[first].value);
      const expected = (CONSTANTS.e.value ** 2 / (6 * Math.PI ** 2)) * logarithm;
      const charges = findCharges(getModel(id), 1e-7, true);
      // Quarks have no lepton number.
      for (const quark of ['u', 'd', 's', 'c', 'b'] as const)
        expect(charges[quark] / (expected * ELECTRIC_CHARGE[quark]), quark).toBeCloseTo(1, 6);
    },
  );
  it('of a B boson are α/4π times the electric one for charged leptons, none for neutrinos', () => {
    const charges = findCharges(getModel('b-boson'), 2, true);
    for (const lepton of ['e', 'mu', 'tau'] as const)
      expect(charges[lepton]).toBeCloseTo(-CONSTANTS.alpha.value / (4 * Math.PI), 14);
    expect([charges.nue, charges.numu, charges.nutau]).toEqual([0, 0, 0]);
    expect(charges.u).toBe(1 / 3);
  });
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
