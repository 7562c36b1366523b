import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Test files that put something else in the place of a module, which the other files must not see. */
const ALONE = ['tests/core/formats/figure/real-figures.test.ts'];

export default defineConfig({
  test: {
    // Scripts that tests start find their modules compiled: half of the time of a short one.
    env: { NODE_COMPILE_CACHE: resolve('node_modules/.cache/dark-portals/compiled') },
    testTimeout: 60_000,
    // A shared machine stalls now and then, also while a whole catalogue is read before a test.
    hookTimeout: 120_000,
    // By itself one core is left idle, half of a small machine.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', ...ALONE],
          // Modules are loaded once a process, not once a file: otherwise loading takes longer than testing.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
  },
});
