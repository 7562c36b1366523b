import { expect, it } from 'vitest';
import { isOfBuild } from '../../../src/core/offline/build-facts.ts';

it('a file is of a build by its name or by its folder', () => {
  const named = ['_astro/a.1.js', '_astro/06a9/'];
  expect(isOfBuild({ named }, '_astro/a.1.js')).toBe(true);
  expect(isOfBuild({ named }, '_astro/06a9/figures/p.json')).toBe(true);
  expect(isOfBuild({ named }, '_astro/a.1.js.map')).toBe(false);
  expect(isOfBuild({ named }, '_astro/06a98/p.json')).toBe(false);
});
