import { describe, expect, it } from 'vitest';
import {
  describeHome,
  describeLimit,
  describePaper,
  describePlane,
  describeReviewPage,
  describeTrail,
  describeWebPage,
  type LdPage,
  writeJsonLd,
} from '../../../src/components/cite/json-ld.ts';
import { mustGet } from '../../../src/core/catalogue.ts';
import {
  makeCatalogue,
  makeLimit,
  makeMethod,
  makeReference,
  makeSearch,
} from '../../fixtures/make-catalogue.ts';
import { HOSTILE_TEXTS, makeHostile } from '../../core/formats/citing/hostile-references.ts';
import { expandJsonLd, isKnownTerm, listNodes } from './schema-org.ts';

const PAGE: LdPage = {
  path: '/limits/babar-2014-dark-photon/',
  title: 'BaBar 2014',
  description: 'A description.',
  url: 'https://example.org/limits/babar-2014-dark-photon/',
  date: '2026-03-01',
  commit: 'abc1234',
  release: '0.2.0',
  address: (path) => `https://example.org${path}`,
};
const paper = makeReference({
  authors: 'J. P. Lees and Maria Goeppert Mayer and others',
  collaboration: 'BaBar',
  journal: 'Phys. Rev. Lett.',
  volume: '113',
  pages: '201801',
  doi: '10.1103/PhysRevLett.113.201801',
  eprint: '1406.2980',
});
const limit = makeLimit({ search: 'babar-2014-dark-photon' });
const catalogue = makeCatalogue({
  limits: [limit],
  references: [paper],
  searches: [makeSearch({ methods: ['bump-hunt'] })],
  methods: [makeMethod()],
});
const plane = mustGet(catalogue.planes, 'dark-photon-visible');

const KINDS = {
  home: describeHome(PAGE),
  limit: [describeLimit(limit, catalogue)(PAGE)],
  'limit without a paper': [describeLimit(makeLimit({ reference: 'none-known' }), catalogue)(PAGE)],
  plane: [describePlane(plane, catalogue, { isCombined: true })(PAGE)],
  'plane without a combination': [describePlane(plane, catalogue, { isCombined: false })(PAGE)],
  review: [describeReviewPage([paper])(PAGE)],
  'any other page': [describeWebPage(PAGE)],
  trail: [describeTrail([{ title: '$e^+e^-$ portal', path: '/portals/vector/' }], PAGE)],
};

describe('what pages say of themselves', () => {
  it.each(Object.entries(KINDS))(
    'has on the page kind %s only words of schema.org, and expands to them all',
    async (_, things) => {
      const text = writeJsonLd(things);
      const nodes = listNodes(JSON.parse(text));
      const unknown = nodes.flatMap(({ '@type': type, ...terms }) =>
        Object.keys(terms)
          .filter((term) => !isKnownTerm(String(type), term))
          .map((term) => `${String(type)}.${term}`),
      );
      expect(unknown).toEqual([]);
      expect(nodes.length).toBeGreaterThan(0);
      expect(text).not.toMatch(/"(?:@id|undefined)"|:null|:""|:\[\]/);
      const expanded = listNodes(await expandJsonLd(text));
      // As many of each type, each with as many terms: none is lost.
      const count = (type: string, node: object): string =>
        `${type} ${String(Object.keys(node).length)}`;
      expect(expanded.map((node) => count(String(node['@type']), node)).toSorted()).toEqual(
        nodes.map((node) => count(`https://schema.org/${String(node['@type'])}`, node)).toSorted(),
      );
    },
  );

  it('knows what schema.org has not: the check of the words can fail', () => {
    expect(isKnownTerm('Dataset', 'texkey')).toBe(false);
    expect(isKnownTerm('Limit', 'name')).toBe(false);
    expect(isKnownTerm('Dataset', 'variableMeasured')).toBe(true);
    expect(isKnownTerm('Dataset', 'name')).toBe(true);
  });

  it('says of a limit what it is, whose and where', () => {
    expect(KINDS.limit[0]).toMatchObject({
      '@type': 'Dataset',
      identifier: 'babar-2014-dark-photon',
      version: '0.2.0',
      dateModified: '2026-03-01',
      usageInfo: 'https://example.org/data/',
      creditText: 'Numbers from Figure 4 (CC BY 4.0), read off a figure',
      measurementTechnique: ['Bump hunt'],
      variableMeasured: [
        { name: 'dark photon mass', unitText: 'GeV', minValue: 1, maxValue: 3 },
        { name: 'kinetic mixing' },
      ],
      includedInDataCatalog: { '@type': 'DataCatalog', url: 'https://example.org/' },
      citation: [
        {
          name: 'Search for a Dark Photon in e⁺e⁻ Collisions at BaBar',
          sameAs: [
            'https://doi.org/10.1103/PhysRevLett.113.201801',
            'https://arxiv.org/abs/1406.2980',
          ],
        },
      ],
    });
  });

  it('claims no licence for numbers of a limit, and gives their unit as published', () => {
    expect(KINDS.limit[0]).not.toHaveProperty('license');
    expect(KINDS.plane[0]).toHaveProperty('license');
    const scaled = { ...limit, value: { ...limit.value, unit: 'TeV^-1' } };
    expect(describeLimit(scaled, catalogue)(PAGE)).toMatchObject({
      variableMeasured: [{ unitText: 'GeV' }, { unitText: 'TeV^-1' }],
    });
  });

  it('names people and collaborations, and nobody called others', () => {
    expect(describePaper(paper)).toMatchObject({
      author: [
        { '@type': 'Person', familyName: 'Lees', givenName: 'J. P.', name: 'J. P. Lees' },
        { '@type': 'Person', name: 'Maria Goeppert Mayer' },
        { '@type': 'Organization', name: 'BaBar Collaboration' },
      ],
    });
  });

  it('counts the way from the home page', () => {
    expect(KINDS.trail[0]?.itemListElement).toMatchObject([
      { position: 1, name: 'Dark Portals', item: 'https://example.org/' },
      { position: 2, name: 'e⁺e⁻ portal', item: 'https://example.org/portals/vector/' },
      { position: 3, name: 'BaBar 2014', item: PAGE.url },
    ]);
  });

  it('stays one script, whatever titles and records say', () => {
    for (const text of HOSTILE_TEXTS) {
      const written = writeJsonLd([
        describeReviewPage([makeHostile(text)])({ ...PAGE, title: text, description: text }),
        describePaper(makeHostile(text)),
      ]);
      expect(written).not.toContain('<');
      expect(listNodes(JSON.parse(written))[0]?.['headline']).toBe(text);
    }
  });
});
