import { z } from 'zod';
import { COMBINED_SENTENCE } from '../site-words.ts';
import { CombinedLevelPart, EntryId, HEAD } from './parts.ts';
import type { Written } from './written.ts';

const Range = z.object({
  from: z.number().describe('[canonical unit of the plane]'),
  to: z.number().describe('[canonical unit of the plane]'),
});

const Shift = z.object({
  ranges: z.array(Range),
  factor: z
    .number()
    .describe('Ratio of the two envelopes, 1 or more: geometric mean over log mass.'),
  maximum: z.number().describe('The largest ratio.'),
});

const Step = z
  .object({
    date: z.string().describe('YYYY-MM of the preprint, or YYYY where only the year is known.'),
    improvements: z.array(
      z.object({
        limit: EntryId,
        improved: Shift.optional().describe('Where it lowered the envelope.'),
        opened: z
          .object({
            ranges: z.array(Range),
            decades: z.number().describe('Width together [decades in mass].'),
          })
          .optional()
          .describe('Where there was no one-sided limit before.'),
        islands: z
          .array(Range)
          .describe('Where it excludes a region that nothing excluded before.'),
      }),
    ),
    unmoved: z.array(EntryId).describe('Appeared without excluding anything new.'),
    replaced: z.array(EntryId).describe('Left because a newer result of the same data is there.'),
    weakened: Shift.optional().describe(
      'Where the envelope became weaker as a limit was replaced.',
    ),
    closed: z.array(Range).describe('Where the envelope ended as a limit was replaced.'),
  })
  .describe('What the papers of one date changed.');

const ScopeHistory = z.object({
  undated: z.array(EntryId).describe('Enter the combined limit, but not its history.'),
  steps: z.array(Step).describe('Oldest first.'),
  years: z
    .array(
      CombinedLevelPart.extend({
        year: z
          .int()
          .describe('It stood like this at the end of this year and until the next one listed.'),
      }),
    )
    .describe('The combined limit, all confidence levels together, for years that changed it.'),
});

/** `combined/<plane>.history.json`. */
export const HistoryFile = z
  .object({
    ...HEAD,
    plane: EntryId,
    x: z.string().describe('Quantity and unit of masses.'),
    y: z.string().describe('Quantity and unit of values.'),
    scopes: z.object({ laboratory: ScopeHistory, ee: ScopeHistory }),
  })
  .describe(`How the combined limit of a plane came about. ${COMBINED_SENTENCE}`);
export type HistoryFile = Written<z.infer<typeof HistoryFile>>;
