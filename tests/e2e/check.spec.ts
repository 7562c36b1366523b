import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import type { Page, Request } from '@playwright/test';
import { PAGES } from './page-kinds.ts';
import { makeAxe } from './make-axe.ts';

const POINT = `${PAGES.check}?plane=dark-photon-visible&mass=0.5&value=1e-3`;

const answerOf = (page: Page): ReturnType<Page['locator']> => page.locator('.check-answer');

test('two numbers in, one sentence out, then every excluding limit', async ({ page }) => {
  await page.goto(POINT);
  await expect(answerOf(page)).toContainText(/^Excluded by \d+ published laboratory limits;/);
  await expect(answerOf(page)).toContainText(/factor of [\d.]+ in .+ \([\d.]+ in the rate\)/);
  const count = Number(/by (\d+)/.exec((await answerOf(page).textContent()) ?? '')?.[1]);
  await expect(page.locator('.check-evidence tbody tr')).toHaveCount(count);
  await expect(page.getByRole('link', { name: 'BaBar 2014' }).first()).toHaveAttribute(
    'href',
    /\/limits\/babar-2014-dark-photon\//,
  );
  await expect(page.locator('.check-bibtex pre')).toContainText('@article{BaBar:2014zli');
});

test('the answer follows the keyboard and so does the address', async ({ page }) => {
  await page.goto(POINT);
  await expect(answerOf(page)).toContainText('Excluded');
  await page.getByLabel('kinetic mixing').fill('1e-4');
  await expect(answerOf(page)).toContainText(/^Allowed by every .* below the floor of the nearest/);
  await expect(page).toHaveURL(/value=1e-4/);
  await page.getByLabel('Limits of').selectOption('ee');
  await page.getByLabel('Confidence level').selectOption('0.95');
  await page.getByLabel('Unit of the mass').selectOption('MeV');
  await page.getByLabel('with reinterpretations').uncheck();
  await expect(page).toHaveURL(
    '/check/?plane=dark-photon-visible&mass=0.5&unit=MeV&value=1e-4&scope=ee&level=0.95&reinterpretations=no',
  );
  const sentence = await answerOf(page).textContent();
  await page.reload();
  await expect(answerOf(page)).toHaveText(sentence ?? '');
});

test('a wrong number and a plane without numbers are asked for, not answered', async ({ page }) => {
  await page.goto(`${PAGES.check}?plane=alp-photon`);
  await expect(answerOf(page)).toContainText('Type a mass; the figure of this plane shows');
  const mass = page.locator('#check-mass');
  await mass.fill('1,5');
  await expect(answerOf(page)).toContainText('“1,5” is not a number');
  await expect(mass).toHaveAttribute('aria-invalid', 'true');
  await mass.fill('1.5');
  await expect(answerOf(page)).toContainText('Type a value');
});

test('a damaged link says what is wrong and answers the rest', async ({ page }) => {
  await page.goto(`${PAGES.check}?plane=nowhere&mass=0.5&value=1e-3&scope=world`);
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('plane is “nowhere”');
  await expect(notice).toContainText('scope is “world”');
  await expect(answerOf(page)).toContainText('Excluded');
  await page.locator('#check-mass').fill('2');
  await expect(notice).toBeHidden();
});

test('the BibTeX of all excluding papers can be taken away', async ({ page }) => {
  await page.goto(POINT);
  await page.locator('.check-bibtex summary').click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('excluded-by.bib');
  expect(await readFile(await file.path(), 'utf8')).toContain('@article{BaBar:2014zli');
});

test('a file of points is answered in a worker, bad rows by line and the rest all the same', async ({
  page,
}) => {
  await page.goto(POINT);
  await expect(answerOf(page)).toContainText('Excluded');
  const rows = Array.from({ length: 50_000 }, (_, i) => `${String(0.1 + i * 1e-4)},1e-3`);
  rows[9] = 'oops,1e-3';
  const text = `mass,value\n${rows.join('\n')}\n`;
  await page.locator('[name="file"]').setInputFiles({
    name: 'points.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  });
  const worker = page.waitForEvent('worker');
  await page.getByRole('button', { name: 'Check these points' }).click();
  expect(new URL((await worker).url()).origin).toBe(new URL(page.url()).origin);
  const status = page.locator('.check-points [role="status"]');
  await expect(status).toHaveText('49,999 points answered, 1 bad row.');
  await page.locator('.check-faults summary').click();
  await expect(page.locator('.check-faults li')).toHaveText([/^line 11: found "oops" as mass/]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the answers' }).click();
  const answers = await readFile(await (await download).path(), 'utf8');
  expect(answers.split('\n')).toHaveLength(50_001);
  expect(answers).toMatch(/\n2,0\.1,0\.001,allowed,0,babar-2014-dark-photon,/);
});

test('a pasted list is answered as JSON lines, and another question clears the answers', async ({
  page,
}) => {
  await page.goto(POINT);
  await page.getByLabel('or paste').fill('0.5 1e-3\n0.5 1e-9');
  await page.getByLabel('Answers as').selectOption('jsonl');
  await page.getByRole('button', { name: 'Check these points' }).click();
  await expect(page.locator('.check-result')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the answers' }).click();
  const lines = (await readFile(await (await download).path(), 'utf8')).trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { state: string }).state)).toEqual([
    'excluded',
    'allowed',
  ]);
  await page.getByLabel('Limits of').selectOption('ee');
  await expect(page.locator('.check-result')).toBeHidden();
});

test('an answered page is accessible in both themes, fits a phone and stays light', async ({
  page,
}) => {
  const urls = new Set<string>();
  page.on('request', (request: Request) => {
    if (request.resourceType() === 'script') urls.add(request.url());
  });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(POINT, { waitUntil: 'networkidle' });
  await page.locator('.check-bibtex summary').click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await makeAxe(page).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  }
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  let total = 0;
  for (const url of urls) total += gzipSync(await (await page.request.get(url)).body()).length;
  expect(total).toBeLessThan(60_000);
});

test('the home page and every plane lead to the check', async ({ page }) => {
  await page.goto(PAGES.home);
  await page.getByRole('link', { name: 'Look up a point' }).click();
  await expect(page).toHaveURL(/\/check\//);
  await page.goto(PAGES.plane);
  await page.getByRole('link', { name: 'Check a point on this plane' }).click();
  await expect(page).toHaveURL(/\/check\/\?plane=dark-photon-visible$/);
  await expect(answerOf(page)).toContainText('Type a mass');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page leads to the command line and to every plane', async ({ page }) => {
    await page.goto(PAGES.check);
    await expect(page.locator('check-point')).toBeHidden();
    await expect(page.getByText('npm run -s verdict').first()).toBeVisible();
    expect(await page.locator('main a[href*="/planes/"]').count()).toBeGreaterThan(50);
  });
});
