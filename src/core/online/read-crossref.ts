import { z } from 'zod';
import type { Answer } from './answer.ts';
import { readAnswer } from './answer.ts';
import { parseJson } from './parse-json.ts';

/** A work registered with Crossref, as far as it is compared here. */
export interface CrossrefRecord {
  readonly doi: string;
  readonly titles: readonly string[];
  /** Journal, in full and abbreviated. */
  readonly journals: readonly string[];
  /** Years it was issued in, printed or put online. */
  readonly years: readonly number[];
  /** Notices that update it. */
  readonly updates: readonly CrossrefUpdate[];
}

export interface CrossrefUpdate {
  /** `erratum`, `correction`, `retraction`, `withdrawal`, … */
  readonly type: string;
  readonly doi: string | undefined;
}

const PartialDate = z.object({ 'date-parts': z.array(z.array(z.number().nullable())) });
const Update = z.object({ type: z.string(), DOI: z.string().optional() });
const Work = z.object({
  DOI: z.string(),
  title: z.array(z.string()).default([]),
  'container-title': z.array(z.string()).default([]),
  'short-container-title': z.array(z.string()).default([]),
  issued: PartialDate.optional(),
  'published-print': PartialDate.optional(),
  'published-online': PartialDate.optional(),
  'updated-by': z.array(Update).default([]),
});

/** The answer of `/works/<DOI>`. */
export function readCrossref(text: string): Answer<CrossrefRecord> {
  return readAnswer(parseJson(text, z.object({ message: Work })), ({ message }) => ({
    state: 'found',
    value: {
      doi: message.DOI,
      titles: message.title,
      journals: [...message['container-title'], ...message['short-container-title']],
      years: [message.issued, message['published-print'], message['published-online']].flatMap(
        (date) => date?.['date-parts'][0]?.[0] ?? [],
      ),
      updates: message['updated-by'].map(({ type, DOI }) => ({ type, doi: DOI })),
    },
  }));
}
