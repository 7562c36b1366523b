import { expect, it } from 'vitest';
import { atKey, atRow, csvFile } from '../../../src/core/lint/places.ts';
import { makeLimit } from '../../fixtures/make-catalogue.ts';

it('the numbers stand beside the metadata, the first row in line two', () => {
  const limit = makeLimit({ id: 'a' });
  expect(csvFile(limit)).toBe('limits/vector/a.csv');
  expect(atRow(limit, 0)).toEqual({ file: 'limits/vector/a.csv', line: 2 });
});

it('a key is a path into the metadata', () => {
  expect(atKey(makeLimit({ id: 'a' }), 'alsoOn', 1, 'plane')).toEqual({
    file: 'limits/vector/a.yaml',
    path: ['alsoOn', 1, 'plane'],
  });
});
