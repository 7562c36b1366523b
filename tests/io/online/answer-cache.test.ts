import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AnswerCache } from '../../../src/io/online/answer-cache.ts';
import { makeFolder } from '../../fixtures/write-content.ts';

const NOW = Date.parse('2026-01-05T00:00:00Z');

describe('the cache of answers', () => {
  it('keeps what was found and what was absent, with address and date', async () => {
    const folder = join(await makeFolder(), 'new');
    const cache = new AnswerCache(folder, 1000);
    await cache.set('https://a.example/1', { state: 'found', value: 'text' }, NOW);
    await cache.set('https://a.example/2', { state: 'absent' }, NOW);
    expect(await cache.get('https://a.example/1', NOW)).toEqual({ state: 'found', value: 'text' });
    expect(await cache.get('https://a.example/2', NOW)).toEqual({ state: 'absent' });
    const files = await readdir(folder);
    expect(files).toHaveLength(2);
    const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
    expect(texts.join('')).toContain('"date":"2026-01-05T00:00:00.000Z"');
  });
  it('keeps no failures', async () => {
    const cache = new AnswerCache(await makeFolder(), 1000);
    await cache.set('https://a.example/1', { state: 'failed', why: 'x' }, NOW);
    expect(await cache.get('https://a.example/1', NOW)).toBeUndefined();
  });
  it('knows nothing that is older than allowed, or from the future', async () => {
    const cache = new AnswerCache(await makeFolder(), 1000);
    await cache.set('https://a.example/1', { state: 'absent' }, NOW);
    expect(await cache.get('https://a.example/1', NOW + 1000)).toEqual({ state: 'absent' });
    expect(await cache.get('https://a.example/1', NOW + 1001)).toBeUndefined();
    expect(await cache.get('https://a.example/1', NOW - 1)).toBeUndefined();
  });
  it('asks again where a file is broken', async () => {
    const folder = await makeFolder();
    const cache = new AnswerCache(folder, 1000);
    await cache.set('https://a.example/1', { state: 'absent' }, NOW);
    const [file = ''] = await readdir(folder);
    for (const text of ['{"url": "https://a.ex', '{}', 'null']) {
      await writeFile(join(folder, file), text);
      expect(await cache.get('https://a.example/1', NOW)).toBeUndefined();
    }
  });
});
