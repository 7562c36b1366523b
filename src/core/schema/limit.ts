import { z } from 'zod';
import {
  Confidence,
  Exposure,
  Id,
  MassRange,
  ReferenceKey,
  Signature,
  SqrtS,
  Text,
} from './common.ts';

export const Shape = z.enum([
  'one-sided',
  'interval',
  'contour',
  'points',
  'grid',
  'ratio-map',
  'band',
  'line',
]);
export type Shape = z.infer<typeof Shape>;

/** A column of the numbers: its quantity, unit and scale in the file. */
export const Column = z.strictObject({
  quantity: Id,
  unit: Text,
  /** `log10` when the file holds decimal logarithms; order, units and ranges are checked after decoding. */
  scale: z.enum(['linear', 'log10']).default('linear'),
});
export type Column = z.infer<typeof Column>;

/** What was done between the raw numbers and the CSV; anything else needs a new name here. */
export const Transform = z.enum([
  'none',
  'sort',
  'sort-edges',
  'bin-centre',
  'split-edges',
  'close-ring',
  'matrix-to-rows',
]);
export type Transform = z.infer<typeof Transform>;

/** The accounting of one raw source: every row is kept, or dropped with a reason. */
export const RawSource = z.strictObject({
  /** Relative to the folder given as `--raw DIR`. */
  path: Text,
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 digest has 64 hexadecimal digits'),
  /** First and last line read, counted from one. */
  lines: z.tuple([z.int().positive(), z.int().positive()]).optional(),
  /** Columns read, counted from zero, in the order of the CSV's number columns. */
  columns: z.array(z.int().nonnegative()).optional(),
  /** Part of the result these numbers became, for instance `value`, `lower`, `upper`, `ring`, `map`. */
  role: Text,
  /** Data rows found (a matrix cell is a row). */
  rows: z.int().nonnegative(),
  kept: z.int().nonnegative(),
  dropped: z.array(z.strictObject({ rows: z.int().positive(), why: Text })).default([]),
  /** CSV rows written from this source. */
  written: z.int().nonnegative(),
  transforms: z.array(Transform).min(1).default(['none']),
});
export type RawSource = z.infer<typeof RawSource>;

export const Provenance = z.strictObject({
  method: z.enum(['official', 'author', 'digitised', 'computed', 'unknown']),
  /** Figure or table of the paper. */
  figure: Text.optional(),
  from: z.strictObject({
    name: Text,
    path: Text,
    revision: Text,
    licence: Text,
  }),
  /** Empty only for numbers that this project computes. */
  raw: z.array(RawSource),
});
export type Provenance = z.infer<typeof Provenance>;

/** Facts for recasting, in the vocabulary of arXiv:1801.04847. */
export const Recast = z.strictObject({
  production: z
    .array(
      z.strictObject({
        mechanism: Text,
        fraction: z.union([z.number().min(0).max(1), Text]),
      }),
    )
    .min(1),
  decay: z.array(Text),
  efficiency: z.strictObject({
    type: z.enum(['unity', 'prompt', 'displaced', 'beam-dump', 'ratio-map']),
    t0S: z.number().nonnegative().optional(),
    t1S: z.union([z.number().positive(), Text]).optional(),
    decayM: z.number().positive().optional(),
    shieldM: z.number().positive().optional(),
    note: Text.optional(),
  }),
});
export type Recast = z.infer<typeof Recast>;

/** One published curve or region, from one paper, at one confidence level, as published. */
export const LimitMeta = z.strictObject({
  title: Text,
  plane: Id,
  /** Other planes where the same result holds after the exact quantity transform. */
  alsoOn: z
    .array(z.strictObject({ plane: Id, why: Text, massRange: MassRange.optional() }))
    .default([]),
  search: Id.optional(),
  /** Empty for compilations and targets. */
  experiment: z.array(Id),
  /** The paper of the analysis; `none-known` is allowed and shown. */
  reference: z.union([z.literal('none-known'), ReferenceKey]),
  /** Where these numbers came from, if another paper. */
  data: ReferenceKey.optional(),
  /** Further papers the result rests on. */
  alsoCite: z.array(ReferenceKey).default([]),
  /** Year of the result where no reference is known. */
  year: z.int().min(1970).max(2100).optional(),
  status: z.enum(['observed', 'expected', 'projected', 'favoured', 'target']),
  derivedBy: z.enum(['collaboration', 'reinterpretation', 'compilation', 'this-project']),
  shape: Shape,
  /** In the native quantity; a decreasing relation flips it when read. */
  excludes: z.enum(['above', 'below']).optional(),
  signature: Signature,
  lifetime: z.enum(['prompt', 'displaced', 'stable', 'any']),
  /** Final states, in plain words or symbols. */
  channels: z.array(Text).default([]),
  confidence: Confidence,
  exposure: Exposure.optional(),
  sqrtS: SqrtS.optional(),
  /** From the paper or the index, deliberately redundant: this is what catches a unit slip [GeV]. */
  massRange: MassRange,
  mass: Column,
  value: Column,
  /** The third axis of a grid, for instance a lifetime. */
  parameter: Column.optional(),
  /** Mass windows inside the range where no limit was set [GeV]. */
  gaps: z.array(z.strictObject({ from: z.number(), to: z.number(), why: Text })).default([]),
  /** Power of the native quantity in the signal rate (production × decay), where it is not the quantity's. */
  ratePower: z.number().positive().optional(),
  recast: Recast.optional(),
  provenance: Provenance,
  supersedes: z
    .array(z.strictObject({ limit: Id, as: z.enum(['update', 'combination-of-channels']) }))
    .default([]),
  /** Statements above that could not be confirmed from the paper, shown as such. */
  unverified: z.array(Text).default([]),
  notes: Text.optional(),
});
export type LimitMeta = z.infer<typeof LimitMeta>;
