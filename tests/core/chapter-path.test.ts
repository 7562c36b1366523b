import { expect, it } from 'vitest';
import { chapterPath, isOwnChapter } from '../../src/core/chapter-path.ts';

it('puts chapters that introduce a list on the page of the list', () => {
  expect(chapterPath('facilities')).toBe('/facilities/');
  expect(chapterPath('methods')).toBe('/methods/');
  expect(chapterPath('outlook')).toBe('/review/outlook/');
  expect(['facilities', 'outlook'].map(isOwnChapter)).toEqual([false, true]);
});
