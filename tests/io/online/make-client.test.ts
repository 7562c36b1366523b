import { describe, expect, it } from 'vitest';
import { makeClient, readBases } from '../../../src/io/online/make-client.ts';
import { startServer } from '../../fixtures/online/start-server.ts';
import { makeFolder } from '../../fixtures/write-content.ts';

describe('the client of the commands', () => {
  it('asks the public services unless told otherwise', () => {
    expect(readBases({})).toEqual({
      inspire: 'https://inspirehep.net',
      crossref: 'https://api.crossref.org',
      arxiv: 'https://export.arxiv.org',
      hepdata: 'https://www.hepdata.net',
    });
    expect(readBases({ ARXIV_URL: 'http://127.0.0.1:1' }).arxiv).toBe('http://127.0.0.1:1');
  });
  it('names the repository and whom to write to, and nothing it was not told', async () => {
    const { base, log } = await startServer(() => 'yes');
    const bases = { inspire: base, crossref: base, arxiv: base, hepdata: base };
    const ask = async (env: Record<string, string>): Promise<string | undefined> => {
      const client = makeClient(bases, await makeFolder(), env);
      await client.get(`${base}/a`, (value) => ({ state: 'found', value }));
      return log.at(-1)?.userAgent;
    };
    expect(await ask({})).toBe('dark-portals');
    expect(
      await ask({
        GITHUB_REPOSITORY: 'owner/name',
        ONLINE_CONTACT: 'somebody@example.org\r\nx: y',
      }),
    ).toBe('dark-portals (+https://github.com/owner/name; mailto:somebody@example.orgx: y)');
  });
});
