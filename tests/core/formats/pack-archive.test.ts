import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { packArchive } from '../../../src/core/formats/pack-archive.ts';

const zone = process.env['TZ'];

afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const FILES = [
  ['a/text.txt', 'ε '.repeat(1000)],
  ['b.zip', new Uint8Array([1, 2, 3])],
] as const;

describe('an archive', () => {
  it('unpacks to what went in; what is compressed already is stored', () => {
    const packed = packArchive(FILES);
    const files = unzipSync(packed);
    expect(Object.keys(files)).toEqual(['a/text.txt', 'b.zip']);
    expect(strFromU8(files['a/text.txt'] ?? new Uint8Array())).toBe('ε '.repeat(1000));
    expect([...(files['b.zip'] ?? [])]).toEqual([1, 2, 3]);
    expect(packed.length).toBeLessThan(1000);
    const methods: number[] = [];
    unzipSync(packed, { filter: ({ compression }) => methods.push(compression) > 0 });
    expect(methods).toEqual([8, 0]);
  });

  it('is the same in every time zone, and dated as asked', () => {
    const packed = ['UTC', 'Pacific/Apia', 'America/Los_Angeles', 'Asia/Tokyo'].map((name) => {
      process.env['TZ'] = name;
      // The zone is in force, or the comparison says nothing.
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(name);
      return Buffer.from(packArchive(FILES, '2026-03-29')).toString('base64');
    });
    expect(new Set(packed).size).toBe(1);
    // DOS date of 29 March 2026, in the header of the first file.
    const bytes = Buffer.from(packed[0] ?? '', 'base64');
    expect(bytes.readUInt16LE(12)).toBe(((2026 - 1980) << 9) | (3 << 5) | 29);
    expect(bytes.readUInt16LE(10)).toBe(12 << 11);
  });

  it('is dated by the first day the format knows where the content has no date', () => {
    expect(Buffer.from(packArchive(FILES, '1970-01-01')).readUInt16LE(12)).toBe((1 << 5) | 1);
  });

  it('takes its files one after the other', () => {
    const taken: string[] = [];
    function* list(): Generator<readonly [string, string]> {
      for (const name of ['a', 'b']) {
        taken.push(`before ${name}`);
        yield [name, name];
        taken.push(`after ${name}`);
      }
    }
    packArchive(list());
    expect(taken).toEqual(['before a', 'after a', 'before b', 'after b']);
  });
});
