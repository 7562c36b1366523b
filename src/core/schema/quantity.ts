import { z } from 'zod';
import { Id, Text } from './common.ts';

/**
 * An exact relation to a sibling quantity: `this = factor · Π parameter^exponent · of^power`, every
 * number in the canonical units of the two quantities. All relations are pure powers, so converting
 * and interpolating log–log commute.
 */
export const PowerRelation = z.strictObject({
  of: Id,
  power: z.number().refine((power) => power !== 0, 'a relation needs a non-zero power'),
  factor: z.number().positive().default(1),
  /** Exponents of physical constants of `constants.ts`, for instance `{e: -1}`. */
  constants: z.record(z.string(), z.number()).default({}),
  /** Exponents of the plane's parameters, for instance `{massRatio: 4, alphaD: -1}`. */
  parameters: z.record(z.string(), z.number()).default({}),
  /** Where the relation comes from, in words or as a citation. */
  why: Text,
});
export type PowerRelation = z.infer<typeof PowerRelation>;

/** A physical variable: symbol, canonical unit, normalisation and exact relations to its siblings. */
export const Quantity = z.strictObject({
  name: Text,
  /** LaTeX, without dollar signs. */
  symbol: Text,
  /** The symbol in plain Unicode, with `_x` or `_{xy}` for subscripts and `^` for superscripts. */
  plain: Text,
  role: z.enum(['mass', 'coupling', 'branching-fraction', 'cross-section', 'lifetime', 'length']),
  /** Canonical unit: everything is converted to it at read time. */
  unit: Text,
  /** Units a file may use. */
  units: z.array(Text).min(1),
  /** The range a value can plausibly have [canonical unit]; outside it a unit slip is suspected. */
  plausible: z
    .tuple([z.number(), z.number()])
    .refine(([lowest, highest]) => lowest < highest, 'the lowest plausible value comes first'),
  /** The Lagrangian term or definition that fixes the normalisation, LaTeX allowed between dollars. */
  definition: Text,
  /**
   * Power of this quantity in the signal rate of a prompt search at fixed branching fractions, where
   * there is one: 2 for ε, 1 for a branching fraction.
   */
  ratePower: z.number().positive().optional(),
  relations: z.array(PowerRelation).default([]),
});
export type Quantity = z.infer<typeof Quantity>;
