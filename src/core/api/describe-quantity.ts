import type { z } from 'zod';
import type { Catalogue } from '../catalogue.ts';
import { mustGet } from '../catalogue.ts';
import type { Axis } from '../schema/index.ts';
import type { AxisPart } from './schemas/parts.ts';

/** An axis with what its quantity is. */
export function describeAxis(
  { quantity, range, scale }: Axis,
  { quantities }: Catalogue,
): z.infer<typeof AxisPart> {
  const { name, symbol, plain, unit, definition } = mustGet(quantities, quantity);
  return { quantity, name, symbol, plain, unit, definition, range, scale };
}
