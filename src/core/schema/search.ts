import { z } from 'zod';
import {
  Confidence,
  Exposure,
  Id,
  MassRange,
  PortalId,
  ReferenceKey,
  Signature,
  SqrtS,
  Text,
} from './common.ts';

/** One analysis: owns the prose and the facts; its limits may be public as numbers or not. */
export const Search = z
  .strictObject({
    title: Text,
    portals: z.array(PortalId).min(1),
    experiment: z.array(Id).min(1),
    reference: z.union([z.literal('none-known'), ReferenceKey]),
    /** LaTeX, without dollar signs. */
    process: Text,
    finalState: Text,
    signature: Signature,
    sqrtS: SqrtS.optional(),
    exposure: Exposure.optional(),
    massRange: MassRange.optional(),
    confidence: Confidence,
    limits: z.array(Id).default([]),
    /** Why the numbers are not here, where they are not public. */
    dataWanted: Text.optional(),
    /** How it was done: pages of methods. */
    methods: z.array(Id).default([]),
    /** What looks like the signal, the worst first. */
    backgrounds: z.array(Text).default([]),
    /** What the result rests on, and where it stops. */
    limitations: z.array(Text).default([]),
    /** Earlier searches that this one continues; what followed a search is read from the others. */
    follows: z.array(Id).default([]),
    keyFacts: z.array(z.strictObject({ fact: Text, cite: ReferenceKey })).default([]),
  })
  .refine((search) => search.limits.length > 0 || search.dataWanted !== undefined, {
    path: ['dataWanted'],
    message: 'a search lists its limits, or says in dataWanted why there are none',
  });
export type Search = z.infer<typeof Search>;
