import { z } from 'zod';
import { Id, ReferenceKey, Text } from './common.ts';

/** A word of the field: explained in the glossary, and beside the text wherever it is marked. */
export const GlossaryTerm = z.strictObject({
  /** The word as it stands in a sentence; maths between dollars allowed. */
  term: Text,
  /** Other words and abbreviations for the same. */
  aka: z.array(Text).default([]),
  /** One to three sentences; maths between dollars allowed. */
  definition: Text,
  /** Related words. */
  see: z.array(Id).default([]),
  /** A page of this site that says more. */
  more: z
    .string()
    .regex(/^\/[a-z0-9/#-]+$/, 'a path of this site begins with a slash')
    .optional(),
  references: z.array(ReferenceKey).default([]),
});
export type GlossaryTerm = z.infer<typeof GlossaryTerm>;
