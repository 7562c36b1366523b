import { z } from 'zod';
import { COMBINED_SENTENCE } from '../site-words.ts';
import { CombinedLevelPart, ContentVersionPart, EntryId } from './parts.ts';
import type { Written } from './written.ts';

const Levels = z.object({
  levels: z.object({
    all: CombinedLevelPart,
    '0.90': CombinedLevelPart,
    '0.95': CombinedLevelPart,
  }),
});

/** `combined/<plane>.json`. */
export const CombinedApiFile = z
  .object({
    contentVersion: ContentVersionPart,
    plane: EntryId,
    x: z.string().describe('Quantity and unit of masses.'),
    y: z.string().describe('Quantity and unit of values.'),
    inputsHash: z.string().describe('SHA-256 over everything the combination depends on.'),
    scopes: z.object({ laboratory: Levels, ee: Levels }),
  })
  .describe(`The combined limit of a plane. ${COMBINED_SENTENCE}`);
export type CombinedApiFile = Written<z.infer<typeof CombinedApiFile>>;
