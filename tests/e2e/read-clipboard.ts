import type { Page } from '@playwright/test';

/**
 * What was copied, pasted into a field of the page as a reader would: no page may read the clipboard, which is
 * what the policy of the site says.
 */
export async function readClipboard(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'pasted';
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.press('ControlOrMeta+V');
  const text = await page.locator('#pasted').inputValue();
  await page.locator('#pasted').evaluate((field) => {
    field.remove();
  });
  return text;
}
