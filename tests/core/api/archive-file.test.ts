import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { listApiFiles } from '../../../src/core/api/list-files.ts';
import { digestText } from '../../../src/io/digest-text.ts';
import { makeApiSite } from '../../fixtures/api-site.ts';

const files = listApiFiles(makeApiSite(), digestText);
const archive = files.at(-1);
const unpacked = unzipSync(Buffer.from(archive?.write() ?? ''));

describe('the archive of everything', () => {
  it('has every other file with its bytes, in one folder; submissions only as one', () => {
    expect(archive?.path).toBe('dark-portals.zip');
    const expected = files.filter(
      ({ path }) => path !== archive?.path && !path.startsWith('hepdata/'),
    );
    expect(Object.keys(unpacked).sort()).toEqual(
      ['README.md', ...expected.map(({ path }) => path)]
        .map((path) => `dark-portals/${path}`)
        .sort(),
    );
    for (const { path, write } of expected)
      expect(
        Buffer.from(write()).equals(unpacked[`dark-portals/${path}`] ?? Buffer.alloc(0)),
        path,
      ).toBe(true);
  });
  it('says what it is, of what content, how to cite it and what may be done with it', () => {
    const readme = strFromU8(unpacked['dark-portals/README.md'] ?? new Uint8Array());
    expect(readme).toContain('content of 2026-01-02 (revision 0123456789)');
    expect(readme).toContain('not a statistical combination');
    expect(readme).toContain('CC-BY-4.0');
    expect(readme).toContain('`hepdata.zip`');
    expect(readme).not.toContain('`hepdata/');
    expect(readme).not.toContain('`dark-portals.zip`');
  });
});
