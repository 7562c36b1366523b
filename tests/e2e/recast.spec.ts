import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { bringReader } from './bring-reader.ts';
import type { Locator, Page } from '@playwright/test';
import type { MountedFigure } from '../../src/components/figure/mount-figure.ts';
import type { FigureSpec } from '../../src/core/figure/figure-spec.ts';
import { findVectorModel } from '../../src/core/physics/vector-models.ts';
import { prepareLimits } from '../../src/core/recast/prepare-limit.ts';
import { recastLimit } from '../../src/core/recast/recast-limit.ts';
import { writeRecastRows } from '../../src/core/recast/write-recast.ts';
import { readContent } from '../../src/io/read-content.ts';
import { PAGES } from './page-kinds.ts';
import { makeAxe } from './make-axe.ts';

async function open(page: Page, query = ''): Promise<Locator> {
  await page.goto(PAGES.recast + query);
  await bringReader(page);
  await expect(page.locator('.recast-figure.is-interactive')).toHaveCount(1, { timeout: 20_000 });
  return page.locator('recast-tool');
}

const readShown = (tool: Locator): Promise<FigureSpec> =>
  tool.evaluate((element) => {
    const { mounted } = element as HTMLElement & { readonly mounted?: MountedFigure };
    if (mounted === undefined) throw new Error('The figure is not in use.');
    return mounted.model.shown;
  });

test('another model redraws and changes the address, which restores it', async ({ page }) => {
  const tool = await open(page);
  const before = await readShown(tool);
  expect(before.title).toContain('B−L');
  await page.locator('[name="model"]').selectOption('lmu-ltau');
  await expect(page).toHaveURL(/\?recast=1&model=lmu-ltau$/u);
  await expect(page.locator('.figure-finding')).toContainText('Lμ−Lτ');
  await page.getByLabel(/^With what loops give/u).uncheck();
  await page.getByLabel('Invisible: always').check();
  await expect(page).toHaveURL(/limits=invisible&decays=dark&loops=off/u);
  await page.locator('.recast-charges > summary').click();
  await page.getByLabel('Charge of e', { exact: true }).fill('1/2');
  await expect(page).toHaveURL(/model=own&e=0.5&mu=1&tau=-1/u);
  const shown = await readShown(tool);
  expect(shown.series.length).toBeGreaterThan(0);
  const again = await open(page, new URL(page.url()).search);
  expect(await readShown(again)).toEqual(shown);
});

test('no charge, a broken one and no decay give sentences and a figure', async ({ page }) => {
  const tool = await open(page, '?recast=1&model=own');
  await expect(page.locator('.recast-said')).toContainText('All charges are zero');
  expect((await readShown(tool)).series).toEqual([]);
  await page.getByLabel('Charge of mu', { exact: true }).fill('many');
  await expect(page.locator('.recast-faults')).toContainText('charge of mu is “many”');
  await page.getByLabel('Charge of b', { exact: true }).fill('1');
  await expect(page.locator('.recast-said')).toContainText(
    /Below about 9\.\d GeV it has no decay/u,
  );
  await expect(page.locator('.recast-faults')).toBeHidden();
});

test('the CSV has the numbers of the core, BibTeX the papers of the method', async ({ page }) => {
  await open(page, '?recast=1&model=le-lmu&at=0.05&v=1');
  const save = async (name: string): Promise<string> => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name, exact: false }).first().click();
    return readFile(await (await download).path(), 'utf8');
  };
  const csv = await save('CSV: limit');
  const { catalogue } = await readContent('content');
  const prepared = prepareLimits(catalogue).limits.find(({ id }) => id === 'a1-2011-dark-photon');
  const model = findVectorModel('le-lmu');
  if (prepared === undefined || model === undefined) throw new Error('no limit');
  const rows = writeRecastRows(recastLimit(prepared, model, { loops: true, decays: 'standard' }));
  expect(csv.split('\n')[0]).toBe('limit,segment,mass,lower,upper');
  expect(csv.split('\n').filter((row) => row.startsWith(prepared.id))).toEqual(rows);
  const bibtex = await save('BibTeX');
  for (const key of ['Ilten:2018crw', 'Amaral:2021rzw', 'BaBar:2014zli'])
    expect(bibtex).toContain(`{${key},`);
  await expect(page.locator('.figure-values')).toContainText('At mZ′ = 0.05 GeV');
});

test('axe finds nothing, and 360 px do not scroll sideways', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, '?recast=1&model=own&e=1&nue=1');
  const { violations } = await makeAxe(page).analyze();
  expect(violations).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the page says what it does and shows an example', async ({ page }) => {
    await page.goto(PAGES.recast);
    await expect(page.locator('noscript .section-note')).toContainText('needs JavaScript');
    await expect(page.locator('.figure-stage > .figure-wide')).toBeVisible();
    await expect(page.locator('.recast-form')).toBeHidden();
    await expect(
      page.getByRole('heading', { name: 'Limits that cannot be carried over' }),
    ).toBeVisible();
  });
});
