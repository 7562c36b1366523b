import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/online/answer.ts';
import { AnswerCache } from '../../../src/io/online/answer-cache.ts';
import type { ClientOptions } from '../../../src/io/online/polite-client.ts';
import { PoliteClient, readRetryAfter } from '../../../src/io/online/polite-client.ts';
import { findFreePort, startServer } from '../../fixtures/online/start-server.ts';
import { makeFolder } from '../../fixtures/write-content.ts';

/** A client whose clock stands still except while it sleeps, with what it slept. */
async function makeClient(
  changes: Partial<ClientOptions> = {},
): Promise<{ client: PoliteClient; slept: number[] }> {
  let now = Date.parse('2026-01-05T00:00:00Z');
  const slept: number[] = [];
  const client = new PoliteClient({
    cache: new AnswerCache(await makeFolder(), 3600_000),
    userAgent: 'dark-portals (+https://github.com/owner/name)',
    paces: new Map(),
    timeoutMs: 2000,
    retries: 2,
    backOffMs: 1000,
    now: () => now,
    sleep: (ms) => {
      slept.push(ms);
      now += ms;
      return Promise.resolve();
    },
    random: () => 0.5,
    ...changes,
  });
  return { client, slept };
}

const asText = (value: string): Answer<string> => ({ state: 'found', value });

describe('a client of public services', () => {
  it('says who asks', async () => {
    const { base, log } = await startServer(() => 'yes');
    const { client } = await makeClient();
    expect(await client.get(`${base}/a`, asText)).toEqual({ state: 'found', value: 'yes' });
    expect(log).toEqual([
      { path: '/a', userAgent: 'dark-portals (+https://github.com/owner/name)' },
    ]);
  });
  it('makes no request for what the cache holds, absences included', async () => {
    const { base, log } = await startServer((path) => (path === '/a' ? 'yes' : 404));
    const cache = new AnswerCache(await makeFolder(), 3600_000);
    for (let run = 0; run < 2; run += 1) {
      const { client } = await makeClient({ cache, now: () => 1_767_571_200_000 });
      expect(await client.get(`${base}/a`, asText)).toEqual({ state: 'found', value: 'yes' });
      expect(await client.get(`${base}/b`, asText)).toEqual({ state: 'absent' });
      expect(client.requests).toBe(run === 0 ? 2 : 0);
    }
    expect(log).toHaveLength(2);
  });
  it('asks again when the cache is older than allowed', async () => {
    const { base, log } = await startServer(() => 'yes');
    const cache = new AnswerCache(await makeFolder(), 500);
    const times = [0, 400, 900].map((ms) => Date.parse('2026-01-05T00:00:00Z') + ms);
    for (const time of times) {
      const { client } = await makeClient({ cache, now: () => time });
      await client.get(`${base}/a`, asText);
    }
    expect(log).toHaveLength(2);
  });
  it('waits as long as Retry-After says, then goes on', async () => {
    const { base } = await startServer(() => [
      (response) => response.writeHead(429, { 'retry-after': '7' }).end(),
      'yes',
    ]);
    const { client, slept } = await makeClient();
    expect(await client.get(`${base}/a`, asText)).toEqual({ state: 'found', value: 'yes' });
    expect(Math.max(...slept)).toBe(7000 + 500);
  });
  it('leaves a service that asks for more than two minutes', async () => {
    const { base } = await startServer(() => (response) => {
      response.writeHead(429, { 'retry-after': '3600' }).end();
    });
    const { client } = await makeClient();
    expect(await client.get(`${base}/a`, asText)).toEqual({
      state: 'failed',
      why: 'status 429; it asks to wait 3600 s',
    });
    expect(client.requests).toBe(1);
  });
  it('waits longer after each fault of the server, and then gives up with the reason', async () => {
    const { base, log } = await startServer(() => 500);
    const { client, slept } = await makeClient({
      paces: new Map([[base, { everyMs: 0, atOnce: 1 }]]),
    });
    expect(await client.get(`${base}/a`, asText)).toEqual({ state: 'failed', why: 'status 500' });
    expect(slept).toEqual([1000, 2000]);
    expect(log).toHaveLength(3);
  });
  it('does not repeat what the service refuses', async () => {
    const { base, log } = await startServer(() => 400);
    const { client } = await makeClient();
    expect(await client.get(`${base}/a`, asText)).toEqual({ state: 'failed', why: 'status 400' });
    expect(log).toHaveLength(1);
  });
  it('stops asking a host after three questions without an answer', async () => {
    const { base, log } = await startServer(() => 400);
    const { client } = await makeClient();
    const answers = [];
    for (const name of ['a', 'b', 'c', 'd'])
      answers.push(await client.get(`${base}/${name}`, asText));
    expect(answers.at(-1)).toEqual({ state: 'failed', why: 'status 400; not asked any more' });
    expect(log).toHaveLength(3);
  });
  it('gives up a request without an answer in time', async () => {
    const { base } = await startServer(() => () => undefined);
    const { client } = await makeClient({ timeoutMs: 50, retries: 0 });
    expect(await client.get(`${base}/a`, asText)).toEqual({
      state: 'failed',
      why: 'no answer within 0.05 s',
    });
  });
  it('says that there is no connection, without trying again', async () => {
    const { client } = await makeClient();
    const port = await findFreePort();
    expect(await client.get(`http://127.0.0.1:${String(port)}/a`, asText)).toEqual({
      state: 'failed',
      why: 'no connection (ECONNREFUSED)',
    });
    expect(client.requests).toBe(1);
  });
  it('reads no more than 5 MB', async () => {
    const { base } = await startServer(() => 'a'.repeat(5_000_001));
    const { client } = await makeClient();
    expect(await client.get(`${base}/a`, asText)).toEqual({
      state: 'failed',
      why: 'an answer of more than 5 MB',
    });
  });
  it('does not keep an answer that cannot be read', async () => {
    const { base, log } = await startServer(() => ['<html>', 'yes']);
    const { client } = await makeClient();
    const read = (text: string): Answer<string> =>
      text === 'yes' ? asText(text) : { state: 'failed', why: 'not yes' };
    expect(await client.get(`${base}/a`, read)).toEqual({ state: 'failed', why: 'not yes' });
    expect(await client.get(`${base}/a`, read)).toEqual({ state: 'found', value: 'yes' });
    expect(log).toHaveLength(2);
  });
  it('keeps the pace of a host, and asks no more at once than allowed', async () => {
    let [underway, most] = [0, 0];
    const { base } = await startServer(() => (response) => {
      most = Math.max(most, ++underway);
      setTimeout(() => {
        underway -= 1;
        response.end('yes');
      }, 5);
    });
    const { client, slept } = await makeClient({
      paces: new Map([[base, { everyMs: 400, atOnce: 2 }]]),
    });
    await Promise.all(
      ['a', 'b', 'c', 'd', 'e'].map((name) => client.get(`${base}/${name}`, asText)),
    );
    expect(most).toBeLessThanOrEqual(2);
    expect(slept.reduce((sum, ms) => sum + ms, 0)).toBe(4 * 400);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-01-05T00:00:00Z');
  it.each([
    ['7', 7000],
    ['Mon, 05 Jan 2026 00:00:09 GMT', 9000],
    ['Sun, 04 Jan 2026 00:00:00 GMT', 0],
    ['soon', undefined],
    [null, undefined],
  ])('%s is %s ms', (header, ms) => {
    expect(readRetryAfter(header, now)).toBe(ms);
  });
});
