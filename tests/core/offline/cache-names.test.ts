import { describe, expect, it } from 'vitest';
import { buildsOf, cacheName, listObsolete } from '../../../src/core/offline/cache-names.ts';

describe('the name of a cache', () => {
  it('is that of one build below one path, and leaves others of the host alone', () => {
    const names = [
      cacheName('/a/', '1'),
      cacheName('/a/b/', '2'),
      'other',
      cacheName('/', '3'),
      cacheName('/a/', '4'),
    ];
    expect(buildsOf('/a/', names)).toEqual(['1', '4']);
    expect(buildsOf('/', names)).toEqual(['3']);
    expect(buildsOf('/a/b/', names)).toEqual(['2']);
  });
});

describe('what goes when a build takes over', () => {
  const build = (name: string, isWhole = false): { build: string; isWhole: boolean } => ({
    build: name,
    isWhole,
  });

  it('is nothing on the first visit, nor the build before', () => {
    expect(listObsolete([build('now')], 'now')).toEqual([]);
    expect(listObsolete([build('before'), build('now')], 'now')).toEqual([]);
  });

  it('is what is older, but for the last build that was saved whole', () => {
    const cached = [build('1', true), build('2', true), build('3'), build('4'), build('now')];
    expect(listObsolete(cached, 'now')).toEqual(['1', '3']);
  });
});
