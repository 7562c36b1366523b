import { describe, expect, it } from 'vitest';
import { FILE_GROUPS, matchKind, nameExample } from '../../../src/components/data/file-kinds.ts';
import { API_ROOT } from '../../../src/core/api/address.ts';
import { FILE_KINDS } from '../../../src/core/api/describe-files.ts';
import { listApiFiles } from '../../../src/core/api/list-files.ts';
import { digestText } from '../../../src/io/digest-text.ts';
import { makeApiSite } from '../../fixtures/api-site.ts';
import { makeCatalogue, makeSearch } from '../../fixtures/make-catalogue.ts';

const KINDS = FILE_GROUPS.flatMap(({ kinds }) => kinds).map((kind) => ({
  ...kind,
  addresses: matchKind(kind),
}));

const catalogue = makeCatalogue({ searches: [makeSearch()] });
const addresses = listApiFiles(makeApiSite(catalogue), digestText).map(
  ({ path }) => `${API_ROOT}${path}`,
);

describe('the table of files on the page /data/', () => {
  it('names every file of the API, and no kind of which there is none', () => {
    expect(
      addresses.filter((address) => !KINDS.some((kind) => kind.addresses.test(address))),
    ).toEqual([]);
    const ofApi = KINDS.filter(({ pattern }) => pattern.startsWith(API_ROOT));
    const empty = ofApi.filter(
      (kind) => !addresses.some((address) => kind.addresses.test(address)),
    );
    expect(empty.map(({ pattern }) => pattern)).toEqual([]);
    expect(ofApi.map(({ pattern }) => pattern)).toEqual(
      expect.arrayContaining(FILE_KINDS.map(({ path }) => `${API_ROOT}${path}`)),
    );
  });
  it('has one kind for an address, a name of an id ending at its full stop', () => {
    const kinds = (address: string): string[] =>
      KINDS.filter((kind) => kind.addresses.test(address)).map(({ pattern }) => pattern);
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
      const named = matchKind({ pattern });
      expect(
        addresses.filter((address) => named.test(address)),
        pattern,
      ).not.toEqual([]);
    }
  });
});
