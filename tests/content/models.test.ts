import { describe, expect, it } from 'vitest';
import { listDecayModels } from '../../src/core/physics/decay-models.ts';
import { readRealContent } from '../fixtures/real-content.ts';

const { catalogue } = await readRealContent();

describe('the models of the catalogue', () => {
  it('compute their widths, or say why not, and never both', () => {
    for (const { id, notComputed } of catalogue.models.values())
      expect(listDecayModels(id).length > 0, id).toBe(notComputed === undefined);
  });
  it('are written in quantities of the catalogue, and so are their widths', () => {
    for (const { id } of catalogue.models.values()) {
      for (const { mass, coupling } of listDecayModels(id)) {
        expect(catalogue.quantities.has(mass), `${id}: ${mass}`).toBe(true);
        expect(catalogue.quantities.has(coupling), `${id}: ${coupling}`).toBe(true);
      }
    }
  });
});
