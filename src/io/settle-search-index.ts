import { createHash } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/** What every binary file of Pagefind begins with, once unpacked; CBOR (RFC 8949) follows. */
const MAGIC = Buffer.from('pagefind_dcd');

/** Where the filters stand among the parts of the index's head. */
const FILTERS = 3;

/**
 * Gives the search index one order. Pagefind lists filters and their values in an order that is another one
 * in every run, and names their files by what is in them: two builds of one site would differ. Everything
 * else it writes is the same each time.
 * @param folder the index, `dist/pagefind`
 * @throws when the files are not those of the version this was written for
 */
export async function settleSearchIndex(folder: string): Promise<void> {
  const entry = await readFile(join(folder, 'pagefind-entry.json'), 'utf8');
  const { languages } = JSON.parse(entry) as {
    languages: Readonly<Record<string, { readonly hash: string }>>;
  };
  let settled = entry;
  for (const [language, { hash }] of Object.entries(languages)) {
    const old = join(folder, `pagefind.${hash}.pf_meta`);
    const head = await settleHead(folder, language, unpack(await readFile(old)));
    const name = `${language}_${digest(head, 10)}`;
    await rm(old);
    await writeFile(join(folder, `pagefind.${name}.pf_meta`), pack(head));
    settled = settled.replaceAll(hash, name);
  }
  await writeFile(join(folder, 'pagefind-entry.json'), settled);
}

/** Sorts the values of each filter, renames its file, and names the filters in order. */
async function settleHead(folder: string, language: string, head: Buffer): Promise<Buffer> {
  const parts = splitArray(head, 0);
  const filters = splitArray(parts.items[FILTERS] ?? Buffer.alloc(0), 0);
  const renamed = await Promise.all(
    filters.items.map(async (pair) => {
      const [name, hash] = splitArray(pair, 0).items.map(readText);
      if (name === undefined || hash === undefined) throw unknownFormat('a filter without a file');
      const file = join(folder, 'filter', `${hash}.pf_filter`);
      const content = sortValues(unpack(await readFile(file)));
      const newHash = `${language}_${digest(content, 7)}`;
      // The text that names it keeps its length.
      if (newHash.length !== hash.length) throw unknownFormat(`the hash ${hash}`);
      await writeFile(file, pack(content));
      await rename(file, join(folder, 'filter', `${newHash}.pf_filter`));
      return Buffer.from(pair.toString('latin1').replace(hash, newHash), 'latin1');
    }),
  );
  const items = parts.items.with(FILTERS, Buffer.concat([filters.head, ...sortByText(renamed)]));
  return Buffer.concat([parts.head, ...items]);
}

/** A filter is its name and a list of values, each with its pages. */
function sortValues(filter: Buffer): Buffer {
  const [name = Buffer.alloc(0), list = Buffer.alloc(0)] = splitArray(filter, 0).items;
  const { head, items } = splitArray(list, 0);
  return Buffer.concat([filter.subarray(0, 1), name, head, ...sortByText(items)]);
}

/** Lists whose first item is a text, by that text. */
const sortByText = (items: readonly Buffer[]): Buffer[] =>
  items
    .map((item) => ({ item, text: readText(splitArray(item, 0).items[0] ?? Buffer.alloc(0)) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ item }) => item);

const TEXT = 3;
const ARRAY = 4;

/** The kind of an item, the number in its head, and where what it holds begins. */
function readHead(bytes: Buffer, at: number): { kind: number; count: number; start: number } {
  const first = bytes[at] ?? 0xff;
  const [kind, size] = [first >> 5, first & 0x1f];
  if (size < 24) return { kind, count: size, start: at + 1 };
  const width = 2 ** (size - 24);
  if (width > 4) throw unknownFormat(`a head ${String(first)}`);
  return { kind, count: bytes.readUIntBE(at + 1, width), start: at + 1 + width };
}

/** Where an item ends. Pagefind writes whole numbers, texts and lists of known length. */
function findEnd(bytes: Buffer, at: number): number {
  const { kind, count, start } = readHead(bytes, at);
  if (kind === 0) return start;
  if (kind === TEXT) return start + count;
  if (kind !== ARRAY) throw unknownFormat(`an item of kind ${String(kind)}`);
  let end = start;
  for (let i = 0; i < count; i++) end = findEnd(bytes, end);
  return end;
}

/** A list as its head and its items, bytes as they are. */
function splitArray(bytes: Buffer, at: number): { head: Buffer; items: Buffer[] } {
  const { kind, count, start } = readHead(bytes, at);
  if (kind !== ARRAY) throw unknownFormat('something else than a list');
  const items: Buffer[] = [];
  let from = start;
  for (let i = 0; i < count; i++) {
    const to = findEnd(bytes, from);
    items.push(bytes.subarray(from, to));
    from = to;
  }
  return { head: bytes.subarray(at, start), items };
}

function readText(item: Buffer): string {
  const { kind, start } = readHead(item, 0);
  if (kind !== TEXT) throw unknownFormat('something else than a text');
  return item.subarray(start).toString('utf8');
}

function unpack(file: Buffer): Buffer {
  const bytes = gunzipSync(file);
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) throw unknownFormat('another beginning');
  return bytes.subarray(MAGIC.length);
}

const pack = (content: Buffer): Buffer => gzipSync(Buffer.concat([MAGIC, content]), { level: 9 });

const digest = (content: Buffer, digits: number): string =>
  createHash('sha256').update(content).digest('hex').slice(0, digits);

const unknownFormat = (found: string): Error =>
  new Error(
    `the search index has ${found}; Pagefind writes another format than src/io/settle-search-index.ts knows; adapt it, or go back to the version of the lock`,
  );
