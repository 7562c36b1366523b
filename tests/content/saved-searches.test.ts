import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSavedSearches, SavedSearchError } from '../../src/io/online/read-saved-searches.ts';

const EXPERIMENTS = new Set(
  readdirSync('content/experiments').map((name) => name.replace(/\.mdx$/, '')),
);

describe('the saved searches', () => {
  const searches = readSavedSearches('.github/saved-searches.yaml');
  it('cover every portal', () => {
    expect([...new Set(searches.flatMap(({ portals }) => portals))].sort()).toEqual([
      'neutrino',
      'pseudoscalar',
      'scalar',
      'vector',
    ]);
  });
  it('name experiments of the catalogue, those at e⁺e⁻ colliders among them', () => {
    const named = searches.flatMap(({ experiments }) => experiments);
    expect(named.filter((id) => !EXPERIMENTS.has(id))).toEqual([]);
    expect(named).toEqual(expect.arrayContaining(['babar', 'belle', 'belle-2', 'bes-3', 'kloe']));
  });
  it('hold their quotes and brackets in pairs', () => {
    for (const { query } of searches) {
      expect(query.split('"').length % 2).toBe(1);
      expect(query.split('(').length).toBe(query.split(')').length);
    }
  });
  it('are refused with a sentence where there is no file', () => {
    expect(() => readSavedSearches('no-such-file.yaml')).toThrow(SavedSearchError);
  });
});
