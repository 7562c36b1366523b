import { expect, test } from '@playwright/test';
import { openFigure, openPanel, readDrawn, readShown } from './figure-page.ts';

const PLANE = '/planes/dark-photon-invisible/';

test('a pasted curve is asked about, drawn, compared and kept in the address, and never sent', async ({
  page,
}) => {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
  const figure = await openFigure(page, PLANE);
  const panel = await openPanel(figure, 'Your curve');
  await panel
    .getByLabel('Numbers')
    .fill('m [MeV], epsilon\n20, 1e-6\n200, 2e-6\n\n300, 0.05\n600, 0.05\n');
  await panel.getByRole('button', { name: 'Read' }).click();
  await expect(panel).toContainText('Read 4 points in 2 stretches');
  await panel.getByLabel('Name').fill('My limit');
  await panel.getByRole('button', { name: 'Add to the figure' }).click();
  await expect.poll(async () => (await readDrawn(figure)).labels).toContain('My limit');
  // 20 MeV in the unit of the plane.
  const own = (await readShown(figure)).series.find(({ label }) => label === 'My limit');
  expect(own?.mark.kind === 'segments' && own.mark.segments[0]?.[0]).toEqual([0.02, 1e-6]);
  await expect(panel).toContainText(/improves on the combined laboratory limit from 20 to 200 MeV/);
  await expect(panel).toContainText(/adds nothing to what is already excluded from 300 to 600 MeV/);
  await expect(page).toHaveURL(/#curve=1~My%20limit~/);
  expect(sent.filter((request) => /My|1e-6|curve=/.test(request))).toEqual([]);
  await page.reload();
  await expect(figure).toHaveClass(/is-interactive/);
  expect((await readDrawn(figure)).labels).toContain('My limit');
  const again = await openPanel(figure, 'Your curve');
  await again.getByRole('button', { name: 'Remove' }).click();
  await expect(page).not.toHaveURL(/#curve/);
  expect((await readDrawn(figure)).labels).not.toContain('My limit');
});

test('a dropped file opens the panel and is read', async ({ page }) => {
  const figure = await openFigure(page, PLANE);
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(
      new File(['0.1\t1e-4\n1\t2e-4\n'], 'reach.tsv', { type: 'text/tab-separated-values' }),
    );
    return data;
  });
  await figure.dispatchEvent('dragover', { dataTransfer: transfer });
  await figure.dispatchEvent('drop', { dataTransfer: transfer });
  const panel = figure.locator('.figure-panel-own');
  await expect(panel).toContainText('Read 2 points');
  await expect(panel.getByLabel('Name')).toHaveValue('reach');
});

test('what is no curve is refused with its line, and a wrong unit is noticed', async ({ page }) => {
  const figure = await openFigure(page, PLANE);
  const panel = await openPanel(figure, 'Your curve');
  await panel.getByLabel('Numbers').fill('0.1,1e-4\n0.2,-3e-4\n');
  await panel.getByRole('button', { name: 'Read' }).click();
  await panel
    .getByLabel(/logarithm/)
    .last()
    .selectOption({ label: 'as it is' });
  await expect(panel).toContainText(
    /line 2: found -0?\.?0003|line 2: found -3e-4|line 2: found -0.0003/,
  );
  await panel.getByLabel('Numbers').fill('hello');
  await panel.getByRole('button', { name: 'Read' }).click();
  await expect(panel.locator('.figure-drafts')).toContainText(/found|no table/);
  await expect(panel.getByRole('button', { name: 'Add to the figure' })).toHaveCount(0);
});
