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

/** What the numbers of a limit are: which columns they have and which set they exclude. */
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

/** A path below the folder of raw files, whatever the system: nothing may point out of it. */
export const RawPath = Text.refine(
  (path) =>
    !/^[/~]|^[A-Za-z]:|[\\\p{Cc}]/u.test(path) &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..'),
  'a path below the folder of raw files, with forward slashes and without ".."',
);

/** The accounting of one raw source: every row is kept, or dropped with a reason. */
export const RawSource = z.strictObject({
  /** Relative to the folder given as `--raw DIR`. */
  path: RawPath,
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

/** Where the numbers of a limit came from, and what became of every row of the raw file. */
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

/** How a boson is made: the vocabulary of arXiv:1801.04847. */
export const Mechanism = z.enum([
  'ee',
  'mumu',
  'e-brem',
  'mu-brem',
  'p-brem',
  'pi-brem',
  'uu',
  'dd',
  'ss',
  'cc',
  'bb',
  'rho0',
  'omega',
  'phi',
  'pi0-gamma',
  'eta-gamma',
  'eta-prime-gamma',
  'omega-pi0',
  'phi-eta',
  'dstar0-d0',
  'drell-yan-and-meson-mixing',
  'neutrino-scattering',
]);
export type Mechanism = z.infer<typeof Mechanism>;

/** Share of a mechanism in the bosons made, at every mass or by ranges of mass [GeV]. */
export const ProductionFraction = z.union([
  z.number().min(0).max(1),
  z
    .array(
      z.strictObject({
        fromGeV: z.number().nonnegative().optional(),
        toGeV: z.number().positive().optional(),
        fraction: z.number().min(0).max(1),
      }),
    )
    .min(1),
  /** A column of the mechanism's name in a table of `core/recast`. */
  z.strictObject({ table: z.enum(['lhcb-2017', 'cms-2019']) }),
  /** Known to the experiment only, with what is known in words. */
  z.strictObject({ unknown: Text }),
]);
export type ProductionFraction = z.infer<typeof ProductionFraction>;

/** The longest proper time a prompt search accepts. */
export const ProperTime = z.union([
  /** [s] */
  z.number().positive(),
  z.literal('infinity'),
  /** A length over γc, the boson being made with a recoiling particle in the decay of one at rest. */
  z.strictObject({
    flightM: z.number().positive(),
    parentGeV: z.number().positive(),
    recoilGeV: z.number().nonnegative(),
  }),
  /** A length over γc at a typical energy. */
  z.strictObject({ flightM: z.number().positive(), energyGeV: z.number().positive() }),
  /** offset + scale/(m − threshold). */
  z.strictObject({
    offsetPs: z.number(),
    scalePsGeV: z.number(),
    thresholdGeV: z.number().nonnegative(),
  }),
  /** constant + slope·m by ranges of mass; infinite outside them. */
  z
    .array(
      z.strictObject({
        fromGeV: z.number().nonnegative(),
        toGeV: z.number().positive().optional(),
        constantS: z.number(),
        slopeSPerGeV: z.number().default(0),
      }),
    )
    .min(1),
]);
export type ProperTime = z.infer<typeof ProperTime>;

/** Facts for recasting, in the vocabulary of arXiv:1801.04847. */
export const Recast = z.strictObject({
  production: z
    .array(z.strictObject({ mechanism: Mechanism, fraction: ProductionFraction }))
    .min(1),
  decay: z.array(
    z.enum(['ee', 'mumu', 'pipi', 'hadrons-charged', 'invisible', 'gammagamma', 'hadrons']),
  ),
  /** Final states that made up the whole width in the paper, where it left others out. */
  assumedDecays: z.array(z.enum(['ee', 'mumu'])).optional(),
  efficiency: z.strictObject({
    type: z.enum(['unity', 'prompt', 'displaced', 'beam-dump', 'ratio-map']),
    /** Longest accepted proper time of a prompt search. */
    longest: ProperTime.optional(),
    /** Lengths of the decay volume and of the shield before it. */
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
  /** Jumps between neighbouring points that are real, and why; masses in the unit of the mass column. */
  jumps: z.array(z.strictObject({ at: z.number().nonnegative(), why: Text })).default([]),
  /** Values that the paper states in words, which the curve has to reproduce. */
  anchors: z
    .array(
      z.strictObject({
        /** [unit of the mass column] */
        mass: z.number().nonnegative(),
        /** [unit of the value column] */
        value: z.number().positive(),
        /** Relative tolerance: the digits the paper gives, and the reading of its figure. */
        within: z.number().positive().max(1),
        /** Where the paper says so, for instance `abstract`. */
        where: Text,
      }),
    )
    .default([]),
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
