import { spawn } from 'node:child_process';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../tests/e2e/find-browser.ts';

const PORT = '4397';

export interface SearchCost {
  /** Files of the search index that the first search loads, and their bytes as served. */
  readonly files: number;
  readonly bytes: number;
  /** From the query until there are results. [ms] */
  readonly milliseconds: number;
}

/**
 * What the first search costs on the built site of a folder, with nothing kept in the browser.
 * @throws when there are no results within a minute
 */
export async function measureSearch(folder: string): Promise<SearchCost> {
  const server = spawn(process.execPath, ['scripts/preview.ts'], {
    cwd: folder,
    env: { ...process.env, PORT },
    stdio: 'ignore',
  });
  const { executablePath } = await findBrowser();
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ serviceWorkers: 'block' });
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.url().includes('/pagefind/'))
        sizes.push(response.body().then(({ length }) => length));
    });
    const address = `http://localhost:${PORT}/search/`;
    await waitFor(address);
    await page.goto(address);
    const started = performance.now();
    await page.locator('main input[type="search"]').fill('dark photon');
    await page.locator('main .search-results a').first().waitFor({ timeout: 60_000 });
    const milliseconds = Math.round(performance.now() - started);
    const all = await Promise.all(sizes);
    return { files: all.length, bytes: all.reduce((sum, size) => sum + size, 0), milliseconds };
  } finally {
    await browser.close();
    server.kill();
  }
}

async function waitFor(address: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const isUp = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing answers at ${address}.`);
}
