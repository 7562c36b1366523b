import { describe, expect, it } from 'vitest';
import { ALP_DECAY_MODELS } from '../../../src/core/physics/alp-decays.ts';
import { listDecayModels } from '../../../src/core/physics/decay-models.ts';
import { HNL_DECAY_MODELS } from '../../../src/core/physics/hnl-decays.ts';
import { SCALAR_DECAY_MODELS } from '../../../src/core/physics/scalar-decays.ts';
import { VECTOR_DECAY_MODELS } from '../../../src/core/physics/vector-decays.ts';
import { readRealContent } from '../../fixtures/real-content.ts';

const { catalogue } = await readRealContent();
const MODELS = [
  ...VECTOR_DECAY_MODELS,
  ...SCALAR_DECAY_MODELS,
  ...ALP_DECAY_MODELS,
  ...HNL_DECAY_MODELS,
];

describe('the list of decays', () => {
  it('gives a model or all its variants, in their order', () => {
    expect(listDecayModels('higgs-mixed-scalar').map(({ coupling }) => coupling)).toEqual([
      'sin-theta',
    ]);
    expect(listDecayModels('alp-w').map(({ coupling }) => coupling)).toEqual([
      'g-aww',
      'c-ww-over-lambda',
    ]);
    expect(listDecayModels('heavy-neutral-lepton').map(({ id }) => id)).toEqual([
      'heavy-neutral-lepton/electron',
      'heavy-neutral-lepton/muon',
      'heavy-neutral-lepton/tau',
    ]);
    expect(listDecayModels('heavy-neutral-lepton/tau')).toHaveLength(1);
  });
  it('has vectors too', () => {
    expect(listDecayModels('dark-photon')).toHaveLength(1);
  });
  it('is empty for a model without computed decays and for a part of a name', () => {
    expect(listDecayModels('alp-gluon')).toEqual([]);
    expect(listDecayModels('alp')).toEqual([]);
  });
});

describe('decays of vectors, scalars, axion-like particles and heavy neutral leptons', () => {
  it('name quantities and papers that exist', () => {
    for (const { id, mass, coupling, sources } of MODELS) {
      expect(catalogue.quantities.get(mass)?.role, id).toBe('mass');
      expect(catalogue.quantities.get(coupling)?.role, id).toBe('coupling');
      for (const key of sources) expect(catalogue.references.has(key), `${id} ${key}`).toBe(true);
    }
  });
  it('have ids of their own, and a remark of whole sentences', () => {
    expect(new Set(MODELS.map(({ id }) => id)).size).toBe(MODELS.length);
    for (const { id, remark } of MODELS) expect(remark, id).toMatch(/^[A-Z].*\.$/s);
  });
});
