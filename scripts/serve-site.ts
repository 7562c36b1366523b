import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import sirv from 'sirv';
import { mendSite, SITE } from '../src/io/replace-site.ts';
import { listHeaders } from '../src/core/hosting/header-rules.ts';
import { basePath } from '../src/io/site.ts';
import { HEADER_RULES, MEDIA_TYPES } from '../src/layouts/policy.ts';

/** The port of `PORT`, else 4321. Ends the process when it is not a port. */
export function readPort(): number {
  const text = process.env['PORT'] ?? '4321';
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  console.error(
    `PORT is "${text}"; expected a number from 1 to 65535, for instance PORT=8080 npm start.`,
  );
  process.exit(2);
}

/**
 * Serves `dist/` below `BASE` until interrupted. `sirv` rather than `astro preview`, which allows one
 * server per project: a reader may keep the site open while the tests run.
 */
export function serveSite(port: number): void {
  if (!existsSync(`${SITE}/index.html`)) mendSite('.');
  if (!existsSync(`${SITE}/index.html`)) {
    console.error('There is no built site in dist/; run npm run build first.');
    process.exit(2);
  }
  const missing = readFileSync(`${SITE}/404.html`);
  // Files are looked up at each request, so that a rebuilt site is served without a restart.
  const files = sirv(SITE, {
    dev: true,
    etag: true,
    // Copies beside the files, where the build has made them.
    brotli: true,
    gzip: true,
    setHeaders: (response, path) => {
      for (const [name, value] of listHeaders(HEADER_RULES, path)) response.setHeader(name, value);
      const type = MEDIA_TYPES.find(([end]) => path.endsWith(end))?.[1];
      if (type !== undefined) response.setHeader('content-type', type);
    },
  });
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const isBelowBase = url.startsWith(basePath);
    const fail = (): void => {
      const headers = Object.fromEntries(listHeaders(HEADER_RULES, '/404.html'));
      const type = { 'content-type': 'text/html; charset=utf-8' };
      response.writeHead(404, { ...headers, ...type }).end(missing);
    };
    if (!isBelowBase) {
      fail();
      return;
    }
    request.url = url.slice(basePath.length - 1);
    files(request, response, fail);
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    const why =
      error.code === 'EADDRINUSE'
        ? `Port ${String(port)} is in use; choose another, for instance PORT=${String(port + 1)} npm start.`
        : error.message;
    console.error(why);
    process.exit(1);
  });
  server.listen(port, () => {
    console.error(`\nThe site is at http://localhost:${String(port)}${basePath} (Ctrl-C ends it).`);
  });
}
