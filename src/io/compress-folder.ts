import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { listFiles } from './release/list-files.ts';

/** Where the copies of this project's builds are kept, by their content. */
export const KEPT_COPIES = 'node_modules/.cache/dark-portals/compressed';

/** Smaller files fit into the packet that answers anyway [B]. */
const FEWEST_BYTES = 1024;

/** A copy that is not a twentieth smaller is not worth a file. */
const WORTH = 0.95;

/** As many as a small machine has cores: each compression is one thread. */
const AT_ONCE = 2;

/**
 * Brotli's quality by kind of file. 11 takes three times as long as 10 and saves one hundredth; 9 is ten times as
 * fast as 10, and saves a tenth less of what is large and seldom read.
 */
const QUALITY: Readonly<Record<string, number>> = {
  '.css': 11,
  '.js': 11,
  '.html': 10,
  '.json': 10,
  '.svg': 10,
  '.bib': 9,
  '.cff': 9,
  '.csv': 9,
  '.mdx': 9,
  '.py': 9,
  '.ris': 9,
  '.sql': 9,
  '.tex': 9,
  '.ttf': 9,
  '.txt': 9,
  '.webmanifest': 9,
  '.xml': 9,
  '.yaml': 9,
};

export interface CompressedFolder {
  /** Files that have copies now. */
  readonly files: number;
  /** Their sizes as they are, with gzip and with Brotli [B]. */
  readonly bytes: { readonly plain: number; readonly gzip: number; readonly brotli: number };
  /** Copies that were made anew; the others come from the cache. */
  readonly made: number;
}

interface Copy {
  readonly suffix: '.br' | '.gz';
  readonly make: (bytes: Uint8Array, quality: number) => Promise<Uint8Array>;
}

const COPIES: readonly Copy[] = [
  {
    suffix: '.br',
    make: (bytes, quality) =>
      promisify(brotliCompress)(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: quality,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
  },
  { suffix: '.gz', make: (bytes) => promisify(gzip)(bytes, { level: 9 }) },
];

/**
 * Puts copies compressed with Brotli and gzip beside the text files of a folder, `page.html.br` beside `page.html`,
 * for servers that send them as they are. What the same content gave before comes from `cache`, which afterwards
 * holds the copies of this folder and nothing else.
 */
export async function compressFolder(folder: string, cache: string): Promise<CompressedFolder> {
  await mkdir(cache, { recursive: true });
  const paths = await listTexts(folder);
  const kept = new Set(await readdir(cache));
  const used = new Set<string>();
  const total = { plain: 0, gzip: 0, brotli: 0 };
  let [files, made] = [0, 0];
  const compress = async (path: string): Promise<void> => {
    const bytes = await readFile(path);
    if (bytes.length < FEWEST_BYTES) return;
    const quality = QUALITY[extname(path)] ?? 9;
    const digest = createHash('sha256').update(bytes).digest('hex');
    const sizes: number[] = [];
    for (const { suffix, make } of COPIES) {
      const name = `${digest}-${String(quality)}${suffix}`;
      const isKept = kept.has(name) || used.has(name);
      const copy = isKept ? await readFile(join(cache, name)) : await make(bytes, quality);
      if (!isKept) {
        made += 1;
        await writeWhole(join(cache, name), copy);
      }
      used.add(name);
      if (copy.length > bytes.length * WORTH) return;
      await writeFile(path + suffix, copy);
      sizes.push(copy.length);
    }
    files += 1;
    total.plain += bytes.length;
    total.brotli += sizes[0] ?? 0;
    total.gzip += sizes[1] ?? 0;
  };
  const lane = async (): Promise<void> => {
    for (let path = paths.pop(); path !== undefined; path = paths.pop()) await compress(path);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  for (const name of kept) if (!used.has(name)) await rm(join(cache, name), { force: true });
  return { files, bytes: total, made };
}

/** Files of text, also in folders below. */
const listTexts = async (folder: string): Promise<string[]> =>
  (await listFiles(folder))
    .filter((path) => QUALITY[extname(path)] !== undefined)
    .map((path) => join(folder, path));

/** Another run that looks meanwhile finds the whole copy or none. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.${randomUUID()}.part`;
  await writeFile(part, bytes);
  await rename(part, path);
}
