import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../src/components/contribute/check-draft.ts';
import type { Answers } from '../../../src/components/contribute/fields.ts';
import { type FormDraft, makeDraft } from '../../../src/components/contribute/make-draft.ts';
import { previewLimit } from '../../../src/components/contribute/preview-limit.ts';
import {
  listKnownFiles,
  packCatalogue,
  unpackCatalogue,
} from '../../../src/components/contribute/small-catalogue.ts';
import { readSource } from '../../../src/core/import/read-source.ts';
import type { Dataset, Decisions } from '../../../src/core/import/source.ts';
import { understand } from '../../../src/core/import/understand.ts';
import {
  makeCatalogue,
  makeExperiment,
  makePlane,
  makeReference,
} from '../../fixtures/make-catalogue.ts';

const SMALL = packCatalogue(
  makeCatalogue({
    experiments: [
      makeExperiment(),
      makeExperiment({ id: 'na64', name: 'NA64', kind: 'fixed-target' }),
    ],
    references: [
      makeReference(),
      makeReference({
        key: 'NA64:2019imj',
        title: 'Dark matter search',
        year: 2019,
        eprint: '1906.00176',
      }),
    ],
  }),
);
const CATALOGUE = unpackCatalogue(SMALL);
const KNOWN = { catalogue: CATALOGUE, files: listKnownFiles(SMALL) };
const PLANE = makePlane();

const RAW = '# m [MeV]  epsilon\n20 1.5e-4\n30 1.8e-4\n50 2.5e-4\n';

function readDataset(text: string, decisions: Decisions = {}): Dataset {
  const read = readSource('curve.txt', new TextEncoder().encode(text));
  if (!('source' in read)) throw new Error(JSON.stringify(read.problem));
  const context = { plane: PLANE, quantities: CATALOGUE.quantities };
  const { dataset, ...rest } = understand([read.source], decisions, context);
  if (dataset === undefined) throw new Error(JSON.stringify(rest));
  return dataset;
}

const ANSWERS: Answers = {
  reference: 'arXiv:1906.00176',
  experiment: 'na64',
  title: 'Missing energy of an electron beam',
  status: 'observed',
  derivedBy: 'collaboration',
  excludes: 'above',
  signature: 'invisible',
  lifetime: 'any',
  confidence: '90 %',
  massRange: '0.02 to 0.05',
  method: 'digitised',
  figure: 'Fig. 3',
};

const draft = (answers: Answers, text = RAW): FormDraft =>
  makeDraft(answers, PLANE.id, readDataset(text), [{ name: 'curve.txt', sha256: '0'.repeat(64) }], {
    context: CATALOGUE,
    textOf: (path) => (path === 'references.bib' ? '' : undefined),
  });

const check = ({ draft: made }: FormDraft): string[] =>
  checkDraft(made?.files ?? [], KNOWN).map(
    ({ file, line, severity, rule }) => `${file}:${String(line)} ${severity} ${rule}`,
  );

describe('a contribution from the form', () => {
  it('is two files that every rule is content with', () => {
    const made = draft(ANSWERS);
    expect(made.faults).toEqual([]);
    expect(made.draft?.files.map(({ path }) => path).sort()).toEqual([
      `limits/vector/${made.draft?.id ?? ''}.csv`,
      `limits/vector/${made.draft?.id ?? ''}.yaml`,
    ]);
    expect(made.draft?.files.find(({ path }) => path.endsWith('.csv'))?.text).toBe(
      'segment,mass,value\n1,20,1.5e-4\n1,30,1.8e-4\n1,50,2.5e-4\n',
    );
    expect(check(made).filter((line) => line.includes(' error '))).toEqual([]);
  });

  it('says at each control what is missing, all at once', () => {
    const { faults, draft: made } = draft({});
    expect(made).toBeUndefined();
    const fields = faults.map(({ field }) => field);
    for (const field of [
      'reference',
      'experiment',
      'title',
      'status',
      'confidence',
      'massRange',
      'method',
    ])
      expect(fields).toContain(field);
    expect(faults.find(({ field }) => field === 'title')?.text).toMatch(/^Still open: /u);
  });

  it('does not call missing what it could not read', () => {
    const { faults } = draft({ ...ANSWERS, confidence: 'high' });
    expect(faults.map(({ field }) => field)).toEqual(['confidence']);
    expect(faults[0]?.text).toContain('“high”');
  });

  it('is told by the rules where the numbers and the paper disagree', () => {
    const made = draft({ ...ANSWERS, massRange: '20 to 50' });
    const found = checkDraft(made.draft?.files ?? [], KNOWN).filter(
      ({ rule }) => rule === 'mass-range',
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.keys).toEqual(['massRange']);
    expect(found[0]?.line).toBeGreaterThan(1);
  });

  it('takes the paper from pasted BibTeX, and the bibliography has it where it belongs', () => {
    const bibtex = `@article{Banerjee:2019pds,
      author = "Banerjee, D. and others", title = "{Dark matter search}",
      year = "2019", eprint = "1912.11389", archivePrefix = "arXiv" }`;
    const { reference: _, ...answers } = ANSWERS;
    const made = draft({ ...answers, bibtex });
    expect(made.faults).toEqual([]);
    const bibliography = made.draft?.files.find(({ path }) => path === 'references.bib');
    expect(bibliography?.text).toContain('@article{Banerjee:2019pds,');
    expect(made.draft?.meta.reference).toBe('Banerjee:2019pds');
    expect(check(made).filter((line) => line.includes(' error '))).toEqual([]);
  });

  it('says what is wrong with BibTeX at its field', () => {
    const { faults } = draft({ ...ANSWERS, bibtex: '@article{broken' });
    expect(faults.map(({ field }) => field)).toContain('bibtex');
  });
});

describe('the preview of a new result', () => {
  it('draws the curve in the units of the plane, and knows it as an upper limit', () => {
    const preview = previewLimit(readDataset(RAW), PLANE, CATALOGUE, {
      name: 'Mine',
      side: 'above',
    });
    expect(preview?.series.label).toBe('Mine');
    expect(preview?.upperLimit?.[0]?.[0]).toEqual([0.02, 1.5e-4]);
  });

  it('is no upper limit where it excludes below', () => {
    const preview = previewLimit(readDataset(RAW), PLANE, CATALOGUE, {
      name: 'Mine',
      side: 'below',
    });
    expect(preview?.series.mark.kind).toBe('segments');
    expect(preview?.upperLimit).toBeUndefined();
  });

  it('is a filled ring for a closed outline', () => {
    const ring = readDataset('# m [GeV] epsilon\n1 1e-4\n2 1e-3\n3 1e-4\n1 1e-4\n', {
      shape: 'contour',
    });
    const preview = previewLimit(ring, PLANE, CATALOGUE, { name: 'Mine', side: 'above' });
    expect(preview?.series.mark.kind).toBe('rings');
    expect(preview?.series.style.fill).toBe('light');
  });
});
