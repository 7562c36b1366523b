import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import { UNMARKED } from '../../core/offline/build-mark.ts';
import {
  type CopyFrame,
  makeRelative,
  makeStylesRelative,
} from '../../core/offline/make-relative.ts';
import { listFiles } from '../release/list-files.ts';

const deflate = promisify(deflateRaw);

/** What a copy leaves out: what has an archive of its own, and what belongs to the place where the site is served. */
const ABSENT = ['/api/'];
const LEFT_OUT =
  /^\/(api\/|sw\.js$|[_.](?!astro\/)|about\/offline\/[^/]+\.(json|zip)$|_astro\/[0-9a-f]{16}\/)|\.(br|gz)$/;

/** What is compressed already is stored. */
const COMPRESSED = /\.(png|woff2?|zip|parquet|pf_[a-z]+|pagefind)$/;

/** Of pages it takes a third of the time of level 6, for a tenth more bytes. */
const LEVEL = 3;

/** Files on their way to be compressed, on as many threads as there are; read and written in order. */
const AHEAD = 16;

/** The format knows local time only: the first day it can say, at noon, in any time zone. */
const FIRST_DAY = '1980-01-01T12:00:00';

/** A copy of the site in one file. */
export interface ZippedSite {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Packs a built site so that it works unpacked in any folder of any file server; its bytes are the same whenever
 * and wherever it is packed. What serves the published site alone is left out, and the API.
 * @param prefix folder of everything in the archive, with a slash at its end
 */
export async function zipSite(folder: string, out: string, prefix: string): Promise<ZippedSite> {
  const frame = await readFrame(folder);
  const paths = (await listFiles(folder)).filter((path) => !LEFT_OUT.test(path));
  const file = await open(out, 'w');
  let bytes = 0;
  try {
    const chunks: Uint8Array[] = [];
    const zip = new Zip((error, chunk) => {
      if (error !== null) throw error;
      chunks.push(chunk);
    });
    const flush = async (): Promise<void> => {
      for (const chunk of chunks.splice(0)) {
        await file.writeFile(chunk);
        bytes += chunk.length;
      }
    };
    const pack = (path: string | undefined): Promise<Entry>[] =>
      path === undefined ? [] : [compress(folder, path, prefix, frame)];
    const rest = paths[Symbol.iterator]();
    const pending = Array.from({ length: AHEAD }, () => rest.next().value).flatMap(pack);
    for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
      add(zip, await next);
      pending.push(...pack(rest.next().value));
      await flush();
    }
    zip.end();
    await flush();
  } finally {
    await file.close();
  }
  return { files: paths.length, bytes };
}

interface Entry {
  readonly head: ZipInputFile;
  readonly packed: Uint8Array<ArrayBuffer>;
}

async function compress(
  folder: string,
  path: string,
  prefix: string,
  frame: Frame,
): Promise<Entry> {
  const content = rewriteForCopy(path, await readFile(join(folder, path)), frame);
  const isStored = COMPRESSED.test(path);
  return {
    head: {
      filename: prefix + path.slice(1),
      size: content.length,
      crc: crc32(content),
      compression: isStored ? 0 : 8,
      mtime: FIRST_DAY,
    },
    packed: isStored ? new Uint8Array(content) : await deflate(content, { level: LEVEL }),
  };
}

function add(zip: Zip, { head, packed }: Entry): void {
  zip.add(head);
  head.ondata?.(null, packed, true);
}

export type Frame = Omit<CopyFrame, 'depth'>;

/** A file as a copy has it. */
export function rewriteForCopy(path: string, content: Buffer, frame: Frame): Buffer {
  if (path.endsWith('.html')) {
    const depth = path.split('/').length - 2;
    const html = makeRelative(content.toString('utf8'), { ...frame, depth });
    return Buffer.from(html.replace(MARK, `$1${UNMARKED}"`));
  }
  if (path.endsWith('.css'))
    return Buffer.from(makeStylesRelative(content.toString('utf8'), frame.base));
  return content;
}

/** A copy is of no build that a browser could keep. */
const MARK = /(<meta name="build" content=")[0-9a-f]{16}"/;

/** Where the site is published, as its home page says. */
export async function readFrame(folder: string): Promise<Frame> {
  const home = await readFile(join(folder, 'index.html'), 'utf8');
  const address = /<link rel="canonical" href="([^"]+)"/.exec(home)?.[1];
  if (address === undefined)
    throw new Error(`${folder}/index.html does not say where the site is published`);
  const { origin, pathname } = new URL(address);
  return { base: pathname, siteUrl: origin, absent: ABSENT };
}
