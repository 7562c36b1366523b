import { describe, expect, it } from 'vitest';
import { findFile, makeAnother } from '../../../src/components/figure/panels/own-panel.ts';
import type { FigureSeries } from '../../../src/core/figure/figure-spec.ts';

describe('the id of another own curve', () => {
  it('is never that of one that is there, whichever were removed', () => {
    let own: readonly FigureSeries[] = [];
    const add = (name: string): void => {
      own = [...own, makeAnother(name, [], own)];
    };
    add('A');
    add('B');
    own = own.slice(1);
    add('B');
    add('B');
    add('');
    own = own.filter(({ limit }) => limit !== own[1]?.limit);
    add('');
    add('B');
    const ids = own.map(({ limit }) => limit);
    expect(new Set(ids).size).toBe(ids.length);
    expect(own).toHaveLength(5);
  });
});

describe('what is dropped on a figure', () => {
  it('is read where it is a file, and left to the page where it is text', () => {
    const file = new File(['1 2'], 'curve.txt');
    const drop = (...files: File[]): Pick<DataTransfer, 'files'> => ({
      files: files as unknown as FileList,
    });
    expect(findFile(drop(file))).toBe(file);
    expect(findFile(drop())).toBeUndefined();
    expect(findFile(null)).toBeUndefined();
  });
});
