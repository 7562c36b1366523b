import type { EntryMap, Limit, QuantityEntry } from '../catalogue.ts';
import { numberColumn } from '../formats/limit-table.ts';
import type { Column } from '../schema/index.ts';
import { findUnitFactor } from '../units.ts';

/**
 * A numeric column of a limit in the canonical unit of its own quantity, logarithms undone; undefined
 * when the unit does not fit the quantity (another rule says so).
 */
export function decodeColumn(
  limit: Limit,
  name: string,
  column: Column,
  quantities: EntryMap<QuantityEntry>,
): Float64Array | undefined {
  const quantity = quantities.get(column.quantity);
  const factor = quantity === undefined ? undefined : findUnitFactor(column.unit, quantity.unit);
  if (factor === undefined) return undefined;
  const raw = numberColumn(limit.table, name);
  return raw.map((value) => factor * (column.scale === 'log10' ? 10 ** value : value));
}

/** Name of the column that holds the coupling: ratio maps call it `coupling`. */
export const valueColumnName = (limit: Limit): 'value' | 'coupling' =>
  limit.shape === 'ratio-map' ? 'coupling' : 'value';
