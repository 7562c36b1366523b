import { CONSTANTS } from '../../core/constants.ts';
import { formatMass } from '../../core/figure/finding.ts';
import { formatValue } from '../../core/figure/format-value.ts';
import { formatDistance } from '../../core/figure/grid-slices.ts';
import {
  computeBranchings,
  type DecayModel,
  sumWidthsGeV,
} from '../../core/physics/decay-model.ts';
import { readNumber } from '../../core/query/read-points.ts';

/** Why there is no answer, in a sentence, and which number is to blame. */
export interface Problem {
  readonly about: 'mass' | 'coupling' | 'boost';
  readonly problem: string;
}

/** How a particle of one mass decays at one coupling. */
export interface Decays {
  readonly massGeV: number;
  readonly widthGeV: number;
  readonly lifetimeS: number;
  readonly ctauM: number;
  /** Branching fraction of each channel of the model, in its order; zero where it is closed. */
  readonly branchings: readonly number[];
}

/** A particle in flight; no energy where only its boost is given. */
export interface Flight {
  readonly energyGeV?: number;
  /** βγ = p/m [1]. */
  readonly boost: number;
  /** βγ cτ: the distance at which a share of 1/e is left [m]. */
  readonly lengthM: number;
}

/** Numbers as typed: mass [GeV], coupling [its own unit], boost βγ [1]. */
export interface Typed {
  readonly mass: string;
  readonly coupling: string;
  readonly boost: string;
}

const NAMES = { mass: 'mass', coupling: 'coupling', boost: 'boost βγ' } as const;
const EXAMPLES = { mass: '0.5', coupling: '1e-4', boost: '10' } as const;

/** A positive number as typed, or what is wrong with it. */
export function readPositive(about: Problem['about'], text: string): number | Problem {
  const name = NAMES[about];
  const written = text.trim();
  if (written === '') return { about, problem: `Type a ${name}, for instance ${EXAMPLES[about]}.` };
  const value = readNumber(written);
  if (value === undefined) {
    const shown = written.length > 24 ? `${written.slice(0, 24)}…` : written;
    return {
      about,
      problem: `“${shown}” is not a number; type the ${name} like ${EXAMPLES[about]}.`,
    };
  }
  if (value > 0) return value;
  const what = value === 0 ? 'zero' : 'negative';
  return { about, problem: `The ${name} is ${what}; it has to be above zero.` };
}

/** Width, lifetime and branching fractions, or why they cannot be given; never a number that is none. */
export function computeDecays(
  model: DecayModel,
  massGeV: number,
  coupling: number,
): Decays | Problem {
  const [from, to] = model.range;
  if (massGeV < from || massGeV > to) {
    const side = massGeV < from ? 'below' : 'above';
    return {
      about: 'mass',
      problem: `${formatMass(massGeV)} is ${side} the masses for which this model is computed, ${formatMass(from)} to ${formatMass(to)}.`,
    };
  }
  const unitWidth = sumWidthsGeV(model, massGeV);
  if (unitWidth === 0) return { about: 'mass', problem: describeThreshold(model, massGeV) };
  if (!(unitWidth > 0)) {
    return {
      about: 'mass',
      problem: `At ${formatMass(massGeV)} not every width of this model is known.`,
    };
  }
  const widthGeV = unitWidth * coupling ** 2;
  if (!(widthGeV < massGeV)) {
    return {
      about: 'coupling',
      problem: 'At this coupling the particle is broader than its mass; the formulas do not apply.',
    };
  }
  const ctauM = CONSTANTS.hbarc.value / widthGeV;
  if (!Number.isFinite(ctauM)) {
    return {
      about: 'coupling',
      problem: 'This coupling is too small for the width to be computed.',
    };
  }
  return {
    massGeV,
    widthGeV,
    lifetimeS: ctauM / CONSTANTS.c.value,
    ctauM,
    branchings: computeBranchings(model, massGeV),
  };
}

const SEARCH_STEPS = 400;
const HALVINGS = 40;

/** Says that nothing is open, and from where on something is. */
function describeThreshold(model: DecayModel, massGeV: number): string {
  const [, to] = model.range;
  const stable = `At ${formatMass(massGeV)} no decay of this model is open: the particle is stable`;
  let closed = massGeV;
  for (let i = 1; i <= SEARCH_STEPS; i += 1) {
    let open = massGeV * (to / massGeV) ** (i / SEARCH_STEPS);
    if (sumWidthsGeV(model, open) > 0) {
      for (let j = 0; j < HALVINGS; j += 1) {
        const middle = (closed + open) / 2;
        if (sumWidthsGeV(model, middle) > 0) open = middle;
        else closed = middle;
      }
      return `${stable}. The lightest final state opens at ${formatMass(open)}.`;
    }
    closed = open;
  }
  return `${stable}.`;
}

/**
 * The flight of a particle made in e⁺e⁻ → γX, in the centre of mass: E = (s + m²)/2√s, βγ = p/m with p that of
 * the photon, (s − m²)/2√s.
 * @param sqrtSGeV energy in the centre of mass [GeV]
 */
export function computeRecoil(
  { massGeV, ctauM }: Pick<Decays, 'massGeV' | 'ctauM'>,
  sqrtSGeV: number,
): Flight | Problem {
  if (massGeV >= sqrtSGeV) {
    return {
      about: 'mass',
      problem: `${formatMass(massGeV)} is too heavy for this machine: with ${formatValue(sqrtSGeV, 'GeV', 5)} in the centre of mass nothing heavier can be made beside a photon.`,
    };
  }
  const s = sqrtSGeV ** 2;
  const energyGeV = (s + massGeV ** 2) / (2 * sqrtSGeV);
  const boost = (s - massGeV ** 2) / (2 * sqrtSGeV * massGeV);
  return { energyGeV, boost, lengthM: boost * ctauM };
}

/** The flight of a particle with a boost of the reader's own. */
export const computeBoosted = (
  { ctauM }: Pick<Decays, 'ctauM'>,
  boost: number,
): Flight | Problem =>
  Number.isFinite(boost * ctauM)
    ? { boost, lengthM: boost * ctauM }
    : {
        about: 'boost',
        problem: 'With this boost the particle flies further than can be computed.',
      };

export const isProblem = (value: object | number): value is Problem =>
  typeof value === 'object' && 'problem' in value;

/** A time with the unit that suits it, from picoseconds to seconds. */
export function formatTime(seconds: number): string {
  const [factor, unit] =
    seconds >= 1
      ? [1, 's']
      : seconds >= 1e-3
        ? [1e3, 'ms']
        : seconds >= 1e-6
          ? [1e6, 'µs']
          : seconds >= 1e-9
            ? [1e9, 'ns']
            : seconds >= 1e-12
              ? [1e12, 'ps']
              : [1, 's'];
  return formatValue(seconds * factor, unit);
}

/** A branching fraction in per cent, and what is too small for that as a power of ten. */
export const formatShare = (share: number): string =>
  share === 0
    ? '0'
    : share >= 1e-4
      ? `${String(Number((share * 100).toPrecision(3)))} %`
      : formatValue(share, '');

/** What is said of a particle, in order. */
export const FACTS = ['width', 'lifetime', 'ctau', 'energy', 'boost', 'flight'] as const;
const NONE = '–';

/** What stands in the list of facts; a dash where there is no number. */
export function writeFacts(
  decays: Decays | Problem,
  flight: Flight | Problem,
): Record<(typeof FACTS)[number], string> {
  const [at, flies] = [
    isProblem(decays) ? undefined : decays,
    isProblem(decays) || isProblem(flight) ? undefined : flight,
  ];
  return {
    width: at === undefined ? NONE : formatValue(at.widthGeV, 'GeV'),
    lifetime: at === undefined ? NONE : formatTime(at.lifetimeS),
    ctau: at === undefined ? NONE : formatDistance(at.ctauM),
    energy: flies?.energyGeV === undefined ? NONE : formatValue(flies.energyGeV, 'GeV', 4),
    boost: flies === undefined ? NONE : formatValue(flies.boost, ''),
    flight: flies === undefined ? NONE : formatDistance(flies.lengthM),
  };
}
