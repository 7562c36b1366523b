import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { listHeaders } from '../../src/core/hosting/header-rules.ts';
import { HEADER_RULES } from '../../src/layouts/policy.ts';

/**
 * A process of its own that serves a built site as a host does: files are looked up once, and what was compressed
 * with the site is sent so. It sends its port, and the memory it takes [MB] whenever it is asked.
 */
const [, , folder = 'dist'] = process.argv;
const files = sirv(folder, {
  etag: true,
  brotli: true,
  gzip: true,
  setHeaders: (response, path) => {
    for (const [name, value] of listHeaders(HEADER_RULES, path)) response.setHeader(name, value);
  },
});
const server = createServer((request, response) => {
  files(request, response, () => {
    response.writeHead(404).end();
  });
});
const say = (message: unknown): void => {
  process.send?.(message);
};
const memoryMegabytes = (): number => process.memoryUsage.rss() / 1e6;
server.listen(0, '127.0.0.1', () => {
  say({ port: (server.address() as AddressInfo).port, memory: memoryMegabytes() });
});
process.on('message', () => {
  say({ memory: memoryMegabytes() });
});
process.on('disconnect', () => process.exit());
