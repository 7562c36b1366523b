import { useBrowser } from '../../tests/e2e/find-browser.ts';
import { servePreview } from '../serve-preview.ts';

const PORT = 4395;

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
export const measureSearch = (folder: string): Promise<SearchCost> =>
  servePreview(
    PORT,
    (root) =>
      useBrowser(async (browser) => {
        const page = await browser.newPage({ serviceWorkers: 'block' });
        const sizes: Promise<number>[] = [];
        page.on('response', (response) => {
          if (response.url().includes('/pagefind/'))
            sizes.push(response.body().then(({ length }) => length));
        });
        await page.goto(`${root}/search/`);
        const started = performance.now();
        await page.locator('main input[type="search"]').fill('dark photon');
        await page.locator('main .search-results a').first().waitFor({ timeout: 60_000 });
        const milliseconds = Math.round(performance.now() - started);
        const all = await Promise.all(sizes);
        return { files: all.length, bytes: all.reduce((sum, size) => sum + size, 0), milliseconds };
      }),
    folder,
  );
