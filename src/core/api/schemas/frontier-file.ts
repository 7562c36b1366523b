import { z } from 'zod';
import { EntryId, FrontierPart, HEAD, LevelPart, ScopePart, Texkey } from './parts.ts';
import type { Written } from './written.ts';

/** `frontier.json`. */
export const FrontierFile = z
  .object({
    ...HEAD,
    frontier: z.array(
      FrontierPart.extend({
        plane: EntryId,
        scope: ScopePart,
        level: LevelPart,
        reference: Texkey.optional().describe('Paper of the limit, where one is known.'),
      }),
    ),
  })
  .describe('Who sets the combined limit at which mass, in every plane.');
export type FrontierFile = Written<z.infer<typeof FrontierFile>>;
