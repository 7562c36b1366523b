import { CONSTANTS } from '../constants.ts';

/**
 * Gauge coupling that acts on one fermion as a dark photon's mixing does: g = ε e |Q/x|. Exact where one fermion
 * alone makes the boson and the boson decays to what was searched for as often as the dark photon; elsewhere a
 * recast is needed.
 * @param epsilon kinetic mixing [1]
 * @param electricCharge Q of the fermion in units of e [1]
 * @param charge x of the fermion under the new force [1], not zero
 * @returns g [1]
 */
export const epsilonToGaugeCoupling = (
  epsilon: number,
  electricCharge: number,
  charge: number,
): number => epsilon * CONSTANTS.e.value * Math.abs(electricCharge / charge);

/**
 * Strength of dark-matter annihilation, y = ε² α_D (m_χ/m_A′)⁴, at fixed dark coupling and ratio of masses.
 * Source: Berlin:2018bsc (arXiv:1807.01730).
 * @param massRatio R = m_A′/m_χ [1]
 */
export const epsilonToYield = (epsilon: number, alphaD: number, massRatio: number): number =>
  (epsilon ** 2 * alphaD) / massRatio ** 4;

/** What dark Higgsstrahlung measures, ε² α_D, at fixed dark coupling. Source: BaBar:2012bkw. */
export const epsilonToHiggsstrahlung = (epsilon: number, alphaD: number): number =>
  epsilon ** 2 * alphaD;

/**
 * Photon coupling of an axion-like particle from a Wilson coefficient in the normalisation with the gauge
 * couplings written out, g_aγγ = 4e² C_γγ/F_a. Source: Jerhot:2022chi (arXiv:2201.05170).
 * @param wilsonInvGeV C_γγ/F_a [GeV^-1]
 * @returns g_aγγ [GeV^-1]
 */
export const wilsonToPhotonCoupling = (wilsonInvGeV: number): number =>
  4 * CONSTANTS.e.value ** 2 * wilsonInvGeV;

/** Yukawa coupling of an axion-like particle to the tau, g_τ = m_τ |c_τ|/f_a [1] from [GeV^-1]. */
export const derivativeToTauYukawa = (couplingInvGeV: number): number =>
  CONSTANTS.mtau.value * couplingInvGeV;

/**
 * Coupling of a leptophilic scalar to electrons over e, ε_e = ξ m_e/(v e), below the dimuon threshold, where the
 * electron is the only lepton it decays to. Source: Batell:2016ove (arXiv:1606.04943).
 */
export const leptophilicToElectron = (xi: number): number =>
  (xi * CONSTANTS.me.value) / (CONSTANTS.vev.value * CONSTANTS.e.value);

/** Fine-structure constant of a gauge coupling, α′ = g²/4π. */
export const gaugeToFineStructure = (coupling: number): number => coupling ** 2 / (4 * Math.PI);

/** A conversion that holds for every mass and every search of a plane. */
export interface ExactTransform {
  /** Quantity ids, where both are quantities of the catalogue. */
  readonly from: string;
  readonly to: string;
  /** LaTeX without dollar signs. */
  readonly formula: string;
  readonly condition: string;
  /** The same for the quantities' values, at the parameters a plane fixes. */
  readonly apply: (value: number, parameters: Readonly<Record<string, number>>) => number;
}

/** The exact conversions between quantities of the catalogue. */
export const EXACT_TRANSFORMS: readonly ExactTransform[] = [
  {
    from: 'epsilon',
    to: 'dark-matter-yield',
    formula: String.raw`y = \varepsilon^2\alpha_D\,(m_\chi/m_{A'})^4`,
    condition: 'at the dark coupling and the ratio of masses that the plane fixes',
    apply: (value, { alphaD = NaN, massRatio = NaN }) => epsilonToYield(value, alphaD, massRatio),
  },
  {
    from: 'c-gammagamma-over-fa',
    to: 'g-agammagamma',
    formula: String.raw`g_{a\gamma\gamma} = 4e^2\,C_{\gamma\gamma}/F_a`,
    condition: 'always: two ways to write one term',
    apply: wilsonToPhotonCoupling,
  },
  {
    from: 'c-tau-over-fa',
    to: 'g-tau',
    formula: String.raw`g_\tau = m_\tau\,|c_\tau|/f_a`,
    condition: 'on the mass shell of the tau',
    apply: derivativeToTauYukawa,
  },
  {
    from: 'xi-leptophilic',
    to: 'epsilon-e',
    formula: String.raw`\varepsilon_e = \xi\,m_e/(v\,e)`,
    condition: 'between twice the electron and twice the muon mass',
    apply: leptophilicToElectron,
  },
  ...(
    [
      ['g-bl', 'alpha-bl'],
      ['g-le-lmu', 'alpha-le-lmu'],
      ['g-le-ltau', 'alpha-le-ltau'],
      ['gprime-lmu-ltau', 'alpha-lmu-ltau'],
    ] as const
  ).map(([from, to]) => ({
    from,
    to,
    formula: String.raw`\alpha' = g^2/4\pi`,
    condition: 'always',
    apply: gaugeToFineStructure,
  })),
];

/** Two quantities that readers look for a conversion between, and why there is none. */
export interface NoTransform {
  readonly between: string;
  readonly why: string;
}

/** Why some quantities do not convert. Maths between dollars. */
export const NO_TRANSFORMS: readonly NoTransform[] = [
  {
    between: String.raw`mixing $\varepsilon$ and the gauge couplings of $B-L$, $B$ and $L_i-L_j$`,
    why: 'production, branching fractions and lifetimes differ from mass to mass; a recast solves for the coupling at each',
  },
  {
    between: String.raw`$\mathcal B(B\to K^{(*)}S)\,\mathcal B(S\to\ell\ell)$ and $\sin\theta$`,
    why: 'the limit depends on the lifetime, and lifetime and branching fractions on the hadronic width; computed for the Belle II maps and marked as computed here',
  },
  {
    between: String.raw`$C_{BB}/\Lambda$ or $C_{WW}/\Lambda$ and $g_{a\gamma\gamma}$`,
    why: 'the coefficient also gives couplings to the Z boson, which change production and decays; planes with more than photons are kept apart',
  },
  {
    between: String.raw`$1/F_a$ of gluon and of equal couplings, $g_{agg}$ and $g_{a\gamma\gamma}$`,
    why: 'mixing with light mesons makes decays depend on the mass, and the papers normalise the gluon term differently',
  },
  {
    between: String.raw`$c_{ff}/\Lambda$ and $g_Y$`,
    why: 'whether two papers’ axes differ by a factor of two is not resolved, so neither is converted',
  },
  {
    between: String.raw`$|U|^2$ for a Dirac and for a Majorana particle`,
    why: 'the factor depends on how the search counts charges and on the lifetime; each nature has its plane',
  },
];
