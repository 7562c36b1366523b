import { describe, expect, it } from 'vitest';
import {
  describeMisnamed,
  isReservedName,
  suggestId,
} from '../../../src/core/lint/misnamed-file.ts';

describe('describeMisnamed', () => {
  it.each([
    ['limits/vector/a.csv.txt', 'rename the file to a.csv'],
    ['planes/a.YAML', 'rename the file to a.yaml'],
    ['planes/a.yml', 'rename the file to a.yaml'],
    ['methods/a.md', 'rename the file to a.mdx'],
    ['limits/.DS_Store', 'add its name to .gitignore'],
    ['limits/vector/a.csv~', 'remove the file'],
    ['limits/vector/a.csv.orig', 'remove the file'],
    ['limits/vector/a.xlsx', 'npm run import'],
    ['limits/tensor/a.yaml', 'move the file where it belongs'],
    ['README', 'move the file where it belongs'],
  ])('says of %s: %s', (file, fix) => {
    expect(describeMisnamed(file).fix).toContain(fix);
  });
});

it('finds the name that was meant', () => {
  expect(suggestId('BaBar_2014 Dark Phötons')).toBe('babar-2014-dark-photons');
  expect(suggestId('μ')).toBeUndefined();
});

it('knows the names of devices', () => {
  expect(['aux', 'COM1', 'lpt9', 'nul'].every(isReservedName)).toBe(true);
  expect(['auxiliary', 'com', 'babar'].some(isReservedName)).toBe(false);
});
