import { expect, type Locator, test } from '@playwright/test';
import { openFigure, readDrawn } from './figure-page.ts';
import { PAGES } from './page-kinds.ts';

type Step = readonly [
  type: 'pointerdown' | 'pointermove' | 'pointerup',
  finger: number,
  x: number,
  y: number,
];

/** Fingers on the figure, places as fractions of it. */
const touch = (figure: Locator, steps: readonly Step[]): Promise<void> =>
  figure.locator('.figure-canvas').evaluate((box, all) => {
    const { left, top, width, height } = box.getBoundingClientRect();
    for (const [type, pointerId, x, y] of all)
      box.dispatchEvent(
        new PointerEvent(type, {
          bubbles: true,
          pointerType: 'touch',
          pointerId,
          clientX: left + x * width,
          clientY: top + y * height,
        }),
      );
  }, steps);

test.use({ viewport: { width: 390, height: 800 }, hasTouch: true });

test('two fingers zoom and move the window in one, and keep no crosshair', async ({ page }) => {
  const figure = await openFigure(page, PAGES.plane);
  const before = await readDrawn(figure);
  await touch(figure, [
    ['pointerdown', 1, 0.45, 0.5],
    ['pointerdown', 2, 0.55, 0.5],
    ['pointermove', 1, 0.3, 0.5],
    ['pointermove', 2, 0.7, 0.5],
    ['pointerup', 1, 0.3, 0.5],
    ['pointerup', 2, 0.7, 0.5],
  ]);
  const zoomed = await readDrawn(figure);
  expect(zoomed.x[0]).toBeGreaterThan(before.x[0] * 2);
  expect(zoomed.x[1]).toBeLessThan(before.x[1] / 2);
  await expect(figure.locator('.figure-values')).toBeHidden();
});

test('a finger that moves and is joined by another makes no jump', async ({ page }) => {
  const figure = await openFigure(page, PAGES.plane);
  const before = await readDrawn(figure);
  await touch(figure, [
    ['pointerdown', 1, 0.2, 0.3],
    ['pointermove', 1, 0.4, 0.5],
    ['pointerdown', 2, 0.6, 0.5],
    ['pointermove', 1, 0.4, 0.5],
    ['pointerup', 2, 0.6, 0.5],
    ['pointerup', 1, 0.4, 0.5],
  ]);
  expect((await readDrawn(figure)).x).toEqual(before.x);
  await expect(figure.locator('.figure-values')).toBeHidden();
});

test('a tap keeps the crosshair, and the page still scrolls under a finger', async ({ page }) => {
  const figure = await openFigure(page, PAGES.plane);
  await touch(figure, [
    ['pointerdown', 1, 0.6, 0.4],
    ['pointerup', 1, 0.6, 0.4],
  ]);
  await expect(figure.locator('.figure-values')).toBeVisible();
  const action = await figure
    .locator('.figure-canvas')
    .evaluate((box) => getComputedStyle(box).touchAction);
  expect(action).toBe('pan-y');
});
