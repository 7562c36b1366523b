import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeText, listFiles, readFiles, readText } from '../../src/io/read-file.ts';
import { makeFolder } from '../fixtures/write-content.ts';

const all = (): boolean => true;

describe('readFiles', () => {
  it('gives the text of every file, byte for byte, and lists those of other kinds', async () => {
    const root = await makeFolder();
    await mkdir(join(root, 'planes'));
    await writeFile(join(root, 'planes/b.yaml'), 'ä: 1\r\n');
    await writeFile(join(root, 'planes/a.png'), 'x');
    const { paths, texts, messages } = readFiles(root, all);
    expect(paths).toEqual(['planes/a.png', 'planes/b.yaml']);
    expect([...texts]).toEqual([['planes/b.yaml', 'ä: 1\r\n']]);
    expect(messages).toEqual([]);
  });
  it('lists a link without opening it', async () => {
    const root = await makeFolder();
    await writeFile(join(root, 'a.csv'), 'secret');
    await symlink('a.csv', join(root, 'b.csv'));
    const { paths, texts, messages } = readFiles(root, all);
    expect(paths).toEqual(['a.csv', 'b.csv']);
    expect([...texts.keys()]).toEqual(['a.csv']);
    expect(messages).toMatchObject([{ file: 'b.csv', rule: 'readable-file' }]);
    // Nor where it came after the folder was listed.
    expect(readText(root, 'b.csv').message).toMatchObject({ file: 'b.csv' });
  });
  it('does not walk into folders without end', async () => {
    const root = await makeFolder();
    await mkdir(join(root, ...Array<string>(12).fill('a')), { recursive: true });
    expect(listFiles(root).messages).toMatchObject([{ found: 'a folder too deep' }]);
  });
  it('says of a file that is gone that it cannot be opened', async () => {
    expect(readText(await makeFolder(), 'a.csv').message?.found).toContain('ENOENT');
  });
  it('throws for a root that is no folder', () => {
    expect(() => readFiles('no-such-folder', all)).toThrow('ENOENT');
  });
});

describe('decodeText', () => {
  const lineOf = (...bytes: number[]): number | undefined =>
    decodeText('a.csv', Uint8Array.from(bytes)).message?.line;

  it('names the line of the first byte that is not UTF-8', () => {
    expect(lineOf(0x61, 0x0a, 0xe9, 0x0a)).toBe(2);
    // After a character of two bytes and a replacement character that is meant.
    expect(lineOf(0xc3, 0xa9, 0xef, 0xbf, 0xbd, 0x0a, 0x0a, 0xff)).toBe(3);
    expect(decodeText('a.csv', Uint8Array.from([0x61, 0xe9])).message?.found).toContain('0xE9');
  });
  it('keeps a line of equals signs in prose, which underlines a heading', () => {
    expect(decodeText('a.mdx', Buffer.from('Title\n=======\n')).text).toBe('Title\n=======\n');
  });
});
