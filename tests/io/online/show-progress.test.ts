import { describe, expect, it } from 'vitest';
import { showProgress } from '../../../src/io/online/show-progress.ts';

function record(isTTY: boolean): { written: string[]; stream: Parameters<typeof showProgress>[1] } {
  const written: string[] = [];
  const write = (text: unknown): boolean => {
    written.push(String(text));
    return true;
  };
  return { written, stream: { isTTY, write } };
}

describe('a bar of progress', () => {
  it('replaces itself on a terminal, and goes away', () => {
    const { written, stream } = record(true);
    const bar = showProgress('asking', stream);
    bar.update(1, 2);
    bar.end();
    expect(written).toEqual([
      `\rasking ${'█'.repeat(15)}${'░'.repeat(15)} 1/2\u{1b}[K`,
      '\r\u{1b}[K',
    ]);
  });
  it('writes nothing into a file', () => {
    const { written, stream } = record(false);
    const bar = showProgress('asking', stream);
    bar.update(1, 2);
    bar.end();
    expect(written).toEqual([]);
  });
});
