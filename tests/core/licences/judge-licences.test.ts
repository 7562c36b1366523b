import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgeLicences, listUnusedExceptions } from '../../../src/core/licences/judge-licences.ts';
import { readPackageLock } from '../../../src/core/licences/package-lock.ts';

const judge = (licence: string, name = 'a'): number =>
  judgeLicences([{ name, version: '1.0.0', licence, isDev: false }]).length;

describe('the licence of a package', () => {
  it.each([
    ['MIT', 0],
    ['(MIT OR GPL-3.0-only)', 0],
    ['MIT OR SEE LICENSE IN FEEL-FREE.md', 0],
    ['(MIT AND Zlib)', 0],
    ['MIT AND GPL-3.0-only', 1],
    ['GPL-2.0-or-later', 1],
    ['AGPL-3.0-only', 1],
    ['MPL-2.0', 1],
    ['SEE LICENSE IN LICENSE', 1],
    ['constructor', 1],
    ['', 1],
  ])('%s is judged by what of it can be chosen', (licence, faults) => {
    expect(judge(licence)).toBe(faults);
  });
  it('may be an exception of the packages named, and of no other', () => {
    expect(judge('LGPL-3.0-or-later', '@img/sharp-libvips-linux-x64')).toBe(0);
    expect(judge('LGPL-3.0-or-later', 'sharp-libvips')).toBe(1);
  });
  it('is named when it is refused', () => {
    const [fault] = judgeLicences([{ name: 'a', version: '1.0.0', licence: '', isDev: true }]);
    expect(fault).toMatchObject({ package: 'a@1.0.0', found: 'no licence' });
  });
});

describe('every package that is installed', () => {
  const packages = ['package-lock.json', 'scripts/quality/tools/package-lock.json'].flatMap(
    (file) => readPackageLock(readFileSync(file, 'utf8')),
  );
  it('has a licence that was looked at', () => {
    expect(packages.length).toBeGreaterThan(500);
    expect(judgeLicences(packages)).toEqual([]);
  });
  it('leaves no exception without a package', () => {
    expect(listUnusedExceptions(packages)).toEqual([]);
  });
});
