import { z } from 'zod';
import { ReferenceKey, Text } from './common.ts';

/** A chapter of the review that belongs to no single portal. */
export const Chapter = z.strictObject({
  title: Text,
  /** One sentence under the title and in the table of contents. */
  summary: Text,
  references: z.array(ReferenceKey).default([]),
});
export type Chapter = z.infer<typeof Chapter>;
