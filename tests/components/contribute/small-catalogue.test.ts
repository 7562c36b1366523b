import { describe, expect, it } from 'vitest';
import {
  listKnownFiles,
  packCatalogue,
  unpackCatalogue,
} from '../../../src/components/contribute/small-catalogue.ts';
import { makeCatalogue, makeMethod, makeSearch } from '../../fixtures/make-catalogue.ts';

const CATALOGUE = makeCatalogue({ searches: [makeSearch()], methods: [makeMethod()] });

describe('the catalogue of the form', () => {
  it('goes through JSON and has everything but prose and numbers', () => {
    const small = packCatalogue(CATALOGUE);
    const back = unpackCatalogue(JSON.parse(JSON.stringify(small)) as typeof small);
    for (const kind of ['quantities', 'planes', 'references', 'facilities'] as const)
      expect(back[kind]).toEqual(CATALOGUE[kind]);
    const [limit] = back.limits.values();
    const [whole] = CATALOGUE.limits.values();
    expect(limit?.table.length).toBe(0);
    expect({ ...limit, table: undefined, provenance: undefined }).toEqual({
      ...whole,
      table: undefined,
      provenance: undefined,
    });
    expect(back.searches.get('babar-2014-dark-photon')?.reference).toBe('BaBar:2014zli');
    expect(back.experiments.get('babar')?.kind).toBe('ee-collider');
    expect(JSON.stringify(small)).not.toContain('1e-3\\n');
  });

  it('knows the files an id can stand for', () => {
    const files = listKnownFiles(packCatalogue(CATALOGUE)).map(({ file }) => file);
    for (const file of [
      'planes/dark-photon-visible.yaml',
      'limits/vector/babar-2014-dark-photon.yaml',
      'limits/vector/babar-2014-dark-photon.csv',
      'methods/bump-hunt.mdx',
      'models/dark-photon.mdx',
      'references.bib',
    ])
      expect(files).toContain(file);
    expect(new Set(files).size).toBe(files.length);
  });
});
