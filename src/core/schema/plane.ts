import { z } from 'zod';
import { Id, PortalId, Text } from './common.ts';

const Range = z
  .tuple([z.number(), z.number()])
  .refine(([from, to]) => from < to, 'the lower end comes first');

/** One axis of a plane: the quantity, the drawn range [canonical unit of the quantity] and the scale. */
export const Axis = z
  .strictObject({ quantity: Id, range: Range, scale: z.enum(['log', 'linear']).default('log') })
  .refine((axis) => axis.scale === 'linear' || axis.range[0] > 0, 'a log axis starts above zero');
export type Axis = z.infer<typeof Axis>;

/** An exact change of axes of a plane, at stated parameters. */
export const View = z.strictObject({
  id: Id,
  title: Text,
  x: Axis,
  y: Axis,
  parameters: z.record(z.string(), z.number()).default({}),
});
export type View = z.infer<typeof View>;

/** The place where curves may be compared: one set of assumptions, one pair of quantities. */
export const Plane = z.strictObject({
  title: Text,
  /** A short name for tables and thumbnails. */
  short: Text,
  portals: z.array(PortalId).min(1),
  /** A model id, or `none` where the limit is model independent (a branching fraction, say). */
  model: z.union([z.literal('none'), Id]),
  x: Axis,
  y: Axis,
  scenario: z.strictObject({
    /** What the new particle decays to, in words. */
    decays: Text,
    /** How the branching fractions are fixed. */
    branching: Text,
  }),
  nature: z.enum(['dirac', 'majorana']).optional(),
  flavour: z.enum(['e', 'mu', 'tau']).optional(),
  /** Fixed parameters that relations between quantities may use, for instance `{alphaD: 0.5, massRatio: 3}`. */
  parameters: z.record(z.string(), z.number()).default({}),
  views: z.array(View).default([]),
  /** One paragraph in words, shown under the figure. */
  assumptions: Text,
  /** Position among the planes of a portal, lowest first; planes of equal order sort by id. */
  order: z.number().int().default(100),
});
export type Plane = z.infer<typeof Plane>;
