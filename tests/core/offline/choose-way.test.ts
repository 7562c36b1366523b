import { describe, expect, it } from 'vitest';
import type { Answered, Asked } from '../../../src/core/offline/choose-way.ts';
import { chooseWay, isKeepable, pathBelow } from '../../../src/core/offline/choose-way.ts';

const ROOT = 'https://a.example/sub/';

const choose = (path: string, rest: Partial<Asked> = {}): string =>
  chooseWay(
    { method: 'GET', url: ROOT + path, mode: 'cors', cache: 'default', isRange: false, ...rest },
    ROOT,
  );

describe('the way a request is answered', () => {
  it.each([
    ['a page that is opened', 'planes/p/', { mode: 'navigate' }, 'page'],
    ['a page with its view in the address', 'planes/p/?v=1#c=2', { mode: 'navigate' }, 'page'],
    ['the home page', '', { mode: 'navigate' }, 'page'],
    ['a page without its slash', 'planes/p', { mode: 'navigate' }, 'page'],
    ['a page that a script reads', 'embed/p/', {}, 'part'],
    ['a bundle', '_astro/a.1f.js', { mode: 'no-cors' }, 'named'],
    ['data of a figure', '_astro/06a9/figures/spec/p.json', {}, 'named'],
    ['the search index, which it asks for with a time', '_astro/0/pagefind/x?ts=1', {}, 'named'],
    ['a table that is opened', 'limits/l.csv', { mode: 'navigate' }, 'file'],
    ['a table that is loaded', 'limits/l.csv', {}, 'file'],
    ['a picture', 'figures/p.svg', { mode: 'no-cors' }, 'file'],
  ])('is, for %s, its own', (_, path, rest, way) => {
    expect(choose(path, rest)).toBe(way);
  });

  it.each([
    ['what is sent', 'a/', { method: 'POST' }],
    ['only a head', 'a/', { method: 'HEAD' }],
    ['a part of a file', 'api/v1/exclusion.parquet', { isRange: true }],
    ['what must not be stored', 'about/offline/current.json', { cache: 'no-store' }],
    ['what must not be asked for', '_astro/a.js', { cache: 'only-if-cached' }],
    ['the worker itself', 'sw.js', {}],
    ['another host', '', { url: 'https://b.example/sub/' }],
    ['another site of the host', '', { url: 'https://a.example/other/' }],
  ])('is left to the browser for %s', (_, path, rest) => {
    expect(choose(path, rest)).toBe('leave');
  });
});

describe('an answer', () => {
  const right: Answered = { status: 200, type: 'basic', redirected: false };

  it('is kept when it is whole, of this site and from the address that was asked', () => {
    expect(isKeepable(right)).toBe(true);
  });

  it.each([
    ['an error', { status: 404 }],
    ['an error of the server', { status: 500 }],
    ['a part', { status: 206 }],
    ['one that cannot be read', { status: 0, type: 'opaque' }],
    ['a redirect to follow', { status: 0, type: 'opaqueredirect' }],
    ['one of another host', { type: 'cors' }],
    ['one that a redirect led to', { redirected: true }],
  ])('is not kept when it is %s', (_, rest) => {
    expect(isKeepable({ ...right, ...rest })).toBe(false);
  });

  it('is saved under a path without query and fragment', () => {
    expect(pathBelow(`${ROOT}a/?b=/c#d`, ROOT)).toBe('a/');
    expect(pathBelow(`${ROOT}#d?e`, ROOT)).toBe('');
  });
});
