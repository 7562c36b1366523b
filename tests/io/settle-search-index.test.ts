import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { settleSearchIndex } from '../../src/io/settle-search-index.ts';
import { writeFiles } from '../fixtures/make-repository.ts';
import { makeFolder } from '../fixtures/write-content.ts';

type Item = number | string | readonly Item[];

/** CBOR as RFC 8949 has it, of what Pagefind writes: whole numbers, texts and lists. */
function encode(item: Item): Buffer {
  const head = (kind: number, count: number): Buffer => {
    if (count < 24) return Buffer.from([(kind << 5) | count]);
    if (count < 256) return Buffer.from([(kind << 5) | 24, count]);
    return Buffer.from([(kind << 5) | 25, count >> 8, count & 0xff]);
  };
  if (typeof item === 'number') return head(0, item);
  if (typeof item === 'string') {
    const bytes = Buffer.from(item, 'utf8');
    return Buffer.concat([head(3, bytes.length), bytes]);
  }
  return Buffer.concat([head(4, item.length), ...item.map(encode)]);
}

const pack = (item: Item, magic = 'pagefind_dcd'): Buffer =>
  gzipSync(Buffer.concat([Buffer.from(magic), encode(item)]));

const KIND = [
  ['limit', [0, 23, 24, 255, 256, 1000]],
  ['plane', Array.from({ length: 30 }, (_, i) => i)],
] as const;
const YEAR = [
  ['1999', [3]],
  ['2014', [1]],
] as const;

/** An index of two filters, with them and their values in the order given. */
async function makeIndex(isTurned: boolean): Promise<string> {
  const folder = await makeFolder();
  const turn = <T>(items: readonly T[]): readonly T[] => (isTurned ? items.toReversed() : items);
  const [kind, year] = isTurned ? ['en_aaaaaaa', 'en_bbbbbbb'] : ['en_ccccccc', 'en_ddddddd'];
  const filters = turn([
    ['kind', kind],
    ['year', year],
  ]);
  const hash = isTurned ? 'en_1111111111' : 'en_2222222222';
  await writeFiles(folder, {
    'pagefind-entry.json': JSON.stringify({ languages: { en: { hash, page_count: 2 } } }),
    'filter/keep': '',
  });
  const head = ['1.5.2', [['en_p', 7]], [['a', 'z', 'en_i']], filters, [], ['title']];
  await writeFile(join(folder, `pagefind.${hash}.pf_meta`), pack(head));
  await writeFile(join(folder, `filter/${kind}.pf_filter`), pack(['kind', turn(KIND)]));
  await writeFile(join(folder, `filter/${year}.pf_filter`), pack(['year', turn(YEAR)]));
  return folder;
}

async function readAll(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names
    .filter((entry) => entry.isFile())
    .map((one) => join(one.parentPath, one.name));
  const texts = await Promise.all(files.toSorted().map((file) => readFile(file, 'latin1')));
  return Object.fromEntries(
    files.toSorted().map((file, i) => [file.slice(folder.length), texts[i] ?? '']),
  );
}

describe('a settled search index', () => {
  it('is the same whatever order the filters and their values were written in', async () => {
    const [one, other] = [await makeIndex(false), await makeIndex(true)];
    expect(await readAll(one)).not.toEqual(await readAll(other));
    await settleSearchIndex(one);
    await settleSearchIndex(other);
    expect(await readAll(one)).toEqual(await readAll(other));
  });
  it('has everything it had, each file under the name that the one before it gives', async () => {
    const folder = await makeIndex(true);
    await settleSearchIndex(folder);
    const files = await readAll(folder);
    const entry = JSON.parse(files['/pagefind-entry.json'] ?? '') as {
      languages: { en: { hash: string } };
    };
    const head = gunzipSync(
      await readFile(join(folder, `pagefind.${entry.languages.en.hash}.pf_meta`)),
    ).toString('latin1');
    const [kind, year] = [...head.matchAll(/en_[0-9a-f]{7}/g)].map(([name]) => name);
    const read = async (name = ''): Promise<Buffer> =>
      gunzipSync(await readFile(join(folder, `filter/${name}.pf_filter`)));
    expect((await read(kind)).subarray(12)).toEqual(encode(['kind', KIND]));
    expect((await read(year)).subarray(12)).toEqual(encode(['year', YEAR]));
    expect(Object.keys(files)).toHaveLength(5);
  });
  it('changes no more when it is settled again', async () => {
    const folder = await makeIndex(true);
    await settleSearchIndex(folder);
    const once = await readAll(folder);
    await settleSearchIndex(folder);
    expect(await readAll(folder)).toEqual(once);
  });
  it('is refused where Pagefind writes something else', async () => {
    const folder = await makeIndex(false);
    const meta = join(folder, 'pagefind.en_2222222222.pf_meta');
    await writeFile(meta, pack(['2.0'], 'pagefind_new'));
    await expect(settleSearchIndex(folder)).rejects.toThrow(
      'the search index has another beginning; Pagefind writes another format',
    );
    await writeFile(meta, pack(['2.0', [], [], 'filters']));
    await expect(settleSearchIndex(folder)).rejects.toThrow('something else than a list');
  });
});
