import { expect, it } from 'vitest';
import { writeOpenSearch } from '../../../src/core/discovery/opensearch.ts';

it('the search description has a name of at most 16 letters and the address of the search with its word', () => {
  const xml = writeOpenSearch('https://example.org/a&b');
  expect(/<ShortName>(.*)<\/ShortName>/.exec(xml)?.[1]?.length).toBeLessThanOrEqual(16);
  expect(xml).toContain('template="https://example.org/a&amp;b/search/?q={searchTerms}"');
});
