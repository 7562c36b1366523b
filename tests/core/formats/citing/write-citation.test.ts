import { describe, expect, it } from 'vitest';
import { citePage } from '../../../../src/core/formats/citing/cite-page.ts';
import { citeReference } from '../../../../src/core/formats/citing/cite-reference.ts';
import { writeCitation } from '../../../../src/core/formats/citing/write-citation.ts';
import { makeReference } from '../../../fixtures/make-catalogue.ts';
import { HOSTILE_TEXTS, makeHostile } from './hostile-references.ts';

const write = (facts: Parameters<typeof makeReference>[0]): string =>
  writeCitation(citeReference(makeReference({ title: 'A title', ...facts })));

describe('a citation as text', () => {
  it('names the first author and the collaboration, the journal and the number on arXiv', () => {
    expect(
      write({
        authors: 'J. P. Lees and others',
        collaboration: 'BaBar',
        journal: 'Phys. Rev. Lett.',
        volume: '113',
        pages: '201801',
        eprint: '1406.2980',
        doi: '10.1103/PhysRevLett.113.201801',
      }),
    ).toBe(
      'J. P. Lees et al. (BaBar Collaboration), A title, Phys. Rev. Lett. 113 (2014) 201801, arXiv:1406.2980, doi:10.1103/PhysRevLett.113.201801',
    );
  });

  it('names up to three authors, and of more the first', () => {
    const journal = 'JHEP';
    expect(write({ authors: 'A. One and B. Two and C. Three', journal, pages: '25-28' })).toBe(
      'A. One, B. Two and C. Three, A title, JHEP (2014) 25–28',
    );
    expect(write({ authors: 'A. One and B. Two and C. Three and D. Four', journal })).toBe(
      'A. One et al., A title, JHEP (2014)',
    );
    expect(write({ collaboration: 'BaBar, Belle', journal })).toBe(
      'BaBar Collaboration and Belle Collaboration, A title, JHEP (2014)',
    );
  });

  it('gives the year with the number on arXiv where there is no journal', () => {
    expect(write({ type: 'misc', authors: 'A. One', eprint: '2508.20929' })).toBe(
      'A. One, A title, arXiv:2508.20929 (2014)',
    );
    expect(write({ type: 'misc', year: 2010, url: 'https://example.org/a' })).toBe(
      'A title, 2010, https://example.org/a',
    );
  });

  it('of a page says of when its content is, its version and its address', () => {
    const page = {
      path: '/limits/a/',
      title: 'BaBar 2014',
      url: 'https://example.org/limits/a/',
      date: '2026-03-01',
      commit: 'abc1234',
    };
    expect(writeCitation(citePage(page))).toBe(
      'Dark Portals contributors, BaBar 2014, Dark Portals, content of 2026-03-01, revision abc1234, https://example.org/limits/a/',
    );
    expect(writeCitation(citePage({ ...page, commit: '', release: '0.2.0' }))).toContain(
      'content of 2026-03-01, version 0.2.0, https',
    );
  });

  it('is one line, whatever a record says', () => {
    for (const text of HOSTILE_TEXTS)
      expect(writeCitation(citeReference(makeHostile(text)))).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
  });
});
