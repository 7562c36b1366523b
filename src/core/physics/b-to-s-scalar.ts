import { CONSTANTS } from '../constants.ts';
import type { Constant } from '../constants.ts';

/** What the formulas below need beyond the constants of quantities. */
const FLAVOUR = {
  /** Pole mass, as in Winkler:2018qyg; the running mass gives rates a fifth smaller. */
  topGeV: { value: 172.57, unit: 'GeV', source: 'PDG 2024, direct measurements' },
  bottomGeV: { value: 4.183, unit: 'GeV', source: 'PDG 2024, MS-bar at its own scale' },
  strangeGeV: { value: 0.0935, unit: 'GeV', source: 'PDG 2024, MS-bar at 2 GeV' },
  wGeV: { value: 80.3692, unit: 'GeV', source: 'PDG 2024' },
  vts: { value: 0.0411, unit: '1', source: 'PDG 2024, fit of the CKM matrix' },
  vtb: { value: 0.9991, unit: '1', source: 'PDG 2024, fit of the CKM matrix' },
} as const satisfies Readonly<Record<string, Constant>>;

/** A B meson and the kaon it decays to. */
interface Transition {
  readonly parentGeV: number;
  readonly kaonGeV: number;
  /** Lifetime of the B meson [s]. */
  readonly lifetimeS: number;
  /** Form factor at the squared mass of the new particle [GeV²]. */
  readonly formFactor: (q2: number) => number;
}

/** Masses and lifetimes: PDG 2024. Form factors: light-cone sum rules of Ball and Zwicky. */
const TRANSITIONS = {
  /** f₀ of Ball:2004ye (hep-ph/0406232), 12 % at q² = 0. */
  'K+': {
    parentGeV: 5.27941,
    kaonGeV: 0.493677,
    lifetimeS: 1.638e-12,
    formFactor: (q2) => 0.33 / (1 - q2 / 37.46),
  },
  /** A₀ of Ball:2004rg (hep-ph/0412079), 0.374 at q² = 0; the first pole is at the mass of the B meson. */
  'K*0': {
    parentGeV: 5.27972,
    kaonGeV: 0.89555,
    lifetimeS: 1.517e-12,
    formFactor: (q2) => 1.364 / (1 - q2 / 5.27972 ** 2) - 0.99 / (1 - q2 / 36.78),
  },
} as const satisfies Readonly<Record<string, Transition>>;
export type Kaon = keyof typeof TRANSITIONS;

/** Momentum in the rest frame of the parent [GeV], zero where the decay is closed. */
function findMomentumGeV({ parentGeV, kaonGeV }: Transition, massGeV: number): number {
  const squared =
    (parentGeV ** 2 - (kaonGeV + massGeV) ** 2) * (parentGeV ** 2 - (kaonGeV - massGeV) ** 2);
  return massGeV < parentGeV - kaonGeV ? Math.sqrt(squared) / (2 * parentGeV) : 0;
}

/**
 * ⟨K|s̄ b|B⟩ or ⟨K*|s̄ γ₅ b|B⟩, summed over helicities, times the difference or the sum of the quark masses:
 * (m_B² − m_K²) f₀ and 2 m_B p A₀ [GeV²].
 */
function computeDivergence(kaon: Kaon, massGeV: number): number {
  const transition: Transition = TRANSITIONS[kaon];
  const { parentGeV, kaonGeV, formFactor } = transition;
  const factor =
    kaon === 'K+'
      ? parentGeV ** 2 - kaonGeV ** 2
      : 2 * parentGeV * findMomentumGeV(transition, massGeV);
  return factor * formFactor(massGeV ** 2);
}

/** Branching fraction of a two-body decay with that amplitude [GeV]: p |M|²/(8π m_B²) over the width. */
function computeBranching(kaon: Kaon, massGeV: number, amplitudeGeV: number): number {
  const transition: Transition = TRANSITIONS[kaon];
  const { parentGeV, lifetimeS } = transition;
  const width =
    (findMomentumGeV(transition, massGeV) * amplitudeGeV ** 2) / (8 * Math.PI * parentGeV ** 2);
  // A lifetime in 1/GeV is the decay length over ħc.
  return (width * lifetimeS * CONSTANTS.c.value) / CONSTANTS.hbarc.value;
}

/**
 * Branching fraction of B⁺ → K⁺ S or B⁰ → K*⁰ S for a scalar that mixes with the Higgs boson, at sin θ = 1.
 * The loop of W and top gives L = −g S s̄_L b_R with g = (m_b/v) 3√2 G_F m_t² V_ts* V_tb/(16π²), and
 * √2 G_F = 1/v²; the amplitude is half of g times the matrix element of s̄ b or s̄ γ₅ b.
 * Source: Winkler:2018qyg (arXiv:1809.01876), appendix A; Boiarska:2019jym (arXiv:1904.10447), appendix.
 * @param massGeV mass of the scalar [GeV]
 * @returns branching fraction divided by sin²θ [1], zero where the decay is closed
 */
export function computeBToKScalar(kaon: Kaon, massGeV: number): number {
  const { topGeV, bottomGeV, strangeGeV, vts, vtb } = FLAVOUR;
  const vev = CONSTANTS.vev.value;
  const loop = (3 * topGeV.value ** 2 * vts.value * vtb.value) / (16 * Math.PI ** 2 * vev ** 2);
  const quarksGeV = bottomGeV.value + (kaon === 'K+' ? -1 : 1) * strangeGeV.value;
  const coupling = (bottomGeV.value / vev) * loop;
  return computeBranching(
    kaon,
    massGeV,
    (coupling * computeDivergence(kaon, massGeV)) / (2 * quarksGeV),
  );
}

/**
 * Branching fraction of B⁺ → K⁺ a or B⁰ → K*⁰ a for an axion-like particle that couples to W bosons, at
 * g_aWW = 1 GeV⁻¹ in L = −(g_aWW/4) a W W̃. The loop of W and top gives L = −g ∂_μa s̄_L γ^μ b_L with
 * g = 3√2 G_F m_W² g_aWW V_ts* V_tb f(m_t²/m_W²)/(16π²) and f(x) = x (1 + x (ln x − 1))/(1 − x)².
 * Source: Izaguirre:2016dfi (arXiv:1611.09355).
 * @param massGeV mass of the particle [GeV]
 * @returns branching fraction divided by g_aWW² [GeV²], zero where the decay is closed
 */
export function computeBToKAlp(kaon: Kaon, massGeV: number): number {
  const { topGeV, wGeV, vts, vtb } = FLAVOUR;
  const x = (topGeV.value / wGeV.value) ** 2;
  const loop = (x * (1 + x * (Math.log(x) - 1))) / (1 - x) ** 2;
  const coupling =
    (3 * wGeV.value ** 2 * vts.value * vtb.value * loop) /
    (16 * Math.PI ** 2 * CONSTANTS.vev.value ** 2);
  return computeBranching(kaon, massGeV, (coupling * computeDivergence(kaon, massGeV)) / 2);
}
