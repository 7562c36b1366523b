import { z } from 'zod';
import { Id, ReferenceKey, Text } from './common.ts';

const Year = z.int().min(1950).max(2100);

/** Where a number was read: a paper, or a talk or page described in words. */
const sourced = {
  cite: ReferenceKey.optional(),
  source: Text.optional(),
};
const hasSource = (entry: { cite?: string | undefined; source?: string | undefined }): boolean =>
  entry.cite !== undefined || entry.source !== undefined;
const SOURCE_WANTED = 'a number names its paper in cite, or a talk or page in source';

/** An integrated luminosity as a paper states it. */
export const LuminositySample = z
  .strictObject({
    experiment: Id,
    /** What was recorded, or is planned. */
    what: Text,
    /** Integrated luminosity [fb^-1]. */
    luminosityInvFb: z.number().positive(),
    /** Total uncertainty, where stated [fb^-1]. */
    uncertaintyInvFb: z.number().positive().optional(),
    status: z.enum(['recorded', 'target']),
    /** True for the one sample that stands for the experiment's whole in charts. */
    total: z.boolean().default(false),
    ...sourced,
    note: Text.optional(),
  })
  .refine(hasSource, SOURCE_WANTED);
export type LuminositySample = z.infer<typeof LuminositySample>;

/** A point in the life of a machine: never the support of a curve. */
export const Milestone = z
  .strictObject({
    /** As the source writes it, for instance `2020-06-21` or `early 2030s`. */
    date: Text,
    what: Text,
    value: z.number().positive().optional(),
    unit: Text.optional(),
    status: z.enum(['event', 'measured', 'target', 'estimate']),
    ...sourced,
  })
  .refine(hasSource, SOURCE_WANTED)
  .refine(
    ({ value, unit }) => (value === undefined) === (unit === undefined),
    'a value and its unit come together',
  );
export type Milestone = z.infer<typeof Milestone>;

/** An accelerator. */
export const Facility = z.strictObject({
  name: Text,
  laboratory: Text,
  place: Text,
  kind: Text,
  /** Centre-of-mass energy range where it is a collider [GeV]. */
  sqrtSGeV: z.tuple([z.number().positive(), z.number().positive()]).optional(),
  /** First and last year of collisions; no last year while it runs. */
  years: z.union([z.tuple([Year]), z.tuple([Year, Year])]).optional(),
  samples: z.array(LuminositySample).default([]),
  milestones: z.array(Milestone).default([]),
  references: z.array(ReferenceKey).default([]),
});
export type Facility = z.infer<typeof Facility>;
