import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareFolders, describeDifference } from '../../src/io/compare-folders.ts';
import { writeFiles } from '../fixtures/make-repository.ts';
import { makeFolder } from '../fixtures/write-content.ts';

async function makeTwo(
  first: Readonly<Record<string, string>>,
  second: Readonly<Record<string, string>>,
): Promise<[string, string]> {
  const folder = await makeFolder();
  const folders: [string, string] = [join(folder, 'first'), join(folder, 'second')];
  await writeFiles(folders[0], first);
  await writeFiles(folders[1], second);
  return folders;
}

const FILES = { 'a.html': 'a', 'b/c.json': '{"built": 1}' };

describe('two folders', () => {
  it('with the same bytes do not differ, and have one digest', async () => {
    const folders = await makeTwo(FILES, FILES);
    const { count, digest, differences } = await compareFolders(...folders);
    expect(differences).toEqual([]);
    expect(count).toBe(2);
    expect(digest).toBe((await compareFolders(folders[1], folders[0])).digest);
  });
  it('differ by every file that one lacks or has otherwise', async () => {
    const { differences, digest } = await compareFolders(
      ...(await makeTwo({ ...FILES, 'old.txt': '' }, { ...FILES, 'a.html': 'A', 'new.txt': '' })),
    );
    expect(differences).toEqual([
      { file: '/a.html', why: 'not the same bytes' },
      { file: '/new.txt', why: 'only in the second' },
      { file: '/old.txt', why: 'only in the first' },
    ]);
    const { digest: same } = await compareFolders(...(await makeTwo(FILES, FILES)));
    expect(digest).not.toBe(same);
  });
  it('part where the first byte is another', async () => {
    const folders = await makeTwo(FILES, { ...FILES, 'b/c.json': '{"built": 22}' });
    expect(await describeDifference(...folders, '/b/c.json')).toBe(
      'from byte 10 (of 12 and 13):\n    "{\\"built\\": 1}"\n    "{\\"built\\": 22}"',
    );
  });
});
