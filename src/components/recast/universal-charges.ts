import type { Fermion, VectorCharges } from '../../core/physics/vector-models.ts';

/** Fermions that differ in generation only. */
const FAMILIES: readonly (readonly Fermion[])[] = [
  ['e', 'mu', 'tau'],
  ['nue', 'numu', 'nutau'],
  ['u', 'c'],
  ['d', 's', 'b'],
];

/** True where a boson does not tell generations apart. */
export const isUniversal = (charges: VectorCharges): boolean =>
  FAMILIES.every((family) => new Set(family.map((fermion) => charges[fermion])).size === 1);

/** The charges with that of a fermion, and of its like in all generations, changed. */
export function spreadCharge(
  charges: VectorCharges,
  fermion: Fermion,
  value: number,
): VectorCharges {
  const family = FAMILIES.find((one) => one.includes(fermion)) ?? [fermion];
  return { ...charges, ...Object.fromEntries(family.map((one) => [one, value])) };
}
