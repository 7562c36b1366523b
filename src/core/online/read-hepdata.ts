import { z } from 'zod';
import type { Answer } from './answer.ts';
import { readAnswer } from './answer.ts';
import { parseJson } from './parse-json.ts';

/** A record of HEPData: the numbers of a paper, as its authors gave them. */
export interface HepdataRecord {
  /** INSPIRE's number of the paper. */
  readonly recid: number;
  readonly doi: string | undefined;
  readonly tables: number;
}

const Result = z.object({
  results: z.array(
    z.object({
      inspire_id: z.union([z.string(), z.number()]).nullish(),
      hepdata_doi: z.string().nullish(),
      total_tables: z.number().default(0),
    }),
  ),
});

/**
 * The record of one paper in an answer of `/search/?format=json`; absent where the search found others
 * only, which a search in the full text does.
 */
export function readHepdata(text: string, recid: number): Answer<HepdataRecord> {
  return readAnswer(parseJson(text, Result), ({ results }) => {
    const record = results.find(({ inspire_id }) => Number(inspire_id ?? 0) === recid);
    if (record === undefined) return { state: 'absent' };
    return {
      state: 'found',
      value: { recid, doi: record.hepdata_doi ?? undefined, tables: record.total_tables },
    };
  });
}
