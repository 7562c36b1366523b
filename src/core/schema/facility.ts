import { z } from 'zod';
import { ReferenceKey, Text } from './common.ts';

/** An accelerator. */
export const Facility = z.strictObject({
  name: Text,
  laboratory: Text,
  place: Text,
  kind: Text,
  /** Centre-of-mass energy range where it is a collider [GeV]. */
  sqrtSGeV: z.tuple([z.number().positive(), z.number().positive()]).optional(),
  references: z.array(ReferenceKey).default([]),
});
export type Facility = z.infer<typeof Facility>;
