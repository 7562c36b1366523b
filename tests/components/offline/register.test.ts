import { expect, it } from 'vitest';
import { compressedSize } from '../../fixtures/compressed-size.ts';

it('a page carries less than 1 kB more for being kept', async () => {
  const size = await compressedSize('src/components/offline/register.ts');
  expect(size).toBeGreaterThan(300);
  expect(size).toBeLessThan(1000);
});
