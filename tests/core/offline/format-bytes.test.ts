import { expect, it } from 'vitest';
import { formatBytes } from '../../../src/core/offline/format-bytes.ts';

it.each([
  [0, '0 kB'],
  [1, '1 kB'],
  [999_000, '999 kB'],
  [1_200_000, '1.2 MB'],
  [9_960_000, '10 MB'],
  [94_298_208, '94 MB'],
])('%i bytes are written %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
