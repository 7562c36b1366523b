import { defineConfig } from '@playwright/test';
import { describeLaunch } from './tests/e2e/find-browser.ts';

const PORT = 4399;

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  snapshotPathTemplate: '{testDir}/visual/{arg}{ext}',
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  // A shared machine stalls now and then; a test that passes the second time is reported as flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${String(PORT)}`,
    // What a worker answers a test cannot replace; offline.spec.ts lets it in.
    serviceWorkers: 'block',
    launchOptions: await describeLaunch(),
  },
  webServer: {
    command: 'node scripts/preview.ts',
    url: `http://localhost:${String(PORT)}/`,
    env: { PORT: String(PORT) },
    reuseExistingServer: false,
  },
});
