import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/e2e/find-browser.ts';

const PORT = 4399;
const { executablePath } = await findBrowser();

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  timeout: 30_000,
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${String(PORT)}`,
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    },
  },
  webServer: {
    command: `astro preview --port ${String(PORT)}`,
    url: `http://localhost:${String(PORT)}/`,
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
    reuseExistingServer: false,
  },
});
