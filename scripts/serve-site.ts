import { existsSync } from 'node:fs';
import { runStep } from './steps.ts';

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

/** Serves `dist/` until interrupted. */
export async function serveSite(port: number): Promise<void> {
  if (!existsSync('dist/index.html')) {
    console.error('There is no built site in dist/; run npm run build first.');
    process.exit(2);
  }
  console.error(`\nThe site is at http://localhost:${String(port)}/ (Ctrl-C ends it).`);
  const { ok } = await runStep({
    name: 'serve',
    command: ['astro', 'preview', '--port', String(port)],
  });
  if (!ok) process.exit(1);
}
