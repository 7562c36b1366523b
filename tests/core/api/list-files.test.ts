import { describe, expect, it } from 'vitest';
import type { ApiFile } from '../../../src/core/api/api-file.ts';
import { listApiFiles } from '../../../src/core/api/list-files.ts';
import type { Catalogue } from '../../../src/core/catalogue.ts';
import { digestText } from '../../../src/io/digest-text.ts';
import { makeApiSite, readApiText } from '../../fixtures/api-site.ts';
import {
  makeCatalogue,
  makeLimit,
  makePlane,
  makeReference,
  makeSearch,
} from '../../fixtures/make-catalogue.ts';

const LIMITS = 6;

/** A catalogue of that many planes, each with as many limits of two years; every limit has its paper. */
function makeLarge(planes: number): Catalogue {
  const ids = Array.from({ length: planes }, (_, i) => `plane-${String(i).padStart(3, '0')}`);
  const limits = ids.flatMap((plane, i) =>
    Array.from({ length: LIMITS }, (_, k) =>
      makeLimit({
        id: `${plane}-limit-${String(k).padStart(2, '0')}`,
        plane,
        reference: `BaBar:${String(i)}l${String(k)}`,
        rows: `1,1,1.${String(k).padStart(2, '0')}e-3 1,2,2e-3 1,3,1e-3`,
      }),
    ),
  );
  return makeCatalogue({
    planes: ids.map((id) => makePlane({ id })),
    limits,
    searches: limits.map(({ id }) => makeSearch({ id })),
    references: limits.map(({ reference: key }, k) =>
      makeReference({ key, year: 2013 + (k % 2), title: `A search ${String(k)}` }),
    ),
  });
}

const list = (catalogue: Catalogue): ApiFile[] => listApiFiles(makeApiSite(catalogue), digestText);

const countBytes = (files: readonly ApiFile[]): number =>
  files.reduce((sum, { write }) => sum + Buffer.byteLength(write()), 0);

describe('the files of the API', () => {
  it('grow with the catalogue, in number and in bytes, and no faster', () => {
    const [small, large] = [list(makeLarge(2)), list(makeLarge(8))];
    expect(large.length / small.length).toBeLessThan(4);
    const growth = countBytes(large) / countBytes(small);
    expect(growth).toBeGreaterThan(2);
    expect(growth).toBeLessThan(4);
  });

  it('are the same whenever they are written, and in whatever order', () => {
    const [once, again] = [list(makeCatalogue()), list(makeCatalogue()).reverse()];
    const written = new Map(again.map(({ path, write }) => [path, Buffer.from(write())]));
    expect(written.size).toBe(once.length);
    for (const { path, write } of once)
      expect(Buffer.from(write()).equals(written.get(path) ?? Buffer.alloc(0)), path).toBe(true);
  });

  it('are there for a plane without a limit', () => {
    const catalogue = makeCatalogue({ planes: [makePlane(), makePlane({ id: 'empty' })] });
    const files = list(catalogue);
    for (const { write } of files) write();
    expect(JSON.parse(readApiText(files, 'planes/empty.json'))).toMatchObject({ limits: [] });
    expect(readApiText(files, 'combined/empty.laboratory.all.csv')).toBe(
      'segment,mass,value,limit_id,texkey,cl\n',
    );
  });

  it('are there for a catalogue without any limit, and a plane that was not combined', () => {
    const catalogue = makeCatalogue({ limits: [] });
    const files = listApiFiles({ ...makeApiSite(catalogue), combined: new Map() }, digestText);
    for (const { write } of files) write();
    expect(JSON.parse(readApiText(files, 'planes/dark-photon-visible.json'))).toMatchObject({
      limits: [],
      files: {},
    });
  });
});
