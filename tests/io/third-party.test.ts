import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPackage, NO_TEXT, notePackages, writeThirdParty } from '../../src/io/third-party.ts';
import { makeFolder } from '../fixtures/write-content.ts';

const SUBJECT = { name: 'dark-portals', version: '1.0.0' };

describe('the packages in bundles', () => {
  it.each([
    ['/home/a/node_modules/fflate/esm/browser.js?v=1', 'fflate'],
    ['C:\\a\\node_modules\\@kurkle\\color\\dist\\color.js', '@kurkle/color'],
    ['/a/node_modules/b/node_modules/c/d.js', 'c'],
    ['/a/src/core/units.ts', undefined],
    ['\0vite/preload-helper.js', undefined],
  ])('%s is of %s', (id, name) => {
    expect(findPackage(id)).toBe(name);
  });
  it('are those of which something is left, for browsers', () => {
    const found = new Set<string>();
    const plugin = notePackages(found);
    const bundle = {
      'a.js': {
        type: 'chunk',
        modules: {
          '/a/node_modules/kept/a.js': { renderedLength: 3 },
          '/a/node_modules/shaken/a.js': { renderedLength: 0 },
        },
      },
      'a.css': { type: 'asset' },
    };
    plugin.generateBundle.call({ environment: { name: 'prerender' } }, undefined, bundle);
    expect([...found]).toEqual([]);
    plugin.generateBundle.call({ environment: { name: 'client' } }, undefined, bundle);
    expect([...found]).toEqual(['kept']);
  });
});

describe('what a built site says of the work of others', () => {
  it('has the notice of everything that browsers get, fonts and readmes included', async () => {
    const site = await makeFolder();
    await writeThirdParty(site, '.', new Set(['splaytree', 'chart.js', 'remark-math']), SUBJECT);
    const text = await readFile(join(site, 'licences.txt'), 'utf8');
    for (const holder of [
      'Chart.js Contributors',
      'Alexander Milevski',
      'Junyoung Choi',
      'Khan Academy',
      'SIL OPEN FONT LICENSE',
      'Bitstream Vera',
      'Apache License',
    ])
      expect(text, holder).toContain(holder);
    expect(text).not.toContain('\r');
    expect(text).not.toContain(NO_TEXT);
    const { components } = JSON.parse(await readFile(join(site, 'sbom.cdx.json'), 'utf8')) as {
      components: { name: string; scope: string }[];
    };
    expect(components.find(({ name }) => name === 'chart.js')?.scope).toBe('required');
    expect(components.find(({ name }) => name === 'astro')?.scope).toBe('optional');
  });
});
