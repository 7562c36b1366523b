import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  countElements,
  listImports,
  listLaterImports,
  listPageLoads,
} from '../core/quality/page-loads.ts';

export interface WeighedFile {
  /** Address of the file, from the root of the site. */
  readonly path: string;
  /** As it is sent: compressed with gzip, where that makes it smaller [B]. */
  readonly bytes: number;
}

export interface WeighedPage {
  /** Everything loaded before a reader does anything, the largest first; the page itself among it. */
  readonly files: readonly WeighedFile[];
  /** Those of `files` that are JavaScript. */
  readonly scripts: readonly WeighedFile[];
  /** What the page's figure loads besides to become interactive; empty where it has none. */
  readonly figureScripts: readonly WeighedFile[];
  /** Elements in its HTML. */
  readonly elements: number;
}

const sizes = new Map<string, number>();

/**
 * What a page of a built site loads, from the files alone. Fonts depend on letters and styles, which only a
 * browser knows.
 * @param folder the built site
 * @param path of the page, for instance `/planes/`
 * @param fonts addresses of the fonts that a browser loaded
 */
export function weighPage(folder: string, path: string, fonts: readonly string[]): WeighedPage {
  const file = path.endsWith('/') ? `${path}index.html` : path;
  const read = (address: string): string => readFileSync(join(folder, address), 'utf8');
  const html = read(file);
  const loads = listPageLoads(html);
  const weigh = (address: string): WeighedFile => ({ path: address, bytes: size(folder, address) });
  const scripts = closeOver(loads.scripts, read);
  const figure = scripts.flatMap((script) =>
    listLaterImports(read(script))
      .filter((name) => name.includes('mount-figure'))
      .map((name) => resolve(name, script)),
  );
  const others = [
    ...loads.styles,
    ...loads.pictures,
    ...new Set([...loads.preloads, ...fonts]),
  ].filter((address) => existsSync(join(folder, address)));
  return {
    files: [file, ...scripts, ...others].map(weigh).sort((a, b) => b.bytes - a.bytes),
    scripts: scripts.map(weigh).sort((a, b) => b.bytes - a.bytes),
    figureScripts: closeOver(figure, read)
      .filter((script) => !scripts.includes(script))
      .map(weigh),
    elements: countElements(html),
  };
}

const resolve = (name: string, from: string): string =>
  new URL(name, `http://site${from}`).pathname;

/** Scripts with everything they import. */
function closeOver(first: readonly string[], read: (path: string) => string): string[] {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    for (const name of listImports(read(path))) visit(resolve(name, path));
  };
  first.forEach(visit);
  return [...found];
}

/** Size as sent [B]; a file of the build is weighed once. */
function size(folder: string, address: string): number {
  const known = sizes.get(folder + address);
  if (known !== undefined) return known;
  const bytes = readFileSync(join(folder, address));
  const sent = Math.min(bytes.length, gzipSync(bytes, { level: 9 }).length);
  sizes.set(folder + address, sent);
  return sent;
}
