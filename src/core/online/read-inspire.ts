import { z } from 'zod';
import type { Answer } from './answer.ts';
import { readAnswer } from './answer.ts';
import { parseJson } from './parse-json.ts';

/** A literature record of INSPIRE, as far as it is compared here. */
export interface InspireRecord {
  /** Its number there. */
  readonly recid: number;
  /** The valid key first, then those it had before. */
  readonly texkeys: readonly string[];
  readonly titles: readonly string[];
  readonly dois: readonly string[];
  readonly eprints: readonly string[];
  readonly collaborations: readonly string[];
  /** Category of the first preprint. */
  readonly primaryClass: string | undefined;
  readonly publications: readonly InspirePublication[];
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly earliestDate: string | undefined;
  readonly isWithdrawn: boolean;
}

export interface InspirePublication {
  readonly journal: string | undefined;
  readonly volume: string | undefined;
  readonly page: string | undefined;
  readonly year: number | undefined;
  /** `erratum`, `addendum`, …; undefined for the paper itself. */
  readonly material: string | undefined;
}

/** Fields asked for: whole records carry thousands of authors. */
export const INSPIRE_FIELDS: readonly string[] = [
  'control_number',
  'texkeys',
  'titles',
  'dois',
  'arxiv_eprints',
  'collaborations',
  'publication_info',
  'earliest_date',
  'withdrawn',
];

const Value = z.object({ value: z.string() });
const Publication = z.object({
  journal_title: z.string().optional(),
  journal_volume: z.string().optional(),
  page_start: z.string().optional(),
  page_end: z.string().optional(),
  artid: z.string().optional(),
  year: z.number().optional(),
  material: z.string().optional(),
  hidden: z.boolean().optional(),
});
const Metadata = z.object({
  control_number: z.number(),
  texkeys: z.array(z.string()).default([]),
  titles: z.array(z.object({ title: z.string() })).default([]),
  dois: z.array(Value).default([]),
  arxiv_eprints: z.array(Value.extend({ categories: z.array(z.string()).default([]) })).default([]),
  collaborations: z.array(Value).default([]),
  publication_info: z.array(Publication).default([]),
  earliest_date: z.string().optional(),
  withdrawn: z.boolean().default(false),
});
const SearchResult = z.object({
  hits: z.object({ total: z.number(), hits: z.array(z.object({ metadata: Metadata })) }),
});

/** Records of an answer of `/api/literature?q=…`, in its order. */
export function readInspire(text: string): Answer<InspireRecord[]> {
  return readAnswer(parseJson(text, SearchResult), ({ hits }) => ({
    state: 'found',
    value: hits.hits.map(({ metadata }) => toRecord(metadata)),
  }));
}

function toRecord(metadata: z.output<typeof Metadata>): InspireRecord {
  const unique = (values: readonly { value: string }[]): string[] => [
    ...new Set(values.map(({ value }) => value)),
  ];
  return {
    recid: metadata.control_number,
    texkeys: metadata.texkeys,
    titles: metadata.titles.map(({ title }) => title),
    dois: unique(metadata.dois),
    eprints: unique(metadata.arxiv_eprints),
    collaborations: unique(metadata.collaborations),
    primaryClass: metadata.arxiv_eprints[0]?.categories[0],
    publications: metadata.publication_info
      .filter(({ hidden }) => hidden !== true)
      .map((publication) => ({
        journal: publication.journal_title,
        volume: publication.journal_volume,
        page: publication.artid ?? joinPages(publication.page_start, publication.page_end),
        year: publication.year,
        material: publication.material === 'publication' ? undefined : publication.material,
      })),
    earliestDate: metadata.earliest_date,
    isWithdrawn: metadata.withdrawn,
  };
}

const joinPages = (start: string | undefined, end: string | undefined): string | undefined =>
  start === undefined || end === undefined || end === start ? start : `${start}-${end}`;

/** The publication of the paper itself, not of an erratum. */
export const mainPublication = ({ publications }: InspireRecord): InspirePublication | undefined =>
  publications.find(({ journal, material }) => journal !== undefined && material === undefined);
