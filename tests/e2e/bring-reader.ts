import type { Page } from '@playwright/test';

/** Lets a page know that somebody is there, as a pointer that comes to the window does. */
export async function bringReader(page: Page): Promise<void> {
  await page.mouse.move(1, 1);
  await page.mouse.move(2, 2);
}
