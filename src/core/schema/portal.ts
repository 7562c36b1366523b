import { z } from 'zod';
import { Text } from './common.ts';

/** A review chapter. */
export const Portal = z.strictObject({
  title: Text,
  /** One sentence under the title and on the home page. */
  summary: Text,
  /** The interaction term, LaTeX without dollar signs. */
  operator: Text,
});
export type Portal = z.infer<typeof Portal>;
