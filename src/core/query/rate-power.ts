import type { Catalogue, Limit, PlaneEntry } from '../catalogue.ts';
import { findPowerLaw } from '../quantities.ts';

/**
 * The power p for which the signal rate of a limit goes like the p-th power of the plane's quantity:
 * the limit's own statement (production × decay), else that of its quantity. Undefined where the rate
 * is not a power: displaced decays, and limits with a floor and a ceiling.
 */
export function findRatePower(
  limit: Limit,
  plane: PlaneEntry,
  { quantities }: Catalogue,
): number | undefined {
  if (limit.shape !== 'one-sided' && limit.shape !== 'points') return undefined;
  if (limit.lifetime === 'displaced' || limit.signature === 'displaced') return undefined;
  const native = limit.ratePower ?? quantities.get(limit.value.quantity)?.ratePower;
  const law = findPowerLaw(limit.value.quantity, plane.y.quantity, quantities, plane.parameters);
  if (native === undefined || law === undefined) return undefined;
  return Math.abs(native / law.power);
}
