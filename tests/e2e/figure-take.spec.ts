import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Download, type Locator, type Page, test } from '@playwright/test';
import { readFigureCsv } from '../../src/core/formats/figure/write-csv.ts';
import { parseBibtex } from '../../src/core/formats/bibtex.ts';
import { openFigure, openPanel, readDrawn, readShown } from './figure-page.ts';
import { readClipboard } from './read-clipboard.ts';

const VIEW = '/planes/dark-photon-invisible/?v=1&y=epsilon-squared&cl=90';

const has = (program: string): boolean =>
  spawnSync(program, ['-v'], { stdio: 'ignore' }).error === undefined;

async function openTake(page: Page): Promise<{ figure: Locator; panel: Locator }> {
  const figure = await openFigure(page, VIEW);
  const panel = await openPanel(figure, 'Take away');
  await expect(panel.getByRole('button', { name: /^Save as CSV/ })).toBeVisible();
  return { figure, panel };
}

async function save(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [download]: [Download, unknown] = await Promise.all([
    page.waitForEvent('download'),
    button.click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('CSV and JSON read back equal to what is shown, with every digit', async ({ page }) => {
  const { figure, panel } = await openTake(page);
  const csv = await save(page, panel.getByRole('button', { name: /^Save as CSV/ }));
  expect(csv.name).toBe('dark-photon-invisible.csv');
  const shown = await readShown(figure);
  expect((await readDrawn(figure)).isExact).toBe(true);
  const { curves } = readFigureCsv(csv.bytes.toString());
  const babar = shown.series.find(({ limit }) => limit === 'babar-2017-invisible-dark-photon');
  if (babar?.mark.kind !== 'segments') throw new Error('BaBar 2017 is not a curve here');
  const read = curves.find(({ id }) => id === babar.limit);
  expect(read?.parts.map(({ points }) => points)).toEqual(babar.mark.segments);
  // The published numbers, squared: the axis shows ε².
  const source = await (
    await page.request.get('/limits/babar-2017-invisible-dark-photon.csv')
  ).text();
  const [, mass, value] = /\n1,([^,]+),([^,\n]+)/.exec(source) ?? [];
  expect(read?.parts[0]?.points[0]?.[0]).toBe(Number(mass));
  expect(read?.parts[0]?.points[0]?.[1]).toBe(Number((Number(value) ** 2).toPrecision(12)));

  const json = await save(page, panel.getByRole('button', { name: /^Save as JSON/ }));
  const plain = JSON.parse(json.bytes.toString()) as {
    format: string;
    series: { limit: string; parts: { points: unknown }[] }[];
  };
  expect(plain.format).toBe('dark-portals-figure');
  expect(plain.series.map(({ limit }) => limit)).toEqual(shown.series.map(({ limit }) => limit));
  expect(
    plain.series.find(({ limit }) => limit === babar.limit)?.parts.map(({ points }) => points),
  ).toEqual(babar.mark.segments);
});

test('the papers of what is shown, and of nothing else, are cited', async ({ page }) => {
  const { figure, panel } = await openTake(page);
  const bib = await save(page, panel.getByRole('button', { name: /^Save as BibTeX/ }));
  const { entries, faults } = parseBibtex(bib.bytes.toString());
  expect(faults).toEqual([]);
  const keys = entries.map(({ key }) => key);
  const shown = await readShown(figure);
  for (const { reference } of shown.series)
    if (reference !== undefined) expect(keys).toContain(reference);
  const cite = await save(page, panel.getByRole('button', { name: /^Save as .cite/ }));
  expect(/\\cite\{([^}]*)\}/.exec(cite.bytes.toString())?.[1]?.split(',').sort()).toEqual(
    keys.toSorted(),
  );
  const caption = await save(page, panel.getByRole('button', { name: /^Save as LaTeX caption/ }));
  for (const { label } of shown.series.slice(0, 3))
    expect(caption.bytes.toString()).toContain(label.split(' ')[0]);
  expect(keys.length).toBeLessThan(40);
});

test('drawings are drawn: SVG and PNG by the browser, PDF by a reader where there is one', async ({
  page,
}) => {
  const { panel } = await openTake(page);
  await panel.getByLabel('for').selectOption({ label: 'a screen or a talk' });
  const svg = await save(page, panel.getByRole('button', { name: 'SVG', exact: true }));
  const png = await save(page, panel.getByRole('button', { name: 'PNG', exact: true }));
  const pdf = await save(page, panel.getByRole('button', { name: 'PDF (vector)' }));
  expect(svg.bytes.toString()).not.toMatch(/var\(|<script|href="http/);
  const opened = async (type: string, bytes: Buffer) =>
    page.evaluate(
      async ([mime, base64]) => {
        const image = new Image();
        image.src = `data:${mime ?? ''};base64,${base64 ?? ''}`;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = image.naturalWidth;
        canvas.height = image.naturalHeight;
        const paint = canvas.getContext('2d');
        paint?.drawImage(image, 0, 0);
        const data = paint?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        let orange = 0;
        for (let i = 0; i < data.length; i += 4) {
          const [r = 0, g = 0, b = 0] = [data[i], data[i + 1], data[i + 2]];
          if (r > 180 && g > 80 && g < 140 && b < 60) orange += 1;
        }
        return { width: canvas.width, height: canvas.height, orange };
      },
      [type, bytes.toString('base64')],
    );
  const fromSvg = await opened('image/svg+xml', svg.bytes);
  const fromPng = await opened('image/png', png.bytes);
  expect([fromPng.width, fromPng.height]).toEqual([1840, 1380]);
  // BaBar's orange is in both.
  expect(fromSvg.orange).toBeGreaterThan(200);
  expect(fromPng.orange).toBeGreaterThan(800);
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  if (has('pdftoppm')) {
    const folder = mkdtempSync(join(tmpdir(), 'dark-portals-pdf-'));
    writeFileSync(join(folder, 'figure.pdf'), pdf.bytes);
    execFileSync('pdftoppm', ['-png', '-r', '100', 'figure.pdf', 'page'], { cwd: folder });
    const page1 = await opened('image/png', readFileSync(join(folder, 'page-1.png')));
    expect(page1.orange).toBeGreaterThan(100);
  } else {
    test
      .info()
      .annotations.push({ type: 'skipped part', description: 'no pdftoppm to open the PDF' });
  }
});

test('a file that cannot be complete is not written at all', async ({ page }) => {
  const figure = await openFigure(page, VIEW);
  await page.route('**/figures/curves/**', (route) => route.abort());
  const panel = await openPanel(figure, 'Take away');
  let downloads = 0;
  page.on('download', () => (downloads += 1));
  await panel.getByRole('button', { name: /^Save as CSV/ }).click();
  await expect(figure.locator('.figure-status')).toContainText('Nothing was saved');
  expect(downloads).toBe(0);
});

test('a file of another year waits for the history, and is not written without it', async ({
  page,
}) => {
  await page.route('**/figures/history/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  const figure = await openFigure(page, '/planes/dark-photon-invisible/?v=1&asof=2012');
  const panel = await openPanel(figure, 'Take away');
  const json = await save(page, panel.getByRole('button', { name: /^Save as JSON/ }));
  const { series } = JSON.parse(json.bytes.toString()) as { series: { year?: number }[] };
  expect(series.length).toBeGreaterThan(0);
  expect(series.filter(({ year = 0 }) => year > 2012)).toEqual([]);
  await page.route('**/figures/history/**', (route) => route.abort());
  const again = await openFigure(page, '/planes/dark-photon-visible/?v=1&asof=2012');
  const other = await openPanel(again, 'Take away');
  let downloads = 0;
  page.on('download', () => (downloads += 1));
  await other.getByRole('button', { name: /^Save as JSON/ }).click();
  await expect(again.locator('.figure-status')).toContainText('Nothing was saved');
  expect(downloads).toBe(0);
});

test('text can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-write']);
  const { figure, panel } = await openTake(page);
  await panel.getByRole('button', { name: /^Copy as .cite/ }).click();
  await expect(figure.locator('.figure-status')).toContainText('copied');
  expect(await readClipboard(page)).toMatch(/^\\cite\{/);
  const numbers = await openPanel(figure, 'Numbers');
  await numbers.getByRole('button', { name: 'Copy this table' }).click();
  await expect(figure.locator('.figure-status')).toContainText('The table copied');
  const rows = (await readClipboard(page)).split('\n');
  expect(rows).toHaveLength((await readDrawn(figure)).limits.length + 1);
});

test('the table of numbers sorts by any column and shows the digits of a curve', async ({
  page,
}) => {
  const figure = await openFigure(page, VIEW);
  const panel = await openPanel(figure, 'Numbers');
  const first = panel.locator('tbody').first().getByRole('row').first();
  await panel.getByRole('button', { name: 'Lowest value' }).click();
  await expect(panel.getByRole('columnheader', { name: 'Lowest value' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  const lowest = await first.textContent();
  await panel.getByRole('button', { name: 'Lowest value' }).click();
  expect(await first.textContent()).not.toBe(lowest);
  await panel.getByRole('combobox').selectOption('babar-2017-invisible-dark-photon');
  const source = await (
    await page.request.get('/limits/babar-2017-invisible-dark-photon.csv')
  ).text();
  const [, mass = ''] = /\n1,([^,]+),/.exec(source) ?? [];
  await expect(panel.locator('tbody').nth(1).getByRole('row').first()).toContainText(
    String(Number(mass)),
  );
});
