import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  findVanished,
  followRedirect,
  parsePermalinks,
  toFile,
} from '../core/release/permalinks.ts';
import { PERMALINKS_FILE, REDIRECTS_FILE } from '../core/release/site-files.ts';
import type { Redirect } from '../core/schema/redirects.ts';
import { readRedirects } from './check-addresses.ts';
import { listFiles } from './release/list-files.ts';
import { escapeXml } from '../core/escape-xml.ts';

/** Where and how redirects are written. */
export interface RedirectRequest {
  /** The built site. */
  readonly site: string;
  /** The content folder. */
  readonly content: string;
  /** Host of the site without a slash at its end, and the path below it with one at both ends. */
  readonly siteUrl: string;
  readonly base: string;
  /** Content-Security-Policy of the pages. */
  readonly policy: string;
  /** What they tell others of where a reader came from. */
  readonly referrer: string;
}

/**
 * Makes every released address that a redirect is about answer in a built site: an old page by a page
 * that leads on, with or without scripts, an old file by a copy of the new one, for no static host can
 * redirect a program.
 * @returns the addresses written
 * @throws when a redirect hides a page of the site or leads to none
 */
export async function writeRedirects(request: RedirectRequest): Promise<string[]> {
  const { site, content } = request;
  const read = async (file: string): Promise<string> =>
    readFile(join(content, file), 'utf8').catch(() => '');
  const redirects = readRedirects(new Map([[REDIRECTS_FILE, await read(REDIRECTS_FILE)]])).value;
  if (redirects.length === 0) return [];
  const files = new Set(await listFiles(site));
  requireSound(redirects, files);
  const released = parsePermalinks(await read(PERMALINKS_FILE));
  const old = new Set([
    ...redirects.map(({ from }) => from),
    ...findVanished(released, [...files]),
  ]);
  const written: string[] = [];
  for (const address of old) {
    const next = followRedirect(address, redirects);
    // What leads nowhere still is reported by the check of the addresses.
    if (next === undefined || !files.has(toFile(next.to))) continue;
    await writeOne(address, next.to, next.redirect.why, request);
    written.push(address);
  }
  return written;
}

function requireSound(redirects: readonly Redirect[], files: ReadonlySet<string>): void {
  for (const { from, to } of redirects) {
    if (files.has(toFile(from))) {
      throw new Error(
        `content/${REDIRECTS_FILE}: the site has a page ${from}; remove the redirect from it`,
      );
    }
    if (!files.has(toFile(to))) {
      throw new Error(
        `content/${REDIRECTS_FILE}: the site has no page ${to}; correct where ${from} leads`,
      );
    }
  }
}

async function writeOne(
  address: string,
  to: string,
  why: string,
  request: RedirectRequest,
): Promise<void> {
  const path = join(request.site, toFile(address));
  await mkdir(dirname(path), { recursive: true });
  if (address.endsWith('/')) await writeFile(path, writePage(to, why, request));
  else await copyFile(join(request.site, to), path);
}

/** A page that leads on and keeps the view in the address; without scripts the view is lost. */
function writePage(
  to: string,
  why: string,
  { siteUrl, base, policy, referrer }: RedirectRequest,
): string {
  const target = escapeXml(base.replace(/\/$/, '') + to);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeXml(policy)}">
<meta name="referrer" content="${escapeXml(referrer)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>This page has moved · Dark Portals</title>
<link rel="canonical" href="${escapeXml(siteUrl)}${target}">
<script src="${escapeXml(base)}redirect.js" data-to="${target}"></script>
<noscript><meta http-equiv="refresh" content="0; url=${target}"></noscript>
</head>
<body data-moved>
<main>
<h1>This page has moved</h1>
<p>It is now at <a href="${target}">${escapeXml(to)}</a>: ${escapeXml(why)}</p>
</main>
</body>
</html>
`;
}
