import type { Page } from '@playwright/test';

/** Lets a page know that somebody is there, as a pointer that comes to the window does. */
export async function bringReader(page: Page): Promise<void> {
  await page.mouse.move(1, 1);
  await page.mouse.move(2, 2);
}

/** Waits until all of a page is laid out: before that, what is far below may still move what a test points at. */
export const waitForWhole = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    () =>
      document.documentElement.dataset['whole'] !== undefined ||
      document.body.classList.contains('embedded'),
  );
};
