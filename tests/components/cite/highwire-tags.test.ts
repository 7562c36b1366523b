import { describe, expect, it } from 'vitest';
import { listHighwireTags } from '../../../src/components/cite/highwire-tags.ts';
import { HOSTILE_TEXTS, makeHostile } from '../../core/formats/citing/hostile-references.ts';
import { makeReference } from '../../fixtures/make-catalogue.ts';

const PAGE = {
  path: '/limits/a/',
  title: 'BaBar 2014',
  url: 'https://example.org/limits/a/',
  date: '2026-03-01',
  commit: 'abc1234',
};

describe('citation tags', () => {
  const paper = makeReference({
    authors: 'J. P. Lees and others',
    collaboration: 'BaBar',
    journal: 'Phys. Rev. Lett.',
    volume: '113',
    pages: '25-28',
    doi: '10.1103/PhysRevLett.113.201801',
  });
  const tags = listHighwireTags(PAGE, [paper]);

  it('are those of the page, with dates divided by slashes', () => {
    expect(tags).toContainEqual(['citation_title', 'BaBar 2014']);
    expect(tags).toContainEqual(['citation_author', 'Dark Portals contributors']);
    expect(tags).toContainEqual(['citation_publication_date', '2026/03/01']);
    expect(tags).toContainEqual(['citation_public_url', PAGE.url]);
  });

  it('give a paper as a reference, and never as what the page is', () => {
    expect(tags.at(-1)).toEqual([
      'citation_reference',
      'citation_title=Search for a Dark Photon in e⁺e⁻ Collisions at BaBar; citation_author=J. P. Lees; citation_author=BaBar Collaboration; citation_journal_title=Phys. Rev. Lett.; citation_volume=113; citation_firstpage=25; citation_publication_date=2014; citation_doi=10.1103/PhysRevLett.113.201801',
    ]);
    const names = tags.map(([name]) => name);
    expect(names).not.toContain('citation_doi');
    expect(names).not.toContain('citation_journal_title');
    expect(names.filter((name) => name === 'citation_author')).toHaveLength(1);
  });

  it('have as many pairs as there are facts, whatever a record says', () => {
    for (const text of HOSTILE_TEXTS) {
      const [, value = ''] =
        listHighwireTags(PAGE, [makeHostile(`${text}; citation_doi=1`)]).at(-1) ?? [];
      expect(value.split(';').every((pair) => /^ ?citation_[a-z_]+=/.test(pair))).toBe(true);
      expect(value.split(';').some((pair) => /^ ?citation_doi=/.test(pair))).toBe(false);
    }
  });
});
