import { expect, it } from 'vitest';
import { compressedSize } from '../../fixtures/compressed-size.ts';

it('a page carries less than 2 kB for citing and the collection', async () => {
  const size = await compressedSize('src/components/cite/cite-tools.ts');
  expect(size).toBeGreaterThan(300);
  expect(size).toBeLessThan(2048);
});
