import { z } from 'zod';
import { Id, PortalId, ReferenceKey, Text } from './common.ts';

/** One Lagrangian. */
export const Model = z.strictObject({
  title: Text,
  portals: z.array(PortalId).min(1),
  /** LaTeX, without dollar signs. */
  lagrangian: Text,
  /** Quantities that parametrise it. */
  quantities: z.array(Id).min(1),
  /** Why no widths are computed for it, where none are. */
  notComputed: Text.optional(),
  references: z.array(ReferenceKey).default([]),
});
export type Model = z.infer<typeof Model>;
