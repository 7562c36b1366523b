import { describe, expect, it } from 'vitest';
import { FILE_GROUPS, isOfKind, nameExample } from '../../../src/components/data/file-kinds.ts';
import { API_ROOT } from '../../../src/core/api/address.ts';
import type { ApiSite } from '../../../src/core/api/api-file.ts';
import { FILE_KINDS } from '../../../src/core/api/describe-files.ts';
import { listApiFiles } from '../../../src/core/api/list-files.ts';
import { combineAll } from '../../../src/io/combined.ts';
import { digestText } from '../../../src/io/digest-text.ts';
import { makeCatalogue, makeSearch } from '../../fixtures/make-catalogue.ts';

const KINDS = FILE_GROUPS.flatMap(({ kinds }) => kinds);

const catalogue = makeCatalogue({ searches: [makeSearch()] });
const site: ApiSite = {
  catalogue,
  combined: new Map([...combineAll(catalogue)].map((file) => [file.plane, file])),
  version: { date: '2026-01-10', commit: '1a2b3c4d5e' },
  url: 'https://example.org',
};
const addresses = listApiFiles(site, digestText).map(({ path }) => `${API_ROOT}${path}`);

describe('the table of files on the page /data/', () => {
  it('names every file of the API, and no kind of which there is none', () => {
    expect(addresses.filter((address) => !KINDS.some((kind) => isOfKind(address, kind)))).toEqual(
      [],
    );
    const ofApi = KINDS.filter(({ pattern }) => pattern.startsWith(API_ROOT));
    const empty = ofApi.filter((kind) => !addresses.some((address) => isOfKind(address, kind)));
    expect(empty.map(({ pattern }) => pattern)).toEqual([]);
    expect(ofApi.map(({ pattern }) => pattern)).toEqual(
      expect.arrayContaining(FILE_KINDS.map(({ path }) => `${API_ROOT}${path}`)),
    );
  });
  it('has one kind for an address, a name of an id ending at its full stop', () => {
    const kinds = (address: string): string[] =>
      KINDS.filter((kind) => isOfKind(address, kind)).map(({ pattern }) => pattern);
    expect(kinds('/api/v1/combined/a.json')).toEqual(['/api/v1/combined/<plane>.json']);
    expect(kinds('/api/v1/combined/a.history.json')).toEqual([
      '/api/v1/combined/<plane>.history.json',
    ]);
    expect(kinds('/api/v1/combined/a.ee.0.90.csv')).toEqual([
      '/api/v1/combined/<plane>.<scope>.<level>.csv',
    ]);
    expect(kinds('/api/v1/hepdata/a/submission.yaml')).toEqual([
      '/api/v1/hepdata/<id>/submission.yaml',
    ]);
    expect(kinds('/api/v1/nothing.json')).toEqual([]);
  });
  it('has a file that exists as the example of every kind of the API', () => {
    for (const kind of KINDS.filter(({ pattern }) => pattern.startsWith(API_ROOT))) {
      const pattern = nameExample(kind);
      expect(
        addresses.filter((address) => isOfKind(address, { pattern })),
        pattern,
      ).not.toEqual([]);
    }
  });
});
