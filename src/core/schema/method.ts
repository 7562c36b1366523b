import { z } from 'zod';
import { ReferenceKey, Text } from './common.ts';

/** An experimental technique shared by several searches. */
export const Method = z.strictObject({
  title: Text,
  references: z.array(ReferenceKey).default([]),
});
export type Method = z.infer<typeof Method>;
