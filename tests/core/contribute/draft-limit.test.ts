import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { draftLimit } from '../../../src/core/contribute/draft-limit.ts';
import type { Draft, DraftSurroundings } from '../../../src/core/contribute/draft-limit.ts';
import type { LimitFacts } from '../../../src/core/contribute/limit-facts.ts';
import { normaliseBibtex } from '../../../src/core/contribute/normalise-bibtex.ts';
import { parseLimitTable } from '../../../src/core/formats/limit-table.ts';
import type { Dataset } from '../../../src/core/import/source.ts';
import { RULES } from '../../../src/core/lint/rules/index.ts';
import { runRules } from '../../../src/core/lint/run-rules.ts';
import { LimitMeta } from '../../../src/core/schema/index.ts';
import type { CatalogueOverrides } from '../../fixtures/make-catalogue.ts';
import {
  makeCatalogue,
  makeContext,
  makeExperiment,
  makeFacility,
  makeLimit,
  makeMethod,
  makePlane,
  makeReference,
  makeSearch,
} from '../../fixtures/make-catalogue.ts';

const CSV = 'segment,mass,value\n1,100,-7.0\n1,200,-6.9\n1,400,-6.8\n';

/** Numbers in MeV and decimal logarithms of the squared mixing, as a file gave them. */
const DATASET: Dataset = {
  shape: 'one-sided',
  mass: { quantity: 'mass-dark-photon', unit: 'MeV', scale: 'linear' },
  value: { quantity: 'epsilon-squared', unit: '1', scale: 'log10' },
  massRange: [0.1, 0.4],
  gaps: [],
  csv: CSV,
  raw: [
    {
      source: 0,
      accounting: {
        role: 'value',
        rows: 4,
        kept: 3,
        dropped: [{ rows: 1, why: 'a rail' }],
        written: 3,
        transforms: ['none'],
      },
    },
  ],
};

const FILES = [{ name: 'figure-4.txt', sha256: 'b'.repeat(64) }];

/** Everything an author would say, with a paper that is there. */
const FACTS: LimitFacts = {
  plane: 'dark-photon-visible',
  title: 'Dark photon: muon pairs',
  experiment: ['babar'],
  reference: '1406.2980',
  status: 'observed',
  derivedBy: 'collaboration',
  signature: 'visible',
  lifetime: 'prompt',
  confidence: { level: 0.9 },
  massRange: [0.1, 0.4],
  sqrtS: 10.58,
  method: 'digitised',
  figure: 'Fig. 4',
  search: 'babar-2014-dark-photon',
};

const SEARCH_FILE = `---\ntitle: Search\nlimits:\n  - babar-2014-dark-photon\nmethods: [bump-hunt]\n---\n\nWords.\n`;

const surround = (overrides: CatalogueOverrides = {}, bibtex = ''): DraftSurroundings => {
  const pasted = bibtex === '' ? undefined : normaliseBibtex(bibtex);
  return {
    context: makeCatalogue({
      searches: [makeSearch()],
      methods: [makeMethod()],
      references: [makeReference({ eprint: '1406.2980' })],
      ...overrides,
    }),
    pasted: pasted !== undefined && 'references' in pasted ? pasted.references : [],
    textOf: (path) =>
      path === 'references.bib'
        ? '@article{BaBar:2014zli,\n  eprint = {1406.2980}\n}\n'
        : path.startsWith('searches/')
          ? SEARCH_FILE
          : undefined,
  };
};

const draft = (facts: LimitFacts, around = surround(), dataset = DATASET): Draft => {
  const result = draftLimit(facts, dataset, FILES, around);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems, null, 1));
  return result;
};

/** What is wrong, a line each. */
const problems = (facts: LimitFacts, around = surround(), dataset = DATASET): string[] => {
  const result = draftLimit(facts, dataset, FILES, around);
  return 'problems' in result
    ? result.problems.map(({ fact, found, expected }) => `${fact}: ${found}; ${expected}`)
    : [];
};

const textOf = ({ files }: Draft, end: string): string =>
  files.find(({ path }) => path.endsWith(end))?.text ?? '';

const without = (...names: (keyof LimitFacts)[]): LimitFacts =>
  Object.fromEntries(
    Object.entries(FACTS).filter(([name]) => !names.includes(name as keyof LimitFacts)),
  );

const PAPER = `@article{Belle-II:2026abc, title = {Another}, eprint = {2601.00000}, year = 2026}`;

const NEW_SEARCH = {
  process: 'e^+e^- \\to \\gamma A',
  finalState: 'photon and a muon pair',
  methods: ['bump-hunt'],
  backgrounds: ['muon pairs'],
  limitations: ['prompt decays'],
};

describe('draftLimit', () => {
  it('writes facts in the order of the schema, numbers as they are, and the limit into its search', () => {
    const result = draft(FACTS);
    expect(result.id).toBe('babar-2014-dark-photon-visible');
    expect(result.files.map(({ path }) => path)).toEqual([
      'limits/vector/babar-2014-dark-photon-visible.csv',
      'limits/vector/babar-2014-dark-photon-visible.yaml',
      'searches/vector/babar-2014-dark-photon.mdx',
    ]);
    expect(textOf(result, '.csv')).toBe(CSV);
    expect(textOf(result, '.yaml')).toMatchInlineSnapshot(`
      "title: "Dark photon: muon pairs"
      plane: dark-photon-visible
      search: babar-2014-dark-photon
      experiment:
        - babar
      reference: BaBar:2014zli
      status: observed
      derivedBy: collaboration
      shape: one-sided
      excludes: above
      signature: visible
      lifetime: prompt
      confidence:
        level: 0.9
      sqrtS:
        value: 10.58
        unit: GeV
      massRange:
        - 0.1
        - 0.4
      mass:
        quantity: mass-dark-photon
        unit: MeV
      value:
        quantity: epsilon-squared
        unit: "1"
        scale: log10
      provenance:
        method: digitised
        figure: Fig. 4
        from:
          name: Fig. 4 of arXiv:1406.2980
          path: figure-4.txt
          revision: as contributed
          licence: none stated
        raw:
          - path: vector/raw/contributed/babar-2014-dark-photon-visible/figure-4.txt
            sha256: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
            role: value
            rows: 4
            kept: 3
            dropped:
              - rows: 1
                why: a rail
            written: 3
            transforms:
              - none
      "
    `);
    expect(textOf(result, '.mdx')).toBe(
      SEARCH_FILE.replace('methods', '  - babar-2014-dark-photon-visible\nmethods'),
    );
    expect(result.assumed).toMatchInlineSnapshot(`
      [
        "portal: vector, that of the plane",
        "excludes: above the curve, where there would be more signal",
        "id: babar-2014-dark-photon-visible",
        "provenance.from.name: Fig. 4 of arXiv:1406.2980",
        "provenance.from.path: figure-4.txt",
        "provenance.from.revision: as contributed",
        "provenance.from.licence: none stated",
      ]
    `);
  });
  it('writes what the schema reads and the rules accept', () => {
    const result = draft(
      {
        ...FACTS,
        search: undefined,
        searchFacts: NEW_SEARCH,
        reference: '2601.00000',
        experiment: ['belle-2'],
      },
      surround({ experiments: [makeExperiment(), makeExperiment({ id: 'belle-2' })] }, PAPER),
    );
    const meta = LimitMeta.parse(parse(textOf(result, '.yaml')));
    const { table, faults } = parseLimitTable(textOf(result, '.csv'), meta.shape);
    expect(faults).toEqual([]);
    if (table === undefined) return;
    const limit = {
      ...meta,
      id: result.id,
      file: `limits/vector/${result.id}.yaml`,
      portal: 'vector',
      table,
    } as const;
    const [, frontmatter = '', body = ''] =
      /^---\n([^]*?)---\n([^]*)$/.exec(textOf(result, '.mdx')) ?? [];
    const search = makeSearch({
      id: result.id,
      body,
      dataWanted: undefined,
      ...(parse(frontmatter) as object),
    });
    const catalogue = makeCatalogue({
      limits: [limit],
      searches: [search],
      methods: [makeMethod()],
      experiments: [makeExperiment({ id: 'belle-2' })],
      references: [
        makeReference({
          key: 'Belle-II:2026abc',
          title: 'Another',
          year: 2026,
          eprint: '2601.00000',
          bibliography: 'unverified',
          texkey: 'unverified',
        }),
      ],
    });
    expect(
      runRules(RULES, makeContext(catalogue)).filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  });
  it('says all that is missing at once', () => {
    expect(problems({})).toMatchInlineSnapshot(`
      [
        "plane: nothing; the plane of the result, an id of planes/",
        "title: nothing; what was sought and how, in a few words",
        "reference: nothing; key, arXiv number or DOI of the paper, or none-known",
        "status: nothing; observed, expected, projected, favoured, target",
        "derivedBy: nothing; collaboration, reinterpretation, compilation, this-project",
        "signature: nothing; visible, invisible, displaced, mixed, indirect",
        "confidence: nothing; the confidence level the paper states, for instance 0.9, or not-stated",
        "massRange: nothing; the range of masses the paper states [GeV], for instance 0.02..10.2",
        "method: nothing; official, author, digitised, computed, unknown",
        "experiment: nothing; whose data it is, an id of experiments/",
      ]
    `);
  });
  it('suggests what was meant', () => {
    expect(
      problems({
        ...FACTS,
        plane: 'dark-photon-visibel',
        experiment: ['babr'],
        supersedes: [{ limit: 'babar-2014-dark-foton', as: 'update' }],
      }),
    ).toEqual([
      'plane: "dark-photon-visibel", which is not in planes/; did you mean "dark-photon-visible"?',
      'experiment: "babr", which is not in experiments/; did you mean "babar"?',
      'supersedes: "babar-2014-dark-foton", which is not in limits/; did you mean "babar-2014-dark-photon"?',
    ]);
  });
  it('never overwrites a limit that is there', () => {
    const around = surround({ limits: [makeLimit({ id: 'babar-2014-dark-photon-visible' })] });
    expect(problems(FACTS, around)).toEqual([
      'id: "babar-2014-dark-photon-visible", which is there already; an id of its own: nothing is overwritten',
    ]);
    expect(draft({ ...FACTS, id: 'babar-2014-other' }, around).id).toBe('babar-2014-other');
    expect(problems({ ...FACTS, id: '../secret' })).toHaveLength(1);
  });
  it('concludes the excluded side only where more signal is excluded', () => {
    const dataset: Dataset = {
      ...DATASET,
      value: { quantity: 'lifetime', unit: 's', scale: 'linear' },
    };
    expect(problems(FACTS, surround(), dataset)[0]).toMatch(/^excludes: nothing/);
    const cosmos = surround({ experiments: [makeExperiment({ kind: 'cosmo' })] });
    expect(problems(FACTS, cosmos)[0]).toMatch(/^excludes: nothing/);
    expect(draft({ ...FACTS, excludes: 'below' }).meta.excludes).toBe('below');
    expect(
      draft(FACTS, surround(), { ...DATASET, shape: 'contour' }).meta.excludes,
    ).toBeUndefined();
  });
  it('concludes the energy only of a machine that ran at one', () => {
    const at = (sqrtSGeV: [number, number]): DraftSurroundings =>
      surround({
        experiments: [makeExperiment({ facility: 'pep-2' })],
        facilities: [makeFacility({ sqrtSGeV })],
      });
    expect(draft(without('sqrtS'), at([10.58, 10.58])).meta.sqrtS).toEqual({
      value: 10.58,
      unit: 'GeV',
    });
    expect(draft(without('sqrtS'), at([10.02, 11.2])).meta.sqrtS).toBeUndefined();
  });
  it('asks for the lifetime where the signature leaves it open', () => {
    expect(problems(without('lifetime'))[0]).toMatch(/^lifetime: nothing/);
    expect(draft({ ...without('lifetime'), signature: 'displaced' }).meta.lifetime).toBe(
      'displaced',
    );
  });
  it('asks for the portal of a plane of several', () => {
    const around = surround({ planes: [makePlane({ portals: ['vector', 'scalar'] })] });
    expect(problems(FACTS, around)).toEqual([
      'portal: nothing, on a plane of several portals; vector or scalar',
    ]);
    expect(draft({ ...FACTS, portal: 'scalar' }, around).files[0]?.path).toMatch(
      /^limits\/scalar\//,
    );
  });
  it('adds the paper where it is new, and only where it is cited', () => {
    const result = draft(
      { ...FACTS, data: '2601.00000' },
      surround({}, `${PAPER}\n@misc{Else:2026xyz, year = 2026}`),
    );
    const bibliography = result.files.find(({ path }) => path === 'references.bib');
    expect(bibliography?.text).toContain('@article{Belle-II:2026abc,\n  title = {Another},');
    expect(bibliography?.text).not.toContain('Else:2026xyz');
    expect(bibliography?.before).toBe('@article{BaBar:2014zli,\n  eprint = {1406.2980}\n}\n');
    expect(result.meta.data).toBe('Belle-II:2026abc');
    expect(result.left).toContain(
      'Else:2026xyz: not added to references.bib, for nothing cites it',
    );
  });
  it('finds a paper by key, arXiv number and DOI, also under another key than the pasted one', () => {
    const around = surround(
      { references: [makeReference({ eprint: '1406.2980', doi: '10.1000/ABC' })] },
      '@article{Lees:2014xyz, title = {T}, eprint = {1406.2980}, year = 2014}',
    );
    for (const reference of [
      'BaBar:2014zli',
      'arXiv:1406.2980v2',
      'https://doi.org/10.1000/abc',
      'Lees:2014xyz',
    ]) {
      const result = draft({ ...FACTS, reference }, around);
      expect(result.meta.reference).toBe('BaBar:2014zli');
      expect(result.files.map(({ path }) => path)).not.toContain('references.bib');
    }
  });
  it('invents no paper, and says where its BibTeX is', () => {
    const [problem] = (() => {
      const result = draftLimit(
        { ...FACTS, reference: '2401.99999' },
        DATASET,
        FILES,
        surround({}, PAPER),
      );
      return 'problems' in result ? result.problems : [];
    })();
    expect(problem).toEqual({
      fact: 'reference',
      found:
        'the paper "2401.99999", which is neither in references.bib nor in the BibTeX given (Belle-II:2026abc (2601.00000))',
      expected: "a key, an arXiv number or a DOI of references.bib, or the paper's BibTeX",
      fix: 'take the BibTeX from https://inspirehep.net/api/arxiv/2401.99999?format=bibtex and give it as bibtex',
    });
  });
  it('begins a page for a new e⁺e⁻ search, and says what is still to be written', () => {
    const facts = { ...FACTS, search: undefined, reference: '2601.00000' };
    const around = surround({}, PAPER);
    expect(problems(facts, around).map((line) => line.split(':')[0])).toEqual([
      'process',
      'finalState',
      'methods',
      'backgrounds',
      'limitations',
    ]);
    const result = draft({ ...facts, searchFacts: NEW_SEARCH }, around);
    expect(result.meta.search).toBe(result.id);
    expect(result.left).toHaveLength(3);
    expect(textOf(result, '.mdx')).toMatch(
      /\n## Method\n\nHow the search was done is told in the paper <Cite key="Belle-II:2026abc"\/>; a summary is still to be written\.\n/,
    );
    const told = draft(
      {
        ...facts,
        searchFacts: { ...NEW_SEARCH, introduction: 'I.', methodText: 'M.', resultText: 'R.' },
      },
      around,
    );
    expect(told.left).toEqual([]);
    expect(textOf(told, '.mdx')).toMatch(/---\n\nI\.\n\n## Method\n\nM\.\n\n## Result\n\nR\.\n$/);
  });
  it('needs no page for others than e⁺e⁻ collaborations', () => {
    const around = surround({ experiments: [makeExperiment({ kind: 'beam-dump' })], searches: [] });
    const result = draft({ ...FACTS, search: undefined, excludes: 'above' }, around);
    expect(result.files.map(({ path }) => path.split('/')[0])).toEqual(['limits', 'limits']);
    expect(result.meta.search).toBeUndefined();
  });
  it('finds the search of the same paper, and asks where there are several', () => {
    expect(draft({ ...FACTS, search: undefined }).meta.search).toBe('babar-2014-dark-photon');
    const around = surround({ searches: [makeSearch(), makeSearch({ id: 'babar-2014-another' })] });
    expect(problems({ ...FACTS, search: undefined }, around)).toEqual([
      'search: nothing, where BaBar:2014zli has several searches; babar-2014-dark-photon or babar-2014-another',
    ]);
  });
});
