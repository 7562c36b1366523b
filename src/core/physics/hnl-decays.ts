import { CONSTANTS } from '../constants.ts';
import { CHARGED_LEPTON_NAMES, CHARGED_LEPTONS, type ChargedLepton } from './charged-leptons.ts';
import type { DecayChannel, DecayModel } from './decay-model.ts';

/**
 * Widths of a heavy neutral lepton N that mixes with one flavour. Every function gives the width of one charge,
 * N → ℓ⁻ … or N → ν …, at |U|² = 1: all of it for a Dirac particle, half of it for a Majorana particle, which
 * decays to both charges. Source, unless said otherwise: Bondarenko:2018ptm (arXiv:1805.08567), section 3.
 */

/** A meson that N decays to alone with a lepton. */
interface Meson {
  readonly id: string;
  /** LaTeX, without the charge of a charged one. */
  readonly symbol: string;
  readonly massGeV: number;
  readonly spin: 0 | 1;
  /**
   * Decay constant f [GeV], ⟨0|q̄γ^μγ₅q′|h⟩ = i f p^μ; for a vector g/m_h with ⟨0|q̄γ^μq′|h⟩ = g ε^μ; for a neutral
   * meson of √2 times the neutral current.
   */
  readonly decayConstantGeV: number;
}
interface ChargedMeson extends Meson {
  /** Element of the quark-mixing matrix [1]. */
  readonly mixing: number;
}

const SW2 = CONSTANTS.sw2.value;
/** Fermi constant, from the vacuum expectation value it defines [GeV^-2]. */
const FERMI = 1 / (Math.SQRT2 * CONSTANTS.vev.value ** 2);

/** Magnitudes of the quark-mixing matrix [1] (ParticleDataGroup:2024cfk, review "CKM quark-mixing matrix"). */
const CKM = { ud: 0.97367, us: 0.22431, cd: 0.221, cs: 0.975 } as const;

/** Masses of mesons, and of the charm quark in the MS-bar scheme at itself [GeV] (ParticleDataGroup:2024cfk). */
const MASS_GEV = {
  pi0: 0.1349768,
  pi: CONSTANTS.mpi.value,
  k: 0.493677,
  eta: 0.547862,
  rho: 0.77526,
  omega: 0.78266,
  etaPrime: 0.95778,
  phi: 1.019461,
  d: 1.86966,
  ds: 1.96835,
  charm: 1.273,
} as const;

/**
 * Decay constants f [GeV] of pions, kaons and D mesons are the lattice averages quoted in ParticleDataGroup:2024cfk,
 * review "Leptonic decays of charged pseudoscalar mesons"; those of η and η′, of their part in √2 times the neutral
 * current, and g [GeV²] of vectors those of Bondarenko:2018ptm.
 */
const F_GEV = {
  pi: 0.1302,
  k: 0.1557,
  d: 0.212,
  ds: 0.2499,
  eta: 0.0817,
  etaPrime: -0.0947,
} as const;
const G_GEV2 = { rho: 0.162, omega: 0.153, phi: 0.234 } as const;

export const CHARGED_MESONS: readonly ChargedMeson[] = [
  {
    id: 'pi',
    symbol: String.raw`\pi`,
    massGeV: MASS_GEV.pi,
    spin: 0,
    decayConstantGeV: F_GEV.pi,
    mixing: CKM.ud,
  },
  { id: 'k', symbol: 'K', massGeV: MASS_GEV.k, spin: 0, decayConstantGeV: F_GEV.k, mixing: CKM.us },
  {
    id: 'rho',
    symbol: String.raw`\rho`,
    massGeV: MASS_GEV.rho,
    spin: 1,
    decayConstantGeV: G_GEV2.rho / MASS_GEV.rho,
    mixing: CKM.ud,
  },
  { id: 'd', symbol: 'D', massGeV: MASS_GEV.d, spin: 0, decayConstantGeV: F_GEV.d, mixing: CKM.cd },
  {
    id: 'ds',
    symbol: 'D_s',
    massGeV: MASS_GEV.ds,
    spin: 0,
    decayConstantGeV: F_GEV.ds,
    mixing: CKM.cs,
  },
];

/**
 * Vector part of √2 times the neutral current in a meson, over its decay constant: up quarks couple with ½ − 4s²/3,
 * down and strange quarks with −½ + 2s²/3, s² = sin²θ_W, which gives 1 − 2s² for (uū − dd̄)/√2, −2s²/3 for
 * (uū + dd̄)/√2 and √2(−½ + 2s²/3) for ss̄. Codes after Bondarenko:2018ptm have twice that for the ω and √2 times that
 * for the φ, a few per cent of the width of N at most.
 */
const NEUTRAL_VECTOR = {
  rho: 1 - 2 * SW2,
  omega: (-2 * SW2) / 3,
  phi: Math.SQRT2 * (-1 / 2 + (2 * SW2) / 3),
} as const;

const describeNeutralVector = (id: string, symbol: string, name: keyof typeof G_GEV2): Meson => ({
  id,
  symbol,
  massGeV: MASS_GEV[name],
  spin: 1,
  decayConstantGeV: (NEUTRAL_VECTOR[name] * G_GEV2[name]) / MASS_GEV[name],
});

export const NEUTRAL_MESONS: readonly Meson[] = [
  {
    id: 'pi0',
    symbol: String.raw`\pi^0`,
    massGeV: MASS_GEV.pi0,
    spin: 0,
    decayConstantGeV: F_GEV.pi,
  },
  {
    id: 'eta',
    symbol: String.raw`\eta`,
    massGeV: MASS_GEV.eta,
    spin: 0,
    decayConstantGeV: F_GEV.eta,
  },
  describeNeutralVector('rho0', String.raw`\rho^0`, 'rho'),
  describeNeutralVector('omega', String.raw`\omega`, 'omega'),
  {
    id: 'eta-prime',
    symbol: String.raw`\eta'`,
    massGeV: MASS_GEV.etaPrime,
    spin: 0,
    decayConstantGeV: F_GEV.etaPrime,
  },
  describeNeutralVector('phi', String.raw`\phi`, 'phi'),
];

/** λ(a, b, c), zero where it would be negative: below threshold. */
const computeKallen = (a: number, b: number, c: number): number =>
  Math.max(0, (a - b - c) ** 2 - 4 * b * c);

/** Rate of a decay to three massless particles through the charged current, G_F² m⁵/(192π³) [GeV]. */
const computeWeakRateGeV = (massGeV: number): number =>
  (FERMI ** 2 * massGeV ** 5) / (192 * Math.PI ** 3);

/** Even number of steps of the integral below; its integrand is smooth in the angle. */
const STEPS = 128;

/**
 * Phase space of N → ℓ u d̄ through the charged current over that of massless particles,
 * 12 ∫ dx/x (x − a² − b²)(1 + c² − x) √(λ(x, a², b²) λ(1, x, c²)): the same for any order of its arguments,
 * which are masses over that of N [1]. One massive particle gives 1 − 8a² + 8a⁶ − a⁸ − 24a⁴ ln a.
 */
export function computeChargedPhaseSpace(a: number, b: number, c: number): number {
  const [from, to] = [(a + b) ** 2, (1 - c) ** 2];
  if (!(a + b + c < 1)) return 0;
  // x = centre − half-width cos φ: both roots vanish like sin φ, so that equal steps in φ converge fast.
  const [centre, half] = [(from + to) / 2, (to - from) / 2];
  let sum = 0;
  for (let i = 1; i < STEPS; i += 1) {
    const angle = (Math.PI * i) / STEPS;
    const x = centre - half * Math.cos(angle);
    const roots = Math.sqrt(computeKallen(x, a ** 2, b ** 2) * computeKallen(1, x, c ** 2));
    sum += (Math.sin(angle) * roots * (x - a ** 2 - b ** 2) * (1 + c ** 2 - x)) / x;
  }
  return (12 * sum * half * Math.PI) / STEPS;
}

/**
 * Width of N → ℓ_α⁻ ℓ_β⁺ ν_β, α ≠ β, through the charged current.
 * @param massGeV mass of N [GeV]
 * @param mixed flavour α that N mixes with
 * @returns width of one charge over |U|² [GeV]
 */
export const computeTwoFlavourWidthGeV = (
  massGeV: number,
  mixed: ChargedLepton,
  other: ChargedLepton,
): number =>
  computeWeakRateGeV(massGeV) *
  computeChargedPhaseSpace(
    CHARGED_LEPTONS[mixed].massGeV / massGeV,
    0,
    CHARGED_LEPTONS[other].massGeV / massGeV,
  );

/** Left- and right-handed coupling of a fermion in the effective current that N → ν f f̄ goes through [1]. */
interface ChiralCouplings {
  readonly left: number;
  readonly right: number;
}

/**
 * The neutral current; a lepton of the flavour that N mixes with has the charged current too, which adds one to
 * its left-handed coupling.
 */
export function coupleCurrent(charge: number, isospin: number, mixes = false): ChiralCouplings {
  return { left: isospin - charge * SW2 + (mixes ? 1 : 0), right: -charge * SW2 };
}

/**
 * Width of N → ν f f̄ over G_F² m⁵/(192π³): C₁ times phase space plus 4C₂ times that of the product of
 * chiralities, with C₁ = L² + R² and C₂ = LR; for electrons and muons C₁ = ¼(1 ± 4s² + 8s⁴) and
 * C₂ = ½s²(2s² ± 1), plus for the flavour that N mixes with.
 * @param x mass of the fermion over that of N [1]
 */
export function computeNeutralFactor({ left, right }: ChiralCouplings, x: number): number {
  if (!(2 * x < 1)) return 0;
  if (x === 0) return left ** 2 + right ** 2;
  const root = Math.sqrt(1 - 4 * x ** 2);
  // ln[(1 − 3x² − (1 − x²)√(1 − 4x²))/(x²(1 + √(1 − 4x²)))] without its cancellations.
  const log = 4 * Math.log((2 * x) / (1 + root));
  const squares =
    (1 - 14 * x ** 2 - 2 * x ** 4 - 12 * x ** 6) * root + 12 * x ** 4 * (x ** 4 - 1) * log;
  const product =
    x ** 2 * (2 + 10 * x ** 2 - 12 * x ** 4) * root +
    6 * x ** 4 * (1 - 2 * x ** 2 + 2 * x ** 4) * log;
  return (left ** 2 + right ** 2) * squares + 4 * left * right * product;
}

/**
 * Width of N → ν_α ℓ_β⁻ ℓ_β⁺, through the neutral current and for α = β the charged one too.
 * @param massGeV mass of N [GeV]
 * @param mixed flavour α that N mixes with
 * @returns width of one charge over |U|² [GeV]
 */
export const computePairWidthGeV = (
  massGeV: number,
  mixed: ChargedLepton,
  pair: ChargedLepton,
): number =>
  computeWeakRateGeV(massGeV) *
  computeNeutralFactor(
    coupleCurrent(-1, -1 / 2, mixed === pair),
    CHARGED_LEPTONS[pair].massGeV / massGeV,
  );

/**
 * Width of N → ν_α ν_β ν̄_β summed over β, (1 + 1 + 2)/4 · G_F² m⁵/(192π³): identical neutrinos count twice.
 * A Majorana particle, which decays to the antineutrinos as well, has G_F² m⁵/(96π³) in all.
 * @returns width of one charge over |U|² [GeV]
 */
export const computeThreeNeutrinosWidthGeV = (massGeV: number): number =>
  computeWeakRateGeV(massGeV);

/**
 * Width of N → ℓ⁻ h⁺ with a meson: G_F² f² |V|² m³/(16π) √λ(1, x_h², x_ℓ²) times
 * (1 − x_ℓ²)² − x_h²(1 + x_ℓ²) for spin zero and (1 − x_ℓ²)² + x_h²(1 + x_ℓ²) − 2x_h⁴ for spin one.
 * @param massGeV mass of N [GeV]
 * @param leptonGeV mass of the lepton [GeV]
 * @returns width of one charge over |U|² [GeV]
 */
export function computeChargedMesonWidthGeV(
  { massGeV: mesonGeV, spin, decayConstantGeV, mixing }: ChargedMeson,
  massGeV: number,
  leptonGeV: number,
): number {
  const [h, l] = [(mesonGeV / massGeV) ** 2, (leptonGeV / massGeV) ** 2];
  if (!(mesonGeV + leptonGeV < massGeV)) return 0;
  const matrix = spin === 0 ? (1 - l) ** 2 - h * (1 + l) : (1 - l) ** 2 + h * (1 + l) - 2 * h ** 2;
  const strength = (FERMI * decayConstantGeV * mixing) ** 2 / (16 * Math.PI);
  return strength * massGeV ** 3 * matrix * Math.sqrt(computeKallen(1, h, l));
}

/**
 * Width of N → ν h⁰ with a meson: G_F² f² m³/(32π) (1 − x_h²)², and for spin one times 1 + 2x_h².
 * @param massGeV mass of N [GeV]
 * @returns width of one charge over |U|² [GeV]
 */
export function computeNeutralMesonWidthGeV(
  { massGeV: mesonGeV, spin, decayConstantGeV }: Meson,
  massGeV: number,
): number {
  const h = (mesonGeV / massGeV) ** 2;
  if (!(h < 1)) return 0;
  const strength = (FERMI * decayConstantGeV) ** 2 / (32 * Math.PI);
  return strength * massGeV ** 3 * (1 - h) ** 2 * (spin === 0 ? 1 : 1 + 2 * h);
}

/** Strong coupling at the tau mass [1] (ParticleDataGroup:2024cfk, review "Quantum chromodynamics"). */
const ALPHA_S_TAU = 0.314;

/**
 * Strong coupling at an energy, by two loops of the renormalisation group from the tau mass: three quarks below
 * it, four above. A few per cent, enough for a correction of a quarter.
 * @param energyGeV from 1 GeV on, where perturbation theory ends [GeV]
 */
export function runStrongCoupling(energyGeV: number): number {
  const log = Math.log((energyGeV / CONSTANTS.mtau.value) ** 2);
  const quarks = log < 0 ? 3 : 4;
  const [b0, b1] = [11 - (2 * quarks) / 3, 102 - (38 * quarks) / 3];
  const slope = (a: number): number => -(a ** 2) * (b0 + b1 * a);
  const steps = 20;
  let a = ALPHA_S_TAU / (4 * Math.PI);
  for (let i = 0; i < steps; i += 1) {
    const middle = a + (slope(a) * log) / (2 * steps);
    a += (slope(middle) * log) / steps;
  }
  return 4 * Math.PI * a;
}

/** 1 + Δ_QCD of hadronic tau decays, α_s/π + 5.2 (α_s/π)² + 26.4 (α_s/π)³, at the mass of N [1]. */
function correctStrongly(massGeV: number): number {
  const a = runStrongCoupling(massGeV) / Math.PI;
  return 1 + a + 5.2 * a ** 2 + 26.4 * a ** 3;
}

/** Energy that has to be left for hadrons before quarks can stand for them [GeV]. */
const QUARKS_FROM_GEV = 1;
const COLOURS = 3;

/**
 * Width of N → ℓ⁻ and any hadrons as that to quarks with the strong correction of tau decays; light quarks are
 * massless, charm opens with its mesons. Zero where less than 1 GeV is left for the hadrons.
 * @returns width of one charge over |U|² [GeV]
 */
export function computeChargedQuarksWidthGeV(massGeV: number, leptonGeV: number): number {
  if (massGeV - leptonGeV < QUARKS_FROM_GEV) return 0;
  const [l, c] = [leptonGeV / massGeV, MASS_GEV.charm / massGeV];
  const charm =
    (massGeV - leptonGeV > MASS_GEV.d ? CKM.cd ** 2 : 0) +
    (massGeV - leptonGeV > MASS_GEV.ds ? CKM.cs ** 2 : 0);
  const quarks =
    (CKM.ud ** 2 + CKM.us ** 2) * computeChargedPhaseSpace(l, 0, 0) +
    (charm === 0 ? 0 : charm * computeChargedPhaseSpace(l, c, 0));
  return COLOURS * computeWeakRateGeV(massGeV) * correctStrongly(massGeV) * quarks;
}

/**
 * The same for N → ν and any hadrons. Strange quarks carry the phase space of two kaons.
 * @returns width of one charge over |U|² [GeV]
 */
export function computeNeutralQuarksWidthGeV(massGeV: number): number {
  if (massGeV < QUARKS_FROM_GEV) return 0;
  const [up, down] = [coupleCurrent(2 / 3, 1 / 2), coupleCurrent(-1 / 3, -1 / 2)];
  const [u, d] = [computeNeutralFactor(up, 0), computeNeutralFactor(down, 0)];
  const kaons = Math.sqrt(Math.max(0, 1 - 4 * (MASS_GEV.k / massGeV) ** 2));
  const charm = massGeV > 2 * MASS_GEV.d ? computeNeutralFactor(up, MASS_GEV.charm / massGeV) : 0;
  const quarks = u + d + d * kaons + charm;
  return COLOURS * computeWeakRateGeV(massGeV) * correctStrongly(massGeV) * quarks;
}

/** A Majorana particle decays to both charges. */
const CHARGES = 2;

/** Decays of a Majorana particle that mixes with one flavour. */
function describeFlavour(mixed: ChargedLepton): DecayModel['channels'] {
  const { massGeV: leptonGeV, symbol } = CHARGED_LEPTONS[mixed];
  const sumCharged = (mass: number): number =>
    CHARGED_MESONS.reduce((sum, h) => sum + computeChargedMesonWidthGeV(h, mass, leptonGeV), 0);
  const sumNeutral = (mass: number): number =>
    NEUTRAL_MESONS.reduce((sum, h) => sum + computeNeutralMesonWidthGeV(h, mass), 0);
  const describe = (
    id: string,
    tex: string,
    kind: DecayChannel['kind'],
    widthGeV: DecayChannel['widthGeV'],
  ): DecayChannel => ({ id, symbol: tex, kind, widthGeV: (mass) => CHARGES * widthGeV(mass) });
  const pairs = CHARGED_LEPTON_NAMES.map((pair) =>
    describe(
      `nu-${CHARGED_LEPTONS[pair].pairId}`,
      String.raw`\nu ${CHARGED_LEPTONS[pair].pairSymbol}`,
      'lepton',
      (mass) => computePairWidthGeV(mass, mixed, pair),
    ),
  );
  const unlike = CHARGED_LEPTON_NAMES.filter((other) => other !== mixed).map((other) =>
    describe(
      `${mixed}-${other}-nu`,
      String.raw`${symbol}^\mp ${CHARGED_LEPTONS[other].symbol}^\pm\nu`,
      'lepton',
      (mass) => computeTwoFlavourWidthGeV(mass, mixed, other),
    ),
  );
  const neutral = NEUTRAL_MESONS.map((meson) =>
    describe(`nu-${meson.id}`, String.raw`\nu ${meson.symbol}`, 'hadron', (mass) =>
      computeNeutralMesonWidthGeV(meson, mass),
    ),
  );
  const charged = CHARGED_MESONS.map((meson) =>
    describe(
      `${mixed}-${meson.id}`,
      String.raw`${symbol}^\mp ${meson.symbol}^\pm`,
      'hadron',
      (mass) => computeChargedMesonWidthGeV(meson, mass, leptonGeV),
    ),
  );
  return [
    describe('nu-nu-nu', String.raw`3\nu`, 'invisible', computeThreeNeutrinosWidthGeV),
    ...pairs,
    ...unlike,
    ...neutral,
    ...charged,
    // What the quarks give beyond single mesons: two and more mesons, and mesons that are not listed.
    describe('nu-hadrons', String.raw`\nu+\text{other hadrons}`, 'hadron', (mass) =>
      Math.max(0, computeNeutralQuarksWidthGeV(mass) - sumNeutral(mass)),
    ),
    describe(`${mixed}-hadrons`, String.raw`${symbol}^\mp+\text{other hadrons}`, 'hadron', (mass) =>
      Math.max(0, computeChargedQuarksWidthGeV(mass, leptonGeV) - sumCharged(mass)),
    ),
  ];
}

const FLAVOURS = [
  { lepton: 'e', id: 'electron', coupling: 'u-e' },
  { lepton: 'mu', id: 'muon', coupling: 'u-mu' },
  { lepton: 'tau', id: 'tau', coupling: 'u-tau' },
] as const;

/** Decays of a heavy neutral lepton by the flavour it mixes with; the coupling is U, its square is linear. */
export const HNL_DECAY_MODELS: readonly DecayModel[] = FLAVOURS.map(({ lepton, id, coupling }) => ({
  id: `heavy-neutral-lepton/${id}`,
  title: `Heavy neutral lepton mixing with the ${id} flavour, Majorana`,
  mass: 'mass-hnl',
  coupling,
  // Above, mesons with bottom quarks and W bosons on shell come into reach.
  range: [1e-3, 5],
  channels: describeFlavour(lepton),
  sources: ['Bondarenko:2018ptm', 'ParticleDataGroup:2024cfk'],
  remark:
    'A Majorana particle; a Dirac particle has half of every width. Below 1 GeV hadrons are single mesons, and two ' +
    'pions beside the ρ are missing. From 1 GeV left for hadrons on, the hadronic width is that to quarks with the ' +
    'strong correction of tau decays where this is larger, and what exceeds single mesons is called other hadrons: ' +
    'uncertain by some ten per cent of the hadronic width, and more where charm opens, from 2 GeV on.',
}));
