import { describe, expect, it } from 'vitest';
import { citePage } from '../../../../src/core/formats/citing/cite-page.ts';
import { citeReference } from '../../../../src/core/formats/citing/cite-reference.ts';
import { writeRis } from '../../../../src/core/formats/citing/write-ris.ts';
import { makeReference } from '../../../fixtures/make-catalogue.ts';
import { readRealContent } from '../../../fixtures/real-content.ts';
import { HOSTILE_TEXTS, makeHostile } from './hostile-references.ts';
import { readRis } from './read-ris.ts';

describe('RIS', () => {
  it('has a tag for what a record has, and says that authors are missing', () => {
    const reference = makeReference({
      authors: 'W. K. Ford, Jr. and Maria Goeppert Mayer and others',
      collaboration: 'BaBar',
      journal: 'Z. Phys. C',
      volume: '68',
      pages: '25--28',
      doi: '10.1007/BF01579801',
      eprint: '1406.2980',
    });
    expect(readRis(writeRis([citeReference(reference)]))).toEqual([
      [
        ['TY', 'JOUR'],
        ['ID', 'BaBar:2014zli'],
        ['AU', 'Ford, W. K., Jr.'],
        ['AU', 'Maria Goeppert Mayer'],
        ['AU', 'BaBar Collaboration'],
        ['TI', 'Search for a Dark Photon in e⁺e⁻ Collisions at BaBar'],
        ['T2', 'Z. Phys. C'],
        ['VL', '68'],
        ['SP', '25'],
        ['EP', '28'],
        ['PY', '2014'],
        ['DO', '10.1007/BF01579801'],
        ['AN', 'arXiv:1406.2980'],
        ['N1', 'Not every author is recorded.'],
      ],
    ]);
  });

  it('dates a page of this site by its content, with version and address', () => {
    const page = citePage({
      path: '/planes/a/',
      title: 'A plane',
      url: 'https://example.org/planes/a/',
      date: '2026-03-01',
      commit: 'abc1234',
      release: '0.2.0',
    });
    expect(readRis(writeRis([page]))).toEqual([
      [
        ['TY', 'ELEC'],
        ['ID', 'DarkPortals:planes-a'],
        ['AU', 'Dark Portals contributors'],
        ['TI', 'A plane'],
        ['T2', 'Dark Portals'],
        ['PY', '2026'],
        ['DA', '2026/03/01/'],
        ['ET', 'version 0.2.0, revision abc1234'],
        ['UR', 'https://example.org/planes/a/'],
        ['LA', 'en'],
      ],
    ]);
  });

  it('has a record for every paper of the catalogue, each with its key', async () => {
    const { catalogue } = await readRealContent();
    const items = [...catalogue.references.values()].map(citeReference);
    const records = readRis(writeRis([...items, ...items]));
    expect(records.map((record) => record.find(([tag]) => tag === 'ID')?.[1])).toEqual([
      ...catalogue.references.keys(),
    ]);
  });

  it('keeps a hostile record one record, with a line a tag', () => {
    const items = HOSTILE_TEXTS.map((text, i) => ({
      ...citeReference(makeHostile(text)),
      id: `a${String(i)}`,
    }));
    const records = readRis(writeRis(items));
    expect(records).toHaveLength(HOSTILE_TEXTS.length);
    for (const record of records)
      expect(record.filter(([tag]) => tag === 'TI' || tag === 'TY')).toHaveLength(2);
  });

  it('of nothing is empty', () => {
    expect(writeRis([])).toBe('');
  });
});
