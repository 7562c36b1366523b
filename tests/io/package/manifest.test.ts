import { describe, expect, it } from 'vitest';
import { writeManifest } from '../../../src/io/package/manifest.ts';

const ROOT = {
  name: 'dark-portals',
  version: '1.2.3',
  private: true,
  scripts: { test: 'test' },
  dependencies: { 'd3-contour': '^4.0.2', astro: '7.3', '@scope/own': '1.0.0' },
  devDependencies: { typedoc: '0.28' },
};

const read = (modules: Readonly<Record<string, string>>, root: unknown = ROOT): unknown =>
  JSON.parse(writeManifest(root, new Map(Object.entries(modules))));

describe('the manifest of the package', () => {
  it('depends on what its modules import, with the ranges of the project, and on nothing else', () => {
    const modules = {
      'lib/a.js': "import { contours } from 'd3-contour';\nimport './b.js';\n",
      'lib/b.js': "import { readFileSync } from 'node:fs';\nexport { x } from '@scope/own/deep';\n",
    };
    expect(read(modules)).toMatchObject({
      name: 'dark-portals',
      version: '1.2.3',
      type: 'module',
      sideEffects: false,
      dependencies: { '@scope/own': '1.0.0', 'd3-contour': '^4.0.2' },
    });
    expect(Object.keys(read(modules) as object)).not.toContain('private');
    expect(JSON.stringify(read(modules))).not.toContain('astro');
  });
  it('counts what only declarations import', () => {
    const modules = { 'lib/a.d.ts': "export declare const a: import('d3-contour').Contours;\n" };
    expect(read(modules)).toMatchObject({ dependencies: { 'd3-contour': '^4.0.2' } });
  });
  it('refuses what is installed for development only', () => {
    expect(() => read({ 'lib/a.js': "import 'typedoc';\n" })).toThrow(
      'the package imports typedoc; expected one of "dependencies" in package.json',
    );
  });
  it('names a repository where the project does, and none otherwise', () => {
    const repository = { type: 'git', url: 'https://example.org/r.git' };
    expect(read({}, { ...ROOT, repository })).toMatchObject({ repository });
    expect(Object.keys(read({}) as object)).not.toContain('repository');
  });
});
