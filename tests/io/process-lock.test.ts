import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LockedError, takeLock } from '../../src/io/process-lock.ts';
import { makeFolder } from '../fixtures/write-content.ts';

/** What a lock of this process says. */
function describeMine(file: string): string {
  const unlock = takeLock(file, 'testing');
  const text = readFileSync(file, 'utf8');
  unlock();
  return text;
}

describe('a lock', () => {
  it('is had by one at a time, and says by whom', async () => {
    const file = join(await makeFolder(), 'deep', 'lock');
    const unlock = takeLock(file, 'building the site');
    expect(() => takeLock(file, 'building the site')).toThrow(
      new LockedError(
        `process ${String(process.pid)} is building the site (${file}); wait until it has ended, or end it, then start again`,
      ),
    );
    unlock();
    takeLock(file, 'building the site')();
    expect(readdirSync(join(file, '..'))).toEqual([]);
  });

  it.each([
    ['of a process that is gone', () => '4194305'],
    ['of a process whose number another one has now', (mine: string) => `${mine}0`],
    ['that says nothing', () => ''],
    ['that says nonsense', () => 'half wri'],
  ])('%s is taken over', async (_, write) => {
    const file = join(await makeFolder(), 'lock');
    const mine = describeMine(file);
    writeFileSync(file, write(mine));
    const unlock = takeLock(file, 'testing');
    expect(readFileSync(file, 'utf8')).toBe(mine);
    unlock();
    expect(readdirSync(join(file, '..'))).toEqual([]);
  });
});
