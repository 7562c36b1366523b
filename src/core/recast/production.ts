import { interpolateRows } from '../physics/physics-table.ts';
import type { VectorCharges } from '../physics/vector-models.ts';
import type { Mechanism, ProductionFraction, Recast } from '../schema/index.ts';
import { FRACTION_TABLES } from './fraction-tables-data.ts';

/** Fractions of the bosons made, by mechanism, against mass [GeV]. */
export interface FractionTable {
  readonly id: 'lhcb-2017' | 'cms-2019';
  /** The raw file below the folder of raw files, and its digest. */
  readonly raw: { readonly path: string; readonly sha256: string };
  /** Columns as the source names them. */
  readonly columns: Readonly<
    Record<string, readonly (readonly [mass: number, fraction: number])[]>
  >;
}

/** Mechanisms by the names of the columns. */
const COLUMN_OF: Partial<Readonly<Record<Mechanism, string>>> = {
  rho0: 'rho0',
  'eta-gamma': 'eta_gamma',
  'omega-pi0': 'omega_pi0',
  omega: 'omega',
  phi: 'phi',
  dd: 'd_d',
  uu: 'u_u',
  ss: 's_s',
  cc: 'c_c',
  bb: 'b_b',
};

type Diagonal = readonly [u: number, d: number, s: number];

/** Generators of the mesons in U(3), their diagonals. Source: Ilten:2018crw (arXiv:1801.04847), eq. (A.1). */
const GENERATORS = {
  photon: [2 / 3, -1 / 3, -1 / 3],
  pi0: [1 / 2, -1 / 2, 0],
  eta: [1 / Math.sqrt(6), 1 / Math.sqrt(6), -1 / Math.sqrt(6)],
  etaPrime: [1 / Math.sqrt(12), 1 / Math.sqrt(12), 2 / Math.sqrt(12)],
  rho: [1 / 2, -1 / 2, 0],
  omega: [1 / 2, 1 / 2, 0],
  phi: [0, 0, 1 / Math.sqrt(2)],
} as const satisfies Readonly<Record<string, Diagonal>>;
type Generator = keyof typeof GENERATORS;

const traceWithCharges = ([u, d, s]: Diagonal, charges: VectorCharges): number =>
  u * charges.u + d * charges.d + s * charges.s;

const traceOfThree = (a: Diagonal, b: Diagonal, c: Diagonal): number =>
  a[0] * b[0] * c[0] + a[1] * b[1] * c[1] + a[2] * b[2] * c[2];

interface Resonance {
  readonly generator: 'rho' | 'omega' | 'phi';
  readonly massGeV: number;
  readonly widthGeV: number;
  /** Branching fraction and masses of the particles that carry the momentum [GeV]. */
  readonly decays: readonly (readonly [branching: number, first: number, second: number])[];
}

/** Masses, widths and main decays of the vector mesons. Source: ParticleDataGroup:2024cfk. */
const RESONANCES: readonly Resonance[] = [
  { generator: 'rho', massGeV: 0.77526, widthGeV: 0.1474, decays: [[1, 0.13957, 0.13957]] },
  {
    generator: 'omega',
    massGeV: 0.78266,
    widthGeV: 0.00868,
    decays: [
      [0.893, 2 * 0.13957, 0.13498],
      [0.084, 0.13498, 0],
      [0.015, 0.13957, 0.13957],
    ],
  },
  {
    generator: 'phi',
    massGeV: 1.01946,
    widthGeV: 0.00425,
    decays: [
      [0.491, 0.49368, 0.49368],
      [0.339, 0.49761, 0.49761],
      [0.013, 0.54786, 0],
    ],
  },
];

const momentumSquared = (s: number, a: number, b: number): number =>
  ((s - (a + b) ** 2) * (s - (a - b) ** 2)) / (4 * s);

/**
 * Propagator of a vector meson over its value at rest, with a width that grows with the momentum of a p-wave
 * decay. Source: Ilten:2018crw (arXiv:1801.04847), eq. (A.3).
 */
function propagate(resonance: Resonance, massGeV: number): { re: number; im: number } {
  const [s, s0] = [massGeV ** 2, resonance.massGeV ** 2];
  let growth = 0;
  for (const [branching, a, b] of resonance.decays) {
    if (massGeV <= a + b) continue;
    growth += branching * (momentumSquared(s, a, b) / momentumSquared(s0, a, b)) ** 1.5;
  }
  const re = s0 - s;
  const im = -(s0 * resonance.widthGeV * growth) / massGeV;
  const norm = re ** 2 + im ** 2;
  return { re: (s0 * re) / norm, im: (-s0 * im) / norm };
}

/** A meson that decays to a boson and another one: the boson mixes with vector mesons in between. */
const RADIATIVE = {
  'pi0-gamma': ['pi0', 'photon'],
  'eta-gamma': ['eta', 'photon'],
  'eta-prime-gamma': ['etaPrime', 'photon'],
  'omega-pi0': ['omega', 'pi0'],
  'phi-eta': ['phi', 'eta'],
} as const satisfies Partial<Readonly<Record<Mechanism, readonly [Generator, Generator]>>>;
type Radiative = keyof typeof RADIATIVE;

const isRadiative = (mechanism: Mechanism): mechanism is Radiative =>
  Object.hasOwn(RADIATIVE, mechanism);

/**
 * How much a mechanism makes of a boson, over g² and up to a factor that is the same for every boson; undefined
 * where the method has no rule for it.
 * Source: Ilten:2018crw (arXiv:1801.04847), eqs. (2.3) to (2.11); the pion's charge for its bremsstrahlung is
 * that of its quarks, x_u − x_d, since a vector current is conserved.
 */
export function rateProduction(
  mechanism: Mechanism,
  massGeV: number,
  charges: VectorCharges,
): number | undefined {
  switch (mechanism) {
    case 'ee':
    case 'e-brem':
      return charges.e ** 2;
    case 'mumu':
    case 'mu-brem':
      return charges.mu ** 2;
    case 'p-brem':
      return (2 * charges.u + charges.d) ** 2;
    case 'pi-brem':
      return (charges.u - charges.d) ** 2;
    case 'uu':
      return charges.u ** 2;
    case 'dd':
      return charges.d ** 2;
    case 'ss':
      return charges.s ** 2;
    case 'cc':
      return charges.c ** 2;
    case 'bb':
      return charges.b ** 2;
    case 'rho0':
      return traceWithCharges(GENERATORS.rho, charges) ** 2;
    case 'omega':
      return traceWithCharges(GENERATORS.omega, charges) ** 2;
    case 'phi':
      return traceWithCharges(GENERATORS.phi, charges) ** 2;
    case 'pi0-gamma':
    case 'eta-gamma':
    case 'eta-prime-gamma':
    case 'omega-pi0':
    case 'phi-eta':
      return rateAmplitude(amplifyRadiative(mechanism, massGeV), charges);
    case 'dstar0-d0':
    case 'drell-yan-and-meson-mixing':
    case 'neutrino-scattering':
      return undefined;
  }
}

/** Amplitude of a decay through vector mesons: a complex weight for each, times the boson's coupling to it. */
type Amplitude = readonly { readonly meson: Diagonal; readonly re: number; readonly im: number }[];

function amplifyRadiative(mechanism: Radiative, massGeV: number): Amplitude {
  const [parent, daughter] = RADIATIVE[mechanism];
  return RESONANCES.flatMap((resonance) => {
    const meson = GENERATORS[resonance.generator];
    const weight = traceOfThree(GENERATORS[parent], GENERATORS[daughter], meson);
    if (weight === 0) return [];
    const propagator = propagate(resonance, massGeV);
    return [{ meson, re: weight * propagator.re, im: weight * propagator.im }];
  });
}

function rateAmplitude(amplitude: Amplitude, charges: VectorCharges): number {
  let [re, im] = [0, 0];
  for (const part of amplitude) {
    const coupling = traceWithCharges(part.meson, charges);
    re += part.re * coupling;
    im += part.im * coupling;
  }
  return re ** 2 + im ** 2;
}

/** Share of a mechanism at a mass; undefined where only the experiment knows it. */
export function findFraction(
  mechanism: Mechanism,
  fraction: ProductionFraction,
  massGeV: number,
): number | undefined {
  if (typeof fraction === 'number') return fraction;
  if ('unknown' in fraction) return undefined;
  if ('table' in fraction) {
    const table = FRACTION_TABLES.find(({ id }) => id === fraction.table);
    const rows = table?.columns[COLUMN_OF[mechanism] ?? ''];
    return rows === undefined ? undefined : interpolateRows(rows, massGeV);
  }
  const range = fraction.find(
    ({ fromGeV = 0, toGeV = Infinity }) => fromGeV <= massGeV && massGeV < toGeV,
  );
  return range?.fraction ?? 0;
}

/** A mechanism at a mass: its share over the original boson's rate, and what gives the rate of any other. */
interface Source {
  readonly weight: number;
  readonly mechanism: Mechanism;
  readonly amplitude?: Amplitude;
}

/** How bosons are made at a mass: what is the same for all of them. */
export type ProductionSample = readonly Source[];

/**
 * Reads shares and rates of the original boson at a mass; undefined where one of them is not known.
 * @param original charges of the boson the shares are of
 */
export function sampleProduction(
  production: Recast['production'],
  massGeV: number,
  original: VectorCharges,
): ProductionSample | undefined {
  const sources: Source[] = [];
  for (const { mechanism, fraction } of production) {
    const share = findFraction(mechanism, fraction, massGeV);
    const rate = rateProduction(mechanism, massGeV, original);
    if (share === undefined || rate === undefined) return undefined;
    if (share === 0 || rate === 0) continue;
    sources.push({
      weight: share / rate,
      mechanism,
      ...(isRadiative(mechanism) ? { amplitude: amplifyRadiative(mechanism, massGeV) } : {}),
    });
  }
  return sources;
}

/**
 * Production of a boson over that of the original one at equal couplings: Σ over mechanisms of the share in
 * which the original is made times the ratio of rates. Source: Ilten:2018crw (arXiv:1801.04847), eq. (2.12).
 */
export function compareProduction(
  sample: ProductionSample,
  massGeV: number,
  charges: VectorCharges,
): number {
  let sum = 0;
  for (const { weight, mechanism, amplitude } of sample) {
    const rate =
      amplitude === undefined
        ? (rateProduction(mechanism, massGeV, charges) ?? 0)
        : rateAmplitude(amplitude, charges);
    sum += weight * rate;
  }
  return sum;
}
