import { strFromU8, unzipSync } from 'fflate';
import { afterEach, expect, it } from 'vitest';
import { packArchive } from '../../../src/core/formats/pack-archive.ts';

const zone = process.env['TZ'];

afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const pack = (): Uint8Array<ArrayBuffer> =>
  packArchive([
    ['a.txt', 'ε'],
    ['folder/b.bin', new Uint8Array([1, 2])],
  ]);

it('gives back texts and bytes under their paths', () => {
  const files = unzipSync(pack());
  expect(Object.keys(files)).toEqual(['a.txt', 'folder/b.bin']);
  expect(strFromU8(files['a.txt'] ?? new Uint8Array())).toBe('ε');
  expect([...(files['folder/b.bin'] ?? [])]).toEqual([1, 2]);
});

it('writes the same bytes in every time zone', () => {
  const archives = ['UTC', 'Asia/Tokyo', 'America/Los_Angeles'].map((name) => {
    process.env['TZ'] = name;
    return { offset: new Date(2026, 0, 1).getTimezoneOffset(), bytes: Buffer.from(pack()) };
  });
  // Otherwise the zone was not changed, and the test says nothing.
  expect(new Set(archives.map(({ offset }) => offset)).size).toBe(3);
  expect(new Set(archives.map(({ bytes }) => bytes.toString('hex'))).size).toBe(1);
});
