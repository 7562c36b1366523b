import { describe, expect, it } from 'vitest';
import { listCitations, listCitedKeys, listCitedPapers } from '../../../src/core/lint/citations.ts';
import type { Reference } from '../../../src/core/schema/index.ts';
import type { CatalogueOverrides } from '../../fixtures/make-catalogue.ts';
import {
  makeCatalogue,
  makeExperiment,
  makeFacility,
  makeLimit,
  makeMethod,
  makeModel,
  makePortal,
  makeReference,
  makeSearch,
} from '../../fixtures/make-catalogue.ts';

/** Citations as `file path-or-line key`. */
const list = (overrides: CatalogueOverrides): string[] =>
  [...listCitations(makeCatalogue({ limits: [], ...overrides }))].map(
    ({ key, place: { file, line, path } }) =>
      `${file} ${path === undefined ? String(line) : path.join('.')} ${key}`,
  );

describe('listCitations', () => {
  it('finds the papers of a limit, its numbers and what else it rests on', () => {
    const limit = makeLimit({ id: 'a', data: 'B:2001bb', alsoCite: ['C:2002cc', 'D:2003dd'] });
    expect(list({ limits: [limit] })).toEqual([
      'limits/vector/a.yaml reference BaBar:2014zli',
      'limits/vector/a.yaml data B:2001bb',
      'limits/vector/a.yaml alsoCite.0 C:2002cc',
      'limits/vector/a.yaml alsoCite.1 D:2003dd',
    ]);
  });
  it('finds the paper and the key facts of a search', () => {
    const search = makeSearch({ id: 'a', keyFacts: [{ fact: 'A fact.', cite: 'B:2001bb' }] });
    expect(list({ searches: [search] })).toEqual([
      'searches/vector/a.mdx reference BaBar:2014zli',
      'searches/vector/a.mdx keyFacts.0.cite B:2001bb',
    ]);
  });
  it('takes none-known for no citation', () => {
    const limits = [makeLimit({ reference: 'none-known' })];
    expect(list({ limits, searches: [makeSearch({ reference: 'none-known' })] })).toEqual([]);
  });
  it('finds the references of models, experiments, facilities and methods', () => {
    const references = ['A:2001aa'];
    const found = list({
      models: [makeModel({ references })],
      experiments: [makeExperiment({ references })],
      facilities: [makeFacility({ references })],
      methods: [makeMethod({ references: ['A:2001aa', 'B:2002bb'] })],
    });
    expect(found).toEqual([
      'models/dark-photon.mdx references.0 A:2001aa',
      'experiments/babar.mdx references.0 A:2001aa',
      'facilities/pep-2.yaml references.0 A:2001aa',
      'methods/bump-hunt.mdx references.0 A:2001aa',
      'methods/bump-hunt.mdx references.1 B:2002bb',
    ]);
  });
  it('finds citations in every kind of prose', () => {
    const body = '<Cite key="A:2001aa" />';
    const found = list({
      portals: [makePortal({ body })],
      searches: [makeSearch({ body, reference: 'none-known' })],
      models: [makeModel({ body })],
      experiments: [makeExperiment({ body })],
      methods: [makeMethod({ body })],
    });
    expect(found.map((row) => row.split('/')[0])).toEqual([
      'portals',
      'searches',
      'models',
      'experiments',
      'methods',
    ]);
  });
  it('reads several keys from one citation and names the line of the file', () => {
    const body =
      'One <Cite key="A:2001aa, B:2002bb" />.\n\nTwo <Cite short="yes" key="C:2003cc D:2004dd"/>.\n';
    expect(list({ models: [makeModel({ body })] })).toEqual([
      'models/dark-photon.mdx 10 A:2001aa',
      'models/dark-photon.mdx 10 B:2002bb',
      'models/dark-photon.mdx 12 C:2003cc',
      'models/dark-photon.mdx 12 D:2004dd',
    ]);
  });
  it('reads nothing from other components and from plain text', () => {
    const body = '<Term key="A:2001aa" /> and key="B:2002bb" and <Citation key="C:2003cc" />';
    expect(list({ models: [makeModel({ body })] })).toEqual([]);
  });
});

it('lists the papers of a text once each, in the order of the text', () => {
  const body = 'One <Cite key="B:2"/>, two <Cite key="A:1, B:2"/>.\n\n<Cite key="C:3 A:1"/>';
  expect(listCitedKeys(body)).toEqual(['B:2', 'A:1', 'C:3']);
  expect(listCitedKeys('Nothing.')).toEqual([]);
  const references = new Map(
    ['C:3', 'B:2'].map((key): [string, Reference] => [key, makeReference({ key })]),
  );
  expect(listCitedPapers(body, { references }).map(({ key }) => key)).toEqual(['B:2', 'C:3']);
});
