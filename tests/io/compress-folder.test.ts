import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compressFolder } from '../../src/io/compress-folder.ts';
import { useTemporaryFolder } from '../../src/io/temporary-folder.ts';

const PAGE = '<p>The same again.</p>\n'.repeat(100);

/** Bytes that nothing makes smaller: a fixed generator of pseudo-random numbers. */
function makeNoise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (state * 48271) % 2147483647;
    return state >> 8;
  });
}

async function withSite<T>(use: (site: string, cache: string) => Promise<T>): Promise<T> {
  return useTemporaryFolder('compress-', async (folder) => {
    const site = join(folder, 'site');
    await mkdir(join(site, 'a'), { recursive: true });
    await writeFile(join(site, 'a/index.html'), PAGE);
    await writeFile(join(site, 'same.html'), PAGE);
    await writeFile(join(site, 'small.css'), 'p { color: red }');
    await writeFile(join(site, 'noise.txt'), makeNoise(4000));
    await writeFile(join(site, 'picture.png'), PAGE);
    return use(site, join(folder, 'cache'));
  });
}

describe('copies of a folder for servers', () => {
  it('stand beside texts, and beside no small, incompressible or already compressed file', async () => {
    await withSite(async (site, cache) => {
      const { files, bytes } = await compressFolder(site, cache);
      expect((await readdir(site, { recursive: true })).sort()).toEqual([
        'a',
        'a/index.html',
        'a/index.html.br',
        'a/index.html.gz',
        'noise.txt',
        'picture.png',
        'same.html',
        'same.html.br',
        'same.html.gz',
        'small.css',
      ]);
      const read = (name: string): Promise<Buffer> => readFile(join(site, name));
      expect(brotliDecompressSync(await read('a/index.html.br')).toString()).toBe(PAGE);
      expect(gunzipSync(await read('same.html.gz')).toString()).toBe(PAGE);
      expect(files).toBe(2);
      expect(bytes.plain).toBe(2 * PAGE.length);
      expect(bytes.brotli).toBe(2 * (await read('same.html.br')).length);
      expect(bytes.gzip).toBe(2 * (await read('same.html.gz')).length);
    });
  });
  it('are the same when they are made again, from the cache, which forgets what has gone', async () => {
    await withSite(async (site, cache) => {
      const first = await compressFolder(site, cache);
      expect(first.made).toBeGreaterThan(0);
      const copy = await readFile(join(site, 'same.html.br'));
      const second = await compressFolder(site, cache);
      expect(second).toEqual({ ...first, made: 0 });
      expect(await readFile(join(site, 'same.html.br'))).toEqual(copy);
      const kept = await readdir(cache);
      for (const name of ['a/index.html', 'same.html'])
        await writeFile(join(site, name), PAGE.replaceAll('same', 'other'));
      await compressFolder(site, cache);
      const now = await readdir(cache);
      expect(now).toHaveLength(kept.length);
      expect(now).not.toEqual(kept);
      expect(brotliDecompressSync(await readFile(join(site, 'same.html.br'))).toString()).toContain(
        'other',
      );
    });
  });
});
