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

test('a curve in falling mass inside an island is compared with what lies above it', async ({
  page,
}) => {
  const figure = await openFigure(page, '/planes/dark-photon-visible/');
  const panel = await openPanel(figure, 'Your curve');
  await panel.getByLabel('Numbers').fill('m [MeV], epsilon\n150, 1e-6\n80, 1e-6\n');
  await panel.getByRole('button', { name: 'Read' }).click();
  await expect(panel).not.toContainText('back and forth');
  await panel.getByRole('button', { name: 'Add to the figure' }).click();
  await expect(panel).toContainText(
    'starts inside an excluded island and closes a gap above it from 80 to 150 MeV',
  );
});

test('curves of one name have each its own place, and are removed one by one', async ({ page }) => {
  const figure = await openFigure(page, PLANE);
  const panel = await openPanel(figure, 'Your curve');
  const add = async (name: string): Promise<void> => {
    await panel.getByLabel('Numbers').fill('m [GeV], epsilon\n0.1, 1e-4\n1, 1e-4\n');
    await panel.getByRole('button', { name: 'Read' }).click();
    await panel.getByLabel('Name').fill(name);
    await panel.getByRole('button', { name: 'Add to the figure' }).click();
  };
  const names = panel.locator('.figure-own-name');
  await add('A');
  await add('B');
  await expect(names).toHaveText(['A', 'B']);
  await panel.getByRole('button', { name: 'Remove' }).first().click();
  await expect(names).toHaveText(['B']);
  await add('B');
  await expect(names).toHaveText(['B', 'B']);
  await panel.getByRole('button', { name: 'Remove' }).first().click();
  await expect(names).toHaveText(['B']);
});

test('dropped text goes where it is dropped', async ({ page }) => {
  const figure = await openFigure(page, PLANE);
  const panel = await openPanel(figure, 'Your curve');
  const isLeftAlone = await panel.getByLabel('Numbers').evaluate((field) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', '1 2');
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
    return field.dispatchEvent(drop);
  });
  expect(isLeftAlone).toBe(true);
});

test('an own curve is in the address, and in no code that is published', async ({ page }) => {
  const figure = await openFigure(page, PLANE);
  const panel = await openPanel(figure, 'Your curve');
  await expect(panel).toContainText('their permalink does not');
  await panel.getByLabel('Numbers').fill('m [GeV], epsilon\n0.1, 1e-4\n1, 1e-4\n');
  await panel.getByRole('button', { name: 'Read' }).click();
  await panel.getByRole('button', { name: 'Add to the figure' }).click();
  const link = await openPanel(figure, 'Link and embed');
  await expect(link.getByLabel('Address of this view')).toHaveValue(/#curve=1~/u);
  await expect(link.getByLabel('To show it in another page')).toHaveValue(/<iframe [^#]*$/u);
});
