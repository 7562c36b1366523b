import { z } from 'zod';
import { Id, ReferenceKey, Text } from './common.ts';

/** What an experiment is: it decides which combinations its limits enter. */
export const ExperimentKind = z.enum([
  'ee-collider',
  'hadron-collider',
  'fixed-target',
  'beam-dump',
  'meson-decay',
  'neutrino',
  'indirect',
  'astro',
  'cosmo',
]);
export type ExperimentKind = z.infer<typeof ExperimentKind>;

/** A detector and its collaboration. */
export const Experiment = z.strictObject({
  name: Text,
  kind: ExperimentKind,
  facility: Id.optional(),
  /** Where it is or was, in words. */
  place: Text.optional(),
  /** Proposed or future experiments have no observed limits. */
  future: z.boolean().default(false),
  references: z.array(ReferenceKey).default([]),
});
export type Experiment = z.infer<typeof Experiment>;
