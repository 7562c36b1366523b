import type { Catalogue, Limit, PlaneEntry } from '../catalogue.ts';
import { listPlaneLimits } from '../curve/plane-limit.ts';
import { findRatePower } from '../query/rate-power.ts';
import { findPowerLaw } from '../quantities.ts';
import type { Exposure } from '../schema/index.ts';

const PER_INV_FB: Readonly<Record<string, number>> = { 'fb^-1': 1, 'pb^-1': 1e3, 'nb^-1': 1e6 };

/** Integrated luminosity of an exposure [fb^-1]; undefined for numbers of decays or of particles on target. */
export function luminosityInvFb({
  value,
  unit,
}: Pick<Exposure, 'value' | 'unit'>): number | undefined {
  const factor = PER_INV_FB[unit];
  return factor === undefined ? undefined : value / factor;
}

/** Why a limit is not scaled. */
export type RefusalReason =
  'not-a-result' | 'two-sided' | 'displaced' | 'no-luminosity' | 'unknown-power' | 'not-positive';

const REASONS: Readonly<Record<RefusalReason, string>> = {
  'not-a-result': 'Only observed and expected limits are scaled.',
  'two-sided':
    'Not scaled to other luminosities: the excluded region has a floor and a ceiling that move differently.',
  displaced:
    'Not scaled to other luminosities: with displaced decays the rate is no power of the coupling.',
  'no-luminosity': 'Not scaled to other luminosities: the exposure is not stated as a luminosity.',
  'unknown-power':
    'Not scaled to other luminosities: it is not known how the rate grows with this quantity.',
  'not-positive': 'A luminosity is a positive number.',
};

/** The naive scaling of a limit to another luminosity: factors on the limit in the plane's quantity. */
export interface LuminosityScaling {
  readonly kind: 'scaling';
  /** Luminosity of the result and the one scaled to [fb^-1]. */
  readonly fromInvFb: number;
  readonly toInvFb: number;
  /** The signal rate goes like this power of the plane's quantity (production × decay). */
  readonly power: number;
  /** Without background the limiting rate goes like 1/L: the strongest improvement there can be. */
  readonly signalLimited: number;
  /** With background known well it goes like 1/√L. */
  readonly backgroundLimited: number;
  /** What is assumed; it belongs beside the numbers wherever they are shown. */
  readonly assumption: string;
  /** Published projections of the same experiments on the plane: preferred to any scaling. */
  readonly published: readonly Limit[];
}

export interface ScalingRefusal {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  readonly message: string;
  readonly published: readonly Limit[];
}

/**
 * What more data would do to a limit if nothing but the luminosity changed. A naive scaling, not a
 * projection; refused where even that means nothing.
 * @param toInvFb integrated luminosity to scale to [fb^-1]
 */
export function projectLuminosity(
  limit: Limit,
  plane: PlaneEntry,
  catalogue: Catalogue,
  toInvFb: number,
): LuminosityScaling | ScalingRefusal {
  const published = listPublishedProjections(limit, plane, catalogue);
  const refuse = (reason: RefusalReason): ScalingRefusal => ({
    kind: 'refused',
    reason,
    message: REASONS[reason],
    published,
  });
  if (limit.status !== 'observed' && limit.status !== 'expected') return refuse('not-a-result');
  if (limit.lifetime === 'displaced' || limit.signature === 'displaced') return refuse('displaced');
  if (limit.shape !== 'one-sided' && limit.shape !== 'points') return refuse('two-sided');
  const fromInvFb = limit.exposure && luminosityInvFb(limit.exposure);
  if (fromInvFb === undefined) return refuse('no-luminosity');
  if (!(toInvFb > 0 && toInvFb < Infinity)) return refuse('not-positive');
  const power = findSignedPower(limit, plane, catalogue);
  if (power === undefined) return refuse('unknown-power');
  const ratio = fromInvFb / toInvFb;
  return {
    kind: 'scaling',
    fromInvFb,
    toInvFb,
    power: Math.abs(power),
    signalLimited: ratio ** (1 / power),
    backgroundLimited: ratio ** (1 / (2 * power)),
    assumption: ASSUMPTION,
    published,
  };
}

const ASSUMPTION =
  'A naive scaling of the published limit, not a projection by the experiment: it assumes the same ' +
  'energy, detector, selection and background per luminosity at every mass, and no systematic ' +
  'uncertainty. Without background the smallest rate that can be excluded falls like 1/L, with ' +
  'background like 1/√L.';

/**
 * The power of the plane's quantity in the rate, negative where a larger quantity (a decay constant)
 * means a smaller rate. Undefined where it is unknown, or the limit excludes the smaller rates.
 */
function findSignedPower(
  limit: Limit,
  plane: PlaneEntry,
  catalogue: Catalogue,
): number | undefined {
  if (limit.excludes !== 'above') return undefined;
  const power = findRatePower(limit, plane, catalogue);
  const { quantities } = catalogue;
  const law = findPowerLaw(limit.value.quantity, plane.y.quantity, quantities, plane.parameters);
  return power === undefined || law === undefined ? undefined : power * Math.sign(law.power);
}

/** Published projections on the plane by an experiment of the limit, in id order. */
export const listPublishedProjections = (
  limit: Limit,
  plane: PlaneEntry,
  catalogue: Catalogue,
): Limit[] =>
  listPlaneLimits(plane, catalogue)
    .map((placed) => placed.limit)
    .filter(
      (other) =>
        other.status === 'projected' &&
        other.experiment.some((id) => limit.experiment.includes(id)),
    );
