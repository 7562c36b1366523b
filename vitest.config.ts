import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    testTimeout: 60_000,
    // A shared machine stalls now and then, also while a whole catalogue is read before a test.
    hookTimeout: 120_000,
    // By itself one core is left idle, half of a small machine.
    maxWorkers: '100%',
  },
});
