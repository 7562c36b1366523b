import { existsSync } from 'node:fs';
import type { Browser, LaunchOptions } from '@playwright/test';

export interface FoundBrowser {
  /** Absent when Playwright should use its own download. */
  readonly executablePath?: string;
  readonly name: string;
}

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * The browser that drives the tests: CHROMIUM_PATH, else the Chromium inside the package
 * `@sparticuz/chromium` (bare x64 Linux), else Playwright's own, else one of the system.
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined) return { executablePath: named, name: 'CHROMIUM_PATH' };
  if (process.platform === 'linux' && process.arch === 'x64') {
    // The package unpacks its nss libraries only where it believes to run on Amazon Linux.
    process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs24.x';
    const { default: packaged } = await import('@sparticuz/chromium');
    return { executablePath: await packaged.executablePath(), name: '@sparticuz/chromium' };
  }
  const { chromium } = await import('@playwright/test');
  if (existsSync(chromium.executablePath())) return { name: 'Playwright' };
  const system = SYSTEM.find((path) => existsSync(path));
  if (system === undefined) {
    throw new Error(
      'No browser found. Set CHROMIUM_PATH to a Chromium, or run "npx playwright install chromium".',
    );
  }
  return { executablePath: system, name: system };
}

/** How it is started, also in a container and as root. */
export async function describeLaunch(): Promise<LaunchOptions> {
  const { executablePath } = await findBrowser();
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  };
}

/** Uses a browser that is gone afterwards. */
export async function useBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch(await describeLaunch());
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}
