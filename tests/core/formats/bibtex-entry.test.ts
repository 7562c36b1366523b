import { describe, expect, it } from 'vitest';
import { parseBibtex } from '../../../src/core/formats/bibtex.ts';
import { formatPageBibtex } from '../../../src/core/formats/bibtex-entry.ts';
import { HOSTILE_TEXTS } from './citing/hostile-references.ts';

const PAGE = {
  path: '/limits/a/',
  title: 'B⁺ → K⁺νν̄ & 90 % CL of m_χ',
  url: 'https://example.org/limits/a/?x=1&y=2',
  date: '2026-03-01',
  commit: 'abc1234',
  release: '0.2.0',
};

describe('a page as BibTeX', () => {
  it('is dated and versioned, with a title LaTeX can set', () => {
    const { entries, faults } = parseBibtex(formatPageBibtex(PAGE));
    expect(faults).toEqual([]);
    const [entry] = entries;
    expect(entry?.key).toBe('DarkPortals:limits-a');
    expect(Object.fromEntries([...(entry?.fields ?? [])].map(([k, { value }]) => [k, value])))
      .toMatchInlineSnapshot(`
      {
        "author": "{Dark Portals contributors}",
        "howpublished": "Dark Portals, a living review and limit catalogue",
        "note": "Content of 2026-03-01, version 0.2.0, revision abc1234",
        "title": "B\\ensuremath{^{+}} \\ensuremath{\\to} K\\ensuremath{^{+}\\nu \\bar{\\nu}} \\& 90 \\% CL of m\\ensuremath{_{\\chi }}",
        "url": "https://example.org/limits/a/?x=1&y=2",
        "year": "2026",
      }
    `);
  });

  it('is called home where it is the home page', () => {
    expect(formatPageBibtex({ ...PAGE, path: '/' })).toMatch(/^@misc\{DarkPortals:home,/);
  });

  it('is one entry with the same fields, whatever title and address are', () => {
    const fields = [...(parseBibtex(formatPageBibtex(PAGE)).entries[0]?.fields.keys() ?? [])];
    for (const text of HOSTILE_TEXTS) {
      const page = { ...PAGE, title: text, path: `/${text}/`, url: `https://example.org/${text}` };
      const { entries, faults } = parseBibtex(formatPageBibtex(page));
      expect(faults).toEqual([]);
      expect(entries.map((entry) => [...entry.fields.keys()])).toEqual([fields]);
    }
  });
});
