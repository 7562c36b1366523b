import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readPackageLock } from '../../../src/core/licences/package-lock.ts';
import { writeSbom } from '../../../src/core/licences/write-sbom.ts';

const SUBJECT = { name: 'dark-portals', version: '1.0.0' };

it('a bill of materials names packages as CycloneDX does, and no time', () => {
  const lock = JSON.stringify({
    packages: {
      '': { version: '1.0.0' },
      'node_modules/@a/b': { version: '2.0.0', license: 'MIT', integrity: 'sha512-AAEC/w==' },
      'node_modules/c': { version: '1.0.0', license: '(MIT OR GPL-2.0-only)' },
      'node_modules/d/node_modules/c': { version: '1.0.0', license: '(MIT OR GPL-2.0-only)' },
      'node_modules/e': { version: '1.0.0', license: 'SEE LICENSE IN x' },
      'node_modules/test-only': { version: '1.0.0', license: 'MIT', dev: true },
    },
  });
  expect(JSON.parse(writeSbom(SUBJECT, readPackageLock(lock), new Set(['@a/b'])))).toEqual({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': 'dark-portals@1.0.0', ...SUBJECT },
    },
    components: [
      {
        type: 'library',
        'bom-ref': 'pkg:npm/%40a/b@2.0.0',
        name: '@a/b',
        version: '2.0.0',
        scope: 'required',
        hashes: [{ alg: 'SHA-512', content: '000102ff' }],
        licenses: [{ license: { id: 'MIT' } }],
        purl: 'pkg:npm/%40a/b@2.0.0',
      },
      expect.objectContaining({
        name: 'c',
        scope: 'optional',
        licenses: [{ expression: '(MIT OR GPL-2.0-only)' }],
      }),
      expect.objectContaining({ licenses: [{ license: { name: 'SEE LICENSE IN x' } }] }),
    ],
  });
});

it('the bill of this site has every package that it is built with, once', () => {
  const packages = readPackageLock(readFileSync('package-lock.json', 'utf8'));
  const { components } = JSON.parse(writeSbom(SUBJECT, packages, new Set(['katex']))) as {
    components: { purl: string; name: string; scope: string }[];
  };
  const addresses = components.map(({ purl }) => purl);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses).toContainEqual(expect.stringMatching(/^pkg:npm\/astro@\d/));
  // Of a package with two versions both count: which one a bundle has is not asked.
  const required = components.filter(({ scope }) => scope === 'required');
  expect(new Set(required.map(({ name }) => name))).toEqual(new Set(['katex']));
  expect(components.map(({ name }) => name)).not.toContain('vitest');
});
