import { z } from 'zod';
import { Text } from './common.ts';

/**
 * Whether anybody keeps the catalogue up to date. Putting it to sleep is a commit, so that every build of
 * it says the same.
 */
export const SiteStatus = z
  .strictObject({
    mode: z.enum(['active', 'asleep']),
    /** Since when nobody does. */
    since: z.iso.date('a date looks like 2027-01-15').optional(),
    /** Why, in a sentence that readers see. */
    why: Text.optional(),
  })
  .refine(
    ({ mode, since, why }) => mode === 'active' || (since !== undefined && why !== undefined),
    'a sleeping catalogue says since when and why',
  );
export type SiteStatus = z.infer<typeof SiteStatus>;
