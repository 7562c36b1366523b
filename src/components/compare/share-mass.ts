import { roundTo } from '../../core/combine/digits.ts';
import type { FigureAxis } from '../../core/figure/figure-spec.ts';
import { applyPowerLaw, IDENTITY, invertPowerLaw, type PowerLaw } from '../../core/quantities.ts';

/** How an axis takes part in a mass that is kept in all figures. */
export interface MassSharing {
  /** From the axis [its own unit] to the mass that is shared [GeV]. */
  readonly law: PowerLaw;
  /** The shared mass in words, where the axis shows another. */
  readonly name?: string;
}

/** A mass of something else than the particle that is searched for. */
const MASSES_OF_OTHERS: ReadonlySet<string> = new Set(['mass-dark-matter']);
/** Digits of a shared mass, as an address keeps it, and of one it is converted to, so that it comes back the same. */
const SHARED_DIGITS = 10;
const OWN_DIGITS = 14;

/**
 * How a mass is carried to and from this axis. Shared is the mass of the particle that is searched for: the mass of
 * the dark matter it decays to is another number, and is converted where the axis can be read as the particle's own.
 * Undefined where the axis has no part in it.
 */
export function findSharing({ quantity, unit, choices }: FigureAxis): MassSharing | undefined {
  if (isOwnMass(quantity, unit)) return { law: IDENTITY };
  if (!MASSES_OF_OTHERS.has(quantity)) return undefined;
  const own = choices?.find((choice) => isOwnMass(choice.quantity, choice.unit));
  return own && { law: own.law, name: own.name };
}

const isOwnMass = (quantity: string, unit: string): boolean =>
  unit === 'GeV' && quantity.startsWith('mass') && !MASSES_OF_OTHERS.has(quantity);

/** The mass to be shared [GeV] for one on the axis [its unit]. */
export const toShared = ({ law }: MassSharing, mass: number): number =>
  carry(law, mass, SHARED_DIGITS);

/** The mass on the axis [its unit] for one that is shared [GeV]. */
export const fromShared = ({ law }: MassSharing, mass: number): number =>
  carry(invertPowerLaw(law), mass, OWN_DIGITS);

const carry = (law: PowerLaw, mass: number, digits: number): number =>
  law.factor === 1 && law.power === 1 ? mass : roundTo(applyPowerLaw(law, mass), digits);

/** Whether the axis reaches that far [its own unit]. */
export const reaches = ({ range: [from, to] }: FigureAxis, mass: number): boolean =>
  mass >= from && mass <= to;
