import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/core/catalogue.ts';
import type { CombinedFile } from '../../src/core/combine/combined-file.ts';
import { combineAll, formatCombined, writeCombined } from '../../src/io/combined.ts';
import { makeCatalogue, makeLimit } from '../fixtures/make-catalogue.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'combined-'));
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

const one = makeCatalogue();
const two = makeCatalogue({
  limits: [makeLimit(), makeLimit({ id: 'stronger', rows: '1,1,1e-4 1,3,1e-4' })],
});

const textsOf = (catalogue: Catalogue): string[] => [...combineAll(catalogue)].map(formatCombined);

describe('the combined files', () => {
  it('are JSON that reads back as what was combined', () => {
    for (const file of combineAll(two)) {
      expect(JSON.parse(formatCombined(file)) as CombinedFile).toEqual(file);
    }
  });

  it('do not depend on the order in which limits were read', () => {
    const reversed = { ...two, limits: new Map([...two.limits].toReversed()) };
    expect(textsOf(reversed)).toEqual(textsOf(two));
  });

  it('change their hash with one digit of one limit', () => {
    const changed = makeCatalogue({
      limits: [makeLimit({ rows: '1,1,1e-3 1,2,2e-3 1,3,1.1e-3' })],
    });
    const hashOf = (catalogue: Catalogue): string[] =>
      [...combineAll(catalogue)].map(({ inputsHash }) => inputsHash);
    expect(hashOf(changed)).not.toEqual(hashOf(one));
    expect(hashOf(makeCatalogue())).toEqual(hashOf(one));
  });

  it('are written, then unchanged, then changed, and removed with their plane', async () => {
    const changesOf = async (catalogue: Catalogue, isDryRun = false): Promise<string[]> =>
      (await writeCombined(catalogue, root, isDryRun)).map(({ change }) => change);
    expect(await changesOf(one)).toEqual(['added']);
    expect(await changesOf(one)).toEqual(['unchanged']);
    expect(await changesOf(two)).toEqual(['changed']);
    await writeFile(join(root, 'combined', 'gone.json'), '{}');
    expect(await changesOf(two)).toEqual(['unchanged', 'removed']);
    expect(await readdir(join(root, 'combined'))).toEqual(['dark-photon-visible.json']);
  });

  it('are left alone when only compared', async () => {
    await writeCombined(one, root, false);
    const path = join(root, 'combined', 'dark-photon-visible.json');
    const before = await readFile(path, 'utf8');
    const [change] = await writeCombined(two, root, true);
    expect(change?.change).toBe('changed');
    expect(await readFile(path, 'utf8')).toBe(before);
  });
});
