import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CheckResult } from '../../src/io/check-content.ts';
import { checkContent } from '../../src/io/check-content.ts';
import type { ParseCache } from '../../src/io/parse-cache.ts';
import {
  CACHE_VARIABLE,
  digest,
  digestReader,
  FileCache,
  openCache,
  withoutCache,
} from '../../src/io/parse-cache.ts';
import {
  edited,
  GOOD_FILES,
  LIMIT_CSV,
  LIMIT_YAML,
  makeFolder,
  writeContent,
} from '../fixtures/write-content.ts';

/** A place for a cache, of which nothing exists yet. */
const makePlace = async (): Promise<string> => join(await makeFolder(), 'deep', 'parsed.txt');

const computed = vi.fn((value: unknown) => value);
const get = (cache: ParseCache, key: string, value: unknown): unknown =>
  cache.get(key, () => computed(value));

afterEach(() => {
  computed.mockClear();
  vi.unstubAllEnvs();
});

describe('FileCache', () => {
  it('gives the next run what the last one computed', async () => {
    const file = await makePlace();
    const values = { number: [1, 2.5e-300], text: 'a\ttab, a\nline, \u2028, é', nothing: null };
    const first = new FileCache(file, 'v1');
    expect(get(first, 'a', values)).toEqual(values);
    first.save();
    expect(get(new FileCache(file, 'v1'), 'a', 'other')).toEqual(values);
    expect(computed).toHaveBeenCalledTimes(1);
    expect(await readdir(join(file, '..'))).toEqual(['parsed.txt']);
  });
  it('keeps nothing that another reader computed', async () => {
    const file = await makePlace();
    const first = new FileCache(file, 'v1');
    get(first, 'a', 1);
    first.save();
    expect(get(new FileCache(file, 'v2'), 'a', 2)).toBe(2);
  });
  it.each([[undefined], [NaN], [-0], [{ a: undefined }], [new Map([[1, 2]])], [[new Date(0)]]])(
    'computes %o every time: JSON would change it',
    async (value) => {
      const file = await makePlace();
      const first = new FileCache(file, 'v');
      expect(get(first, 'a', value)).toBe(value);
      get(first, 'b', 1);
      first.save();
      const second = new FileCache(file, 'v');
      expect(get(second, 'a', value)).toBe(value);
      get(second, 'b', 1);
      expect(computed).toHaveBeenCalledTimes(3);
    },
  );
  it('ignores a file that is not what was written, and writes it anew', async () => {
    const file = await makePlace();
    const first = new FileCache(file, 'v');
    get(first, 'a', 'one');
    get(first, 'b', 'two');
    first.save();
    const sound = await readFile(file, 'utf8');
    const broken = {
      'a letter changed': sound.replace('one', 'oue'),
      'cut off': sound.slice(0, -3),
      'a line gone': sound.split('\n').toSpliced(1, 1).join('\n'),
      'something added': `${sound}c\t1\t"three"\n`,
      'no digest': sound.replace(/\t.*/, ''),
      empty: '',
      binary: '\0\u0001\uFFFD',
    };
    for (const [what, text] of Object.entries(broken)) {
      await writeFile(file, text);
      const cache = new FileCache(file, 'v');
      expect(get(cache, 'a', 'anew'), what).toBe('anew');
      cache.save();
      expect(get(new FileCache(file, 'v'), 'a', 'later'), what).toBe('anew');
    }
  });
  it('drops what was not asked for in two weeks', async () => {
    const file = await makePlace();
    for (const day of [0, 7, 14, 15]) {
      const cache = new FileCache(file, 'v', 20_000 + day);
      if (day === 0) get(cache, 'unused', 1);
      get(cache, 'used', 1);
      get(cache, `new ${String(day)}`, 1);
      cache.save();
      const text = await readFile(file, 'utf8');
      expect(text.includes('unused'), String(day)).toBe(day < 15);
      expect(text).toContain('\nused\t');
    }
  });
  it('is replaced whole: of two processes that write, the last one wins', async () => {
    const file = await makePlace();
    const [one, two] = [new FileCache(file, 'v'), new FileCache(file, 'v')];
    get(one, 'one', 1);
    get(two, 'two', 2);
    two.save();
    one.save();
    const later = new FileCache(file, 'v');
    expect(get(later, 'one', 'anew')).toBe(1);
    expect(get(later, 'two', 'anew')).toBe('anew');
  });
  it('does without where nothing can be written', async () => {
    const folder = await makeFolder();
    await writeFile(join(folder, 'taken'), 'a file where a folder would be');
    const cache = new FileCache(join(folder, 'taken', 'parsed.txt'), 'v');
    expect(get(cache, 'a', 1)).toBe(1);
    expect(() => {
      cache.save();
    }).not.toThrow();
    expect(await readdir(folder)).toEqual(['taken']);
  });
});

describe('openCache', () => {
  it('keeps nothing of a small folder, nor where it is switched off', async () => {
    expect(openCache(10)).toBe(withoutCache);
    expect(openCache(1000)).toBeInstanceOf(FileCache);
    vi.stubEnv(CACHE_VARIABLE, 'off');
    expect(openCache(1000)).toBe(withoutCache);
    const folder = await makeFolder();
    vi.stubEnv(CACHE_VARIABLE, folder);
    const cache = openCache(1000);
    get(cache, 'a', 1);
    cache.save();
    expect(await readdir(folder)).toEqual(['parsed.txt']);
  });
});

describe('digestReader', () => {
  it('changes with any source of the reader and with what is installed', async () => {
    const project = await makeFolder();
    expect(digestReader(project)).toBeUndefined();
    const files = ['src/core/schema/limit.ts', 'src/io/read.ts', 'node_modules/.package-lock.json'];
    for (const file of files) {
      await mkdir(join(project, file, '..'), { recursive: true });
      await writeFile(join(project, file), '1');
    }
    const seen = new Set([digestReader(project)]);
    for (const file of files) {
      await writeFile(join(project, file), '2');
      seen.add(digestReader(project));
    }
    expect(seen.size).toBe(4);
    await writeFile(join(project, 'src/core/notes.md'), 'no source');
    expect(seen).toContain(digestReader(project));
  });
  it('has a version for this project', () => {
    expect(digestReader('.')).toMatch(/^[\w-]{43}$/);
  });
});

describe('digest', () => {
  it('tells texts apart however they are cut', () => {
    expect(digest('ab', 'c')).not.toBe(digest('a', 'bc'));
    expect(digest('ab', 'c')).toBe(digest('ab', 'c'));
  });
});

describe('a catalogue read with a cache', () => {
  /** Everything a run gives: lines of keys too, and numbers that are read late. */
  const unfold = ({ catalogue, messages, files, lineOf }: CheckResult): unknown => ({
    catalogue: structuredClone(catalogue),
    messages,
    files,
    lines: files.map(({ file }) => [
      lineOf(file, ['title']),
      lineOf(file, ['provenance', 'raw', 0, 'rows']),
      lineOf(file, ['BaBar:2014zli', 'year']),
    ]),
  });
  const BROKEN = {
    'experiments/belle.mdx': 'Belle.\n',
    'experiments/cleo.mdx':
      '---\nname: CLEO\nkind: ee-collider\n---\n\nA <b>braced {formula}, 3.2 GeV.\n',
    'planes/broken.yaml': 'title: [\n',
    'planes/wrong.yaml': 'title: 3\nunknown: 4\n',
    'limits/vector/a.yaml': edited(LIMIT_YAML, 'massRange: [1, 3]', 'massRange: [1, 4]')[
      LIMIT_YAML
    ],
    'limits/vector/a.csv': 'segment,mass,value\n1,1,1e-4\n1,1,1e-4\n1,3,2e-4\n',
    'limits/vector/b.yaml': GOOD_FILES[LIMIT_YAML],
    'limits/vector/b.csv': 'segment,mass,value\n1,nan,1e-4\n1,2\n',
    'limits/vector/c.yaml': GOOD_FILES[LIMIT_YAML],
    'references.bib': `${GOOD_FILES['references.bib'] ?? ''}@misc{Unused:2020aa, year = {MMXX}, x-odd = {1}}\n@broken\n`,
  };

  it('is the one read without, sound or broken, cold, warm and after changes', async () => {
    const file = await makePlace();
    const open = (): ParseCache => new FileCache(file, 'v');
    for (const changes of [
      {},
      BROKEN,
      edited(LIMIT_CSV, '1,2,2e-3', '1,2,3e-3'),
      edited(LIMIT_YAML, 'massRange: [1, 3]', 'massRange: [1, 4]'),
      edited('planes/dark-photon-visible.yaml', 'epsilon', 'mass-dark-photon'),
      edited('quantities/epsilon.yaml', '1.0e-12, 1', '1.0e-12, 1.0e-4'),
    ]) {
      const root = await writeContent(changes);
      const expected = unfold(await checkContent(root, 'all', () => withoutCache));
      for (const run of ['cold', 'warm'])
        expect(unfold(await checkContent(root, 'all', open)), run).toEqual(expected);
    }
  });
  it('is parsed once: a second run computes nothing', async () => {
    const root = await writeContent(BROKEN);
    const kept = new Map<string, unknown>();
    const counting: ParseCache = {
      get: (key, compute) => {
        if (!kept.has(key)) kept.set(key, computed(compute()));
        return kept.get(key) as ReturnType<typeof compute>;
      },
      save: () => undefined,
    };
    await checkContent(root, 'all', () => counting);
    expect(computed.mock.calls.length).toBeGreaterThan(20);
    computed.mockClear();
    await checkContent(root, 'all', () => counting);
    expect(computed).not.toHaveBeenCalled();
  });
  it('has what changed: only the file and the findings about it are computed again', async () => {
    const file = await makePlace();
    const open = (): ParseCache => new FileCache(file, 'v');
    const root = await writeContent();
    await checkContent(root, 'all', open);
    await writeFile(join(root, LIMIT_CSV), 'segment,mass,value\n1,1,1e-3\n1,2,-2e-3\n1,3,1e-3\n');
    const { messages } = await checkContent(root, 'all', open);
    expect(messages.map(({ rule }) => rule)).toContain('positive-values');
    expect(messages).toEqual((await checkContent(root, 'all', () => withoutCache)).messages);
  });
});
