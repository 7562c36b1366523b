import type { Catalogue } from '../catalogue.ts';
import type { Message } from '../message.ts';
import { hepdataPage } from './addresses.ts';
import type { HepdataRecord } from './read-hepdata.ts';

/** A place of the content that official numbers would improve. */
export interface WantedNumbers {
  readonly file: string;
  readonly path: readonly string[];
  readonly has: string;
}

/** By key of the paper: its limits that were digitised, and its searches without public numbers. */
export function listWantedNumbers(catalogue: Catalogue): ReadonlyMap<string, WantedNumbers[]> {
  const wanted = new Map<string, WantedNumbers[]>();
  const add = (key: string, place: WantedNumbers): void => {
    if (key !== 'none-known') wanted.set(key, [...(wanted.get(key) ?? []), place]);
  };
  for (const { reference, file, provenance } of catalogue.limits.values()) {
    if (provenance.method !== 'digitised') continue;
    add(reference, { file, path: ['provenance', 'method'], has: 'digitised numbers' });
  }
  for (const { reference, file, dataWanted } of catalogue.searches.values()) {
    if (dataWanted === undefined) continue;
    add(reference, { file, path: ['dataWanted'], has: 'no public numbers' });
  }
  return wanted;
}

/** That a paper's numbers are at HEPData, said wherever they are wanted. */
export const announceNumbers = (
  key: string,
  wanted: readonly WantedNumbers[],
  { recid, tables, doi }: HepdataRecord,
): Message[] =>
  wanted.map(({ file, path, has }) => ({
    rule: 'online-numbers',
    severity: 'warning',
    file,
    path,
    found: `${has} of ${key}, which has a record at HEPData${tables === 0 ? '' : ` (${String(tables)} tables found)`}`,
    expected: `the official numbers, where ${hepdataPage(recid)}${doi === undefined ? '' : ` (doi:${doi})`} has those of this limit`,
    fix: 'compare the tables with the figure, and import the one it shows: npm run import',
  }));
