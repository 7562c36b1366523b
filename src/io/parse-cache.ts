import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { compareText } from '../core/message.ts';

/** This environment variable names another folder for what is kept between runs, or is `off`. */
export const CACHE_VARIABLE = 'PARSE_CACHE';

/** Fewer files than this are parsed faster than a cache is read and written. */
const FEWEST_FILES = 100;

/** An entry that no run asked for is dropped after so many days. */
const DAYS_UNUSED = 14;

/** No more is written than this: beyond it the cache would cost more than it saves. [characters] */
const LARGEST = 200e6;

/** Parts of the project that decide what is read from a file. */
const READER = ['src/core', 'src/io'];

/**
 * What was computed from files in earlier runs, by a digest of their content. Everything kept is plain
 * data that survives JSON unchanged, so that a run with the cache gives exactly what one without gives.
 */
export interface ParseCache {
  /** The value kept under the key, else that of `compute`, kept from now on. */
  readonly get: <T>(key: string, compute: () => T) => T;
  /** Writes what is new. Never throws: what cannot be written is computed again. */
  readonly save: () => void;
}

/** Keeps nothing. */
export const withoutCache: ParseCache = {
  get: (_key, compute) => compute(),
  save: () => undefined,
};

/** A digest of texts, which are told apart however they are cut. */
export function digest(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${String(text.length)}:`).update(text);
  return hash.digest('base64url');
}

/** The cache of this project for a folder of so many files; one that keeps nothing where it does not pay. */
export function openCache(files: number): ParseCache {
  const folder = process.env[CACHE_VARIABLE] ?? join(PROJECT, 'node_modules/.cache/dark-portals');
  if (files < FEWEST_FILES || folder === 'off') return withoutCache;
  version ??= digestReader(PROJECT);
  return version === undefined ? withoutCache : new FileCache(join(folder, 'parsed.txt'), version);
}

/** Of the code that runs, whatever becomes of its files meanwhile. */
let version: string | undefined;

/** The project this code belongs to; built into the site, it runs in its folder. */
const PROJECT = /[\\/]src[\\/]io$/.test(import.meta.dirname)
  ? join(import.meta.dirname, '../..')
  : process.cwd();

/**
 * Digest of everything that decides what is read from a file: the sources of the reader, the versions of
 * all packages and of node. Undefined where these, or a place for the cache, cannot be found.
 */
export function digestReader(project: string): string | undefined {
  try {
    const files = READER.flatMap((part) =>
      readdirSync(join(project, part), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(part, name)),
    ).sort(compareText);
    // What npm says it installed.
    const texts = ['node_modules/.package-lock.json', ...files].flatMap((name) => [
      name,
      readFileSync(join(project, name), 'utf8'),
    ]);
    return digest(process.version, ...texts);
  } catch {
    return undefined;
  }
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It was never there.
  }
}

/** A line of the file: the key, the day it was last used (since 1970), and the value as JSON. */
interface Kept {
  readonly json: string;
  usedOn: number;
}

/**
 * A cache in one file: a line with the version of the reader and a digest of the rest, then one line a key.
 * Anything that is not so is ignored and written anew. It is
 * replaced at once, by renaming, so that of several processes one wins and none reads half a file.
 */
export class FileCache implements ParseCache {
  readonly #file: string;
  readonly #version: string;
  readonly #today: number;
  readonly #kept = new Map<string, Kept>();
  #isChanged = false;

  /** @param today days since 1970 */
  constructor(file: string, version: string, today = Math.floor(Date.now() / 86_400_000)) {
    this.#file = file;
    this.#version = version;
    this.#today = today;
    this.#load();
  }

  get<T>(key: string, compute: () => T): T {
    const known = this.#kept.get(key);
    if (known !== undefined) {
      known.usedOn = this.#today;
      return JSON.parse(known.json) as T;
    }
    const value = compute();
    const json = JSON.stringify(value) as string | undefined;
    // What JSON would change (undefined, NaN, −0, a Map) is computed every time.
    if (json !== undefined && isDeepStrictEqual(JSON.parse(json), value)) {
      this.#kept.set(key, { json, usedOn: this.#today });
      this.#isChanged = true;
    }
    return value;
  }

  save(): void {
    if (!this.#isChanged) return;
    this.#isChanged = false;
    const lines: string[] = [];
    let size = 0;
    for (const [key, { json, usedOn }] of this.#kept) {
      if (usedOn < this.#today - DAYS_UNUSED) continue;
      const line = `${key}\t${String(usedOn)}\t${json}\n`;
      size += line.length;
      if (size > LARGEST) break;
      lines.push(line);
    }
    const body = lines.join('');
    const temporary = `${this.#file}.${randomUUID()}.partial`;
    try {
      mkdirSync(dirname(this.#file), { recursive: true });
      writeFileSync(temporary, `${this.#version}\t${digest(body)}\n${body}`);
      renameSync(temporary, this.#file);
    } catch {
      remove(temporary);
    }
  }

  #load(): void {
    let text: string;
    try {
      text = readFileSync(this.#file, 'utf8');
    } catch {
      return;
    }
    const end = text.indexOf('\n');
    const [version, sum] = text.slice(0, Math.max(0, end)).split('\t');
    const body = text.slice(end + 1);
    if (version !== this.#version || sum !== digest(body)) return;
    for (let from = 0; from < body.length;) {
      const to = body.indexOf('\n', from);
      const afterKey = body.indexOf('\t', from);
      const afterDay = body.indexOf('\t', afterKey + 1);
      this.#kept.set(body.slice(from, afterKey), {
        usedOn: Number(body.slice(afterKey + 1, afterDay)),
        json: body.slice(afterDay + 1, to),
      });
      from = to + 1;
    }
  }
}
