import { z } from 'zod';

/** File name of an entry without its extension: kebab-case, ASCII, never renamed without a redirect. */
export const Id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is kebab-case: a-z, 0-9 and single hyphens');
export type Id = z.infer<typeof Id>;

/** The four portals of the review. */
export const PortalId = z.enum(['vector', 'scalar', 'pseudoscalar', 'neutrino']);
export type PortalId = z.infer<typeof PortalId>;

/** Key of an entry in `references.bib`: the INSPIRE texkey where one is known. */
export const ReferenceKey = z
  .string()
  .regex(/^[A-Za-z0-9'.-]+(:[A-Za-z0-9.]+)?$/, 'a reference key looks like BaBar:2014zli');
export type ReferenceKey = z.infer<typeof ReferenceKey>;

/** Text that says something: trimmed and not empty. */
export const Text = z.string().trim().min(1, 'must not be empty');

/** A positive mass range, lowest first [GeV]. Zero is allowed for searches for massless particles. */
export const MassRange = z
  .tuple([z.number().nonnegative(), z.number().nonnegative()])
  .refine(([from, to]) => from <= to, 'the lower mass comes first');

/** Exposure of a search: integrated luminosity, or a number of decays or of particles on target. */
export const ExposureUnit = z.enum([
  'fb^-1',
  'pb^-1',
  'nb^-1',
  'J/psi',
  'psi(2S)',
  'Upsilon(1S)',
  'Upsilon(2S)',
  'Upsilon(3S)',
  'BBbar',
  'B',
  'Z',
  'tau-pairs',
  'POT',
  'EOT',
  'MOT',
  'K+',
  'KL',
  'pi+',
  'pi0',
]);
/** How much data a search used. */
export const Exposure = z.strictObject({
  value: z.number().positive(),
  unit: ExposureUnit,
  /** False when the number was not confirmed from the paper or its abstract. */
  verified: z.boolean().default(true),
  note: Text.optional(),
});
export type Exposure = z.infer<typeof Exposure>;

/** Centre-of-mass energy of the machine [GeV]. */
export const SqrtS = z.strictObject({ value: z.number().positive(), unit: z.literal('GeV') });

const LEVEL = 'a fraction between 0.5 and 1: 90 % is 0.90';

/** Confidence (credibility) level as the paper states it, never rescaled. */
export const Confidence = z.union(
  [
    z.literal('not-stated'),
    z.strictObject({
      level: z.number().gt(0.5, LEVEL).lt(1, LEVEL),
      /** Statistical method, only where the source says it (for instance CLs, Bayesian, Feldman-Cousins). */
      method: Text.optional(),
      /** False when the level is from memory rather than from the paper. */
      verified: z.boolean().default(true),
    }),
  ],
  'the level as the paper states it, for instance {level: 0.90}, or the word not-stated',
);
export type Confidence = z.infer<typeof Confidence>;

/** How the particle shows itself in the search. */
export const Signature = z.enum(['visible', 'invisible', 'displaced', 'mixed', 'indirect']);
export type Signature = z.infer<typeof Signature>;
