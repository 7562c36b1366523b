import { z } from 'zod';
import { isPlainAddress } from '../plain-address.ts';
import { ReferenceKey, Text } from './common.ts';

/** One BibTeX entry. */
export const Reference = z.strictObject({
  key: ReferenceKey,
  type: Text,
  /** Title, mathematics between dollars; absent where the record has none. */
  title: Text.optional(),
  /** As in BibTeX, for instance `Lees, J. P. and others`. */
  authors: Text.optional(),
  collaboration: Text.optional(),
  journal: Text.optional(),
  volume: Text.optional(),
  pages: Text.optional(),
  year: z.int().min(1900).max(2100).optional(),
  doi: z
    .string()
    .regex(
      /^10\.\d{4,9}\/\S+$/,
      'a DOI looks like 10.1103/PhysRevLett.113.201801, without https://',
    )
    .optional(),
  eprint: z
    .string()
    .regex(
      /^(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?\/\d{7})$/,
      'an arXiv number looks like 1406.2980 or hep-ex/0107001',
    )
    .optional(),
  primaryClass: Text.optional(),
  url: z
    .url({ protocol: /^https$/, error: 'an address that begins with https://', abort: true })
    .refine(
      isPlainAddress,
      'an address that leads where it seems to: a host of plain letters, nothing before an @',
    )
    .optional(),
  /** HEPData's record of the paper's numbers, where one is known. */
  hepdata: z
    .string()
    .regex(/^ins\d+$/, 'a HEPData record looks like ins1297226')
    .optional(),
  /** How far the record was checked. */
  bibliography: z.enum(['verified', 'partly', 'unverified']),
  /** `first-only`: only the first author is recorded, `and others` stands for the rest, if any. */
  authorList: z.enum(['complete', 'first-only']).default('complete'),
  /** Whether the key is INSPIRE's own. */
  texkey: z.enum(['verified', 'unverified']),
  /** Newest version of the preprint when the entry was last compared; a later one may have other numbers. */
  arxivVersion: z
    .string()
    .regex(/^[1-9]\d?$/, 'a version of a preprint is a number like 2')
    .optional(),
  note: Text.optional(),
});
export type Reference = z.infer<typeof Reference>;
