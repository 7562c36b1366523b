import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../src/core/catalogue.ts';
import { AnswerCache } from '../../../src/io/online/answer-cache.ts';
import type { OnlineResult } from '../../../src/io/online/check-online.ts';
import { checkOnline } from '../../../src/io/online/check-online.ts';
import { PoliteClient } from '../../../src/io/online/polite-client.ts';
import { makeCatalogue, makeLimit } from '../../fixtures/make-catalogue.ts';
import { ARXIV, changed, CROSSREF, HEPDATA, INSPIRE } from '../../fixtures/online/answers.ts';
import { makeBabar } from '../../fixtures/online/make-babar.ts';
import type { Reply, TestServer } from '../../fixtures/online/start-server.ts';
import { startServer } from '../../fixtures/online/start-server.ts';
import { makeFolder } from '../../fixtures/write-content.ts';

const BABAR = makeBabar({
  collaboration: undefined,
  primaryClass: undefined,
  bibliography: 'partly',
  texkey: 'unverified',
});

/** One paper whose limit was digitised. */
const CATALOGUE = makeCatalogue({
  references: [BABAR],
  limits: [
    makeLimit({
      reference: BABAR.key,
      provenance: {
        method: 'digitised',
        from: { name: 'n', path: 'p', revision: '1', licence: 'l' },
        raw: [],
      },
    }),
  ],
});

const GOOD: Readonly<Record<string, Reply>> = {
  '/api/literature': INSPIRE,
  '/works': CROSSREF,
  '/api/query': ARXIV,
  '/search': HEPDATA,
};

/** All four services on one server, as documented except for the replies given. */
const startServices = (
  replies: Readonly<Record<string, Reply | readonly Reply[]>> = {},
): Promise<TestServer> =>
  startServer((path) => {
    const all = { ...GOOD, ...replies };
    const service = Object.keys(all).find((start) => path.startsWith(start));
    return service === undefined ? 404 : (all[service] ?? 404);
  });

async function check(
  { base }: TestServer,
  { catalogue = CATALOGUE, cache }: { catalogue?: Catalogue; cache?: AnswerCache } = {},
): Promise<OnlineResult> {
  const client = new PoliteClient({
    cache: cache ?? new AnswerCache(await makeFolder(), 3600_000),
    userAgent: 'tests',
    paces: new Map([[base, { everyMs: 0, atOnce: 2 }]]),
    timeoutMs: 1000,
    retries: 0,
    backOffMs: 1,
    now: Date.now,
    sleep: () => Promise.resolve(),
    random: () => 0,
  });
  return checkOnline(
    catalogue,
    { inspire: base, crossref: base, arxiv: base, hepdata: base },
    client,
  );
}

const rules = ({ messages }: OnlineResult): string[] => messages.map(({ rule }) => rule);

describe('the online checks', () => {
  it('ask each service once, by the surest number', async () => {
    const server = await startServices();
    await check(server);
    expect(server.log.map(({ path }) => decodeURIComponent(path)).sort()).toEqual([
      '/api/literature?q=arxiv:1406.2980&fields=control_number,texkeys,titles,dois,arxiv_eprints,collaborations,publication_info,earliest_date,withdrawn&size=2&sort=mostrecent',
      '/api/query?id_list=1406.2980&max_results=1',
      '/search/?q=inspire_id:1000001&format=json&page=1&size=10',
      '/works/10.1103/PhysRevLett.113.201801',
    ]);
  });
  it('find official numbers for a digitised limit, and complete what is not verified', async () => {
    const result = await check(await startServices());
    expect(rules(result)).toEqual(['online-numbers']);
    expect(result.changes.get(BABAR.key)?.map(({ field, to }) => [field, to])).toEqual([
      ['collaboration', 'BaBar'],
      ['primaryClass', 'hep-ex'],
      ['x-bibliography', 'verified'],
      ['x-texkey', 'verified'],
      ['x-arxiv-version', '2'],
    ]);
    expect(result.warnings).toEqual([]);
  });
  it('find a withdrawn paper', async () => {
    const result = await check(
      await startServices({ '/api/query': changed(ARXIV, '7 pages', 'withdrawn. 7 pages') }),
    );
    expect(rules(result)).toContain('online-withdrawn');
  });
  it('take no record of another paper, which INSPIRE returns for what it does not understand', async () => {
    const other = changed(changed(INSPIRE, '1406.2980', '9999.00001'), '113.201801', '113.201802');
    const result = await check(await startServices({ '/api/literature': other }));
    expect(rules(result)).toEqual(['online-absent']);
    expect([...result.changes]).toEqual([]);
  });
  it('say which service knows nothing of it', async () => {
    const result = await check(await startServices({ '/works': 404 }));
    expect(result.messages.map(({ found }) => found).join()).toContain(
      'which Crossref does not know',
    );
  });
  it.each([
    ['status 500', 500],
    ['not JSON', '<html>'],
    ['another shape', '{"message": {}}'],
    ['no answer within 1 s', () => undefined],
  ] as const)('go on without a service that fails: %s', async (why, reply) => {
    const result = await check(await startServices({ '/works': reply }));
    expect(result.warnings).toHaveLength(1);
    expect(result.warnings[0]).toMatch(/^Crossref left 1 of 1 questions without an answer \(/);
    expect(result.warnings[0]).toContain(why);
    expect(rules(result)).toEqual(['online-numbers']);
  });
  it('go on where a stopped run was', async () => {
    const cache = new AnswerCache(await makeFolder(), 3600_000);
    await check(await startServices({ '/works': 500, '/search': 500 }), { cache });
    // The same addresses: the server that takes over answers at another port, so the first is asked again.
    const server = await startServices({ '/works': [500, CROSSREF] });
    const first = await check(server, { cache });
    const before = server.log.length;
    const second = await check(server, { cache });
    expect(first.warnings).toHaveLength(1);
    expect(second.warnings).toEqual([]);
    expect(server.log.slice(before).map(({ path }) => path.split('/')[1])).toEqual(['works']);
  });
  it('ask nothing twice', async () => {
    const cache = new AnswerCache(await makeFolder(), 3600_000);
    const server = await startServices();
    const first = await check(server, { cache });
    const before = server.log.length;
    expect(await check(server, { cache })).toEqual(first);
    expect(server.log).toHaveLength(before);
  });
});
