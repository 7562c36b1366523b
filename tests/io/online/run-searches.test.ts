import { describe, expect, it } from 'vitest';
import type { SavedSearch } from '../../../src/core/online/saved-search.ts';
import { makeClient } from '../../../src/io/online/make-client.ts';
import { runSearches } from '../../../src/io/online/run-searches.ts';
import { INSPIRE } from '../../fixtures/online/answers.ts';
import { startServer } from '../../fixtures/online/start-server.ts';
import { makeFolder } from '../../fixtures/write-content.ts';

const search = (id: string): SavedSearch => ({
  id,
  title: id,
  portals: ['vector'],
  experiments: [],
  query: `collaboration ${id}`,
});

async function run(answerOf: (path: string) => string | number): Promise<{
  ids: string[];
  warnings: string[];
  paths: string[];
}> {
  const { base, log } = await startServer(answerOf);
  const bases = { inspire: base, crossref: base, arxiv: base, hepdata: base };
  const client = makeClient(bases, await makeFolder(), {});
  const searches = [search('a'), search('b')];
  const { found, warnings } = await runSearches(searches, '2026-01-01', bases, client);
  return {
    ids: [...found.keys()],
    warnings,
    paths: log.map(({ path }) => decodeURIComponent(path)),
  };
}

describe('running saved searches', () => {
  it('asks for the newest papers from that day on', async () => {
    const { ids, warnings, paths } = await run(() => INSPIRE);
    expect({ ids, warnings }).toEqual({ ids: ['a', 'b'], warnings: [] });
    expect(paths[0]).toMatch(
      /^\/api\/literature\?q=\(collaboration a\) and date >= 2026-01-01&.*&sort=mostrecent$/,
    );
  });
  it('goes on without a search that has no answer, and says so', async () => {
    const { ids, warnings } = await run((path) => (path.includes('%20a)') ? 400 : INSPIRE));
    expect(ids).toEqual(['b']);
    expect(warnings).toEqual(['the search a has no answer from INSPIRE (status 400)']);
  });
  it('says when a search finds more than is looked at', async () => {
    const result = JSON.parse(INSPIRE) as { hits: { hits: unknown[] } };
    result.hits.hits = Array.from({ length: 100 }, () => result.hits.hits[0]);
    const { warnings } = await run(() => JSON.stringify(result));
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toContain('100 papers or more');
  });
});
