import { expect, it } from 'vitest';
import { isPlainAddress } from '../../src/core/plain-address.ts';

it.each([
  ['https://arxiv.org', true],
  ['https://arxiv.org/abs/1406.2980v2?a=b@c#d', true],
  ['HTTPS://Example.org:8443/', true],
  ['https://arxiv.org@example.org/', false],
  ['https://arxiv.org:80@example.org/', false],
  ['https://аrxiv.org/', false],
  ['https://xn--rxiv-8cd.org/', false],
  ['https://www.xn--rxiv-8cd.org/', false],
  ['https://arxiv.org\\@example.org', false],
  ['https://arxiv.org%2f@example.org', false],
  ['https:///arxiv.org', false],
  ['http://arxiv.org', false],
  ['javascript:alert(1)//https://arxiv.org', false],
])('%s leads where it seems to: %s', (url, isPlain) => {
  expect(isPlainAddress(url)).toBe(isPlain);
});
