import { expect, test } from '@playwright/test';

test('an observed e+e- limit says what more data would do, and on what assumption', async ({
  page,
}) => {
  await page.goto('/limits/babar-2016-four-muon/');
  const section = page.getByRole('region', { name: 'With more data (naive scaling)' });
  await expect(section.getByRole('row')).toHaveText([
    /Luminosity\s*Without background\s*Background-limited/,
    /× 2 \(1028 fb⁻¹\)\s*× 0\.71\s*× 0\.84/,
    /× 10 \(5140 fb⁻¹\)\s*× 0\.32\s*× 0\.56/,
  ]);
  await expect(section).toContainText('not a projection by the experiment');
});

test('published projections take the place of a scaling', async ({ page }) => {
  await page.goto('/limits/belle-2-2020-alp-photon/');
  const section = page.getByRole('region', { name: 'With more data' });
  await expect(section.getByRole('link').first()).toHaveAttribute('href', /\/limits\/belle-2-/);
  await expect(section.getByRole('table')).toHaveCount(0);
});

test('a displaced search says in one line why it is not scaled; a projection says nothing', async ({
  page,
}) => {
  await page.goto('/limits/belle-2-2023-bplus-kplus-mumu/');
  await expect(page.getByText('with displaced decays the rate is no power')).toBeVisible();
  await page.goto('/limits/belle-2-2019-dark-photon-projection/');
  await expect(page.getByText('With more data')).toHaveCount(0);
});
