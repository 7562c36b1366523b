import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readTextOnce } from '../../src/io/read-text-once.ts';
import { makeFolder } from '../fixtures/write-content.ts';

it('files are read when they are asked for, with their byte order mark, and stay what they were', async () => {
  const root = await makeFolder();
  await writeFile(join(root, 'a.csv'), '\uFEFFa\r\n');
  const textOf = readTextOnce(root);
  expect(textOf('a.csv')).toBe('\uFEFFa\r\n');
  await writeFile(join(root, 'a.csv'), 'b');
  expect(textOf('a.csv')).toBe('\uFEFFa\r\n');
});

it('what is no text or no ordinary file is not read', async () => {
  const root = await makeFolder();
  await writeFile(join(root, 'bytes'), new Uint8Array([0xff, 0xfe, 0x00]));
  await symlink('/etc/hostname', join(root, 'link'));
  const textOf = readTextOnce(root);
  expect(['bytes', 'link', 'absent', '.'].map(textOf)).toEqual(Array(4).fill(undefined));
});
