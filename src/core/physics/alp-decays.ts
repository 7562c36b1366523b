import { CONSTANTS } from '../constants.ts';
import { computeAlpToPhotonsGeV, PHOTON_PER_WILSON, Z_GEV } from './alp-widths.ts';
import { CHARGED_LEPTON_NAMES, CHARGED_LEPTONS, type ChargedLepton } from './charged-leptons.ts';
import type { DecayChannel, DecayModel } from './decay-model.ts';

const { alpha, mmu, sw2, vev } = CONSTANTS;

/**
 * Width of a pseudoscalar to a pair of charged leptons, y² m/(8π) √(1 − 4 m_ℓ²/m²) for L = −i y a ℓ̄γ₅ℓ; zero
 * below threshold. On shell, L = (c/2f_a) ∂_μa ℓ̄γ^μγ₅ℓ is y = c m_ℓ/f_a, so that the width is
 * c² m m_ℓ²/(8π f_a²) √(…); without the half in that Lagrangian y would be twice and the width four times as
 * large. Source: Bauer:2021mvw (arXiv:2110.10698).
 * @param massGeV mass of the pseudoscalar [GeV]
 * @param leptonGeV mass of the lepton [GeV]
 * @param yukawa y [1]
 * @returns width [GeV]
 */
export function computeAlpToLeptonsGeV(massGeV: number, leptonGeV: number, yukawa: number): number {
  const betaSquared = 1 - 4 * (leptonGeV / massGeV) ** 2;
  if (!(betaSquared > 0)) return 0;
  return ((yukawa ** 2 * massGeV) / (8 * Math.PI)) * Math.sqrt(betaSquared);
}

/**
 * Loop function of a fermion with a derivative coupling to a pseudoscalar, B(t) = 1 − F(t)/t with
 * F = arcsin²√t below threshold and −¼ [ln((1 + √(1 − 1/t))/(1 − √(1 − 1/t))) − iπ]² above: −t/3 for a heavy
 * fermion, which decouples, and 1 for a massless one, which leaves the anomaly.
 * Source: Bauer:2021mvw (arXiv:2110.10698), where it is called B₁ of 1/t.
 * @param t squared mass of the pseudoscalar over four squared masses of the fermion [1]
 */
export function computeDerivativeLoop(t: number): { readonly re: number; readonly im: number } {
  // The difference cancels to first order in t, so that small t needs the series.
  if (t < 1e-3) return { re: -t / 3 - (8 * t ** 2) / 45 - (4 * t ** 3) / 35, im: 0 };
  if (t <= 1) return { re: 1 - Math.asin(Math.sqrt(t)) ** 2 / t, im: 0 };
  // (1 + root)/(1 − root) without the difference of nearly equal numbers.
  const log = Math.log((1 + Math.sqrt(1 - 1 / t)) ** 2 * t);
  return { re: 1 + (log ** 2 - Math.PI ** 2) / (4 * t), im: (-Math.PI * log) / (2 * t) };
}

/**
 * Photon coupling that loops of leptons give at L = (c/2f_a) Σ ∂_μa ℓ̄γ^μγ₅ℓ and no photon coupling besides:
 * (α/π) |Σ_ℓ B(m²/4m_ℓ²)| for c/f_a = 1. Source: Bauer:2021mvw (arXiv:2110.10698).
 * @param massGeV mass of the pseudoscalar [GeV]
 * @returns g_aγγ over c/f_a [1]
 */
export function computeLoopPhotonCoupling(
  massGeV: number,
  leptons: readonly ChargedLepton[],
): number {
  let [re, im] = [0, 0];
  for (const lepton of leptons) {
    const loop = computeDerivativeLoop(massGeV ** 2 / (4 * CHARGED_LEPTONS[lepton].massGeV ** 2));
    re += loop.re;
    im += loop.im;
  }
  return (alpha.value / Math.PI) * Math.hypot(re, im);
}

const describePhotons = (couplingAt: (massGeV: number) => number): DecayChannel => ({
  id: 'gamma-gamma',
  symbol: String.raw`\gamma\gamma`,
  kind: 'photon',
  widthGeV: (mass) => computeAlpToPhotonsGeV(mass, couplingAt(mass)),
});

/** @param yukawaPerGeV y over the mass of the lepton [1/GeV over the coupling's unit] */
const describePair = (lepton: ChargedLepton, yukawaPerGeV: number): DecayChannel => {
  const { massGeV, pairId, pairSymbol } = CHARGED_LEPTONS[lepton];
  return {
    id: pairId,
    symbol: pairSymbol,
    kind: 'lepton',
    widthGeV: (mass) => computeAlpToLeptonsGeV(mass, massGeV, yukawaPerGeV * massGeV),
  };
};

/** Mass of the neutral pion (ParticleDataGroup:2024cfk) [GeV]. */
const PI0_GEV = 0.1349768;

/** A coupling to a field of the electroweak theory and, through it, to photons. */
const describeElectroweak = (
  id: string,
  title: string,
  coupling: string,
  photonPerUnit: number,
): DecayModel => ({
  id,
  title,
  mass: 'mass-alp',
  coupling,
  range: [1e-3, Z_GEV],
  channels: [describePhotons(() => photonPerUnit)],
  sources: ['Dolan:2017osp', 'Jerhot:2022chi'],
  remark:
    'Two photons at tree level. Decays to fermions and hadrons through loops are neglected; above the Z mass the ' +
    'tree-level decay to a Z boson and a photon opens.',
});

/** L = (c/2f_a) ∂_μa ℓ̄γ^μγ₅ℓ for some of the leptons. */
const describeDerivative = (
  id: string,
  title: string,
  coupling: string,
  leptons: readonly ChargedLepton[],
  normalisation: string,
): DecayModel => ({
  id,
  title,
  mass: 'mass-alp',
  coupling,
  range: [1e-3, Z_GEV],
  channels: [
    describePhotons((mass) => computeLoopPhotonCoupling(mass, leptons)),
    ...leptons.map((lepton) => describePair(lepton, 1)),
  ],
  sources: ['Bauer:2021mvw'],
  remark:
    'Leptons at tree level, with half the coupling in front of ∂a ℓ̄γγ₅ℓ, and two photons through their loops ' +
    `alone: a heavy lepton decouples. ${normalisation}`,
});

/**
 * Decays of axion-like particles, one model for each coupling whose normalisation is certain.
 *
 * Papers write the derivative coupling to fermions with and without a half. That of `c-ll-over-lambda` has
 * one: the limits of Belle-II:2023ydz in it and in the ξ of a leptophilic scalar come from the same cross sections,
 * and agree only so. That of `c-tau-over-fa` has one: g_τ = m_τ c_τ/f_a is the Yukawa coupling then, and the limits
 * state where the particle flies three metres, which is met to a part in a thousand. `c-l-over-fa` comes with
 * them. `c-ff-over-lambda` is left out: what its authors tabulate is twice what they draw, and which of the two
 * has the half is not known. Gluon couplings need mixing with mesons and are left out too.
 */
export const ALP_DECAY_MODELS: readonly DecayModel[] = [
  {
    id: 'alp-photon',
    title: 'Axion-like particle coupled to photons',
    mass: 'mass-alp',
    coupling: 'g-agammagamma',
    range: [1e-3, 100],
    channels: [describePhotons(() => 1)],
    sources: ['Dolan:2017osp'],
    remark: 'Two photons at tree level; there is no other decay.',
  },
  describeElectroweak(
    'alp-b',
    'Axion-like particle coupled to hypercharge',
    'c-bb-over-lambda',
    PHOTON_PER_WILSON,
  ),
  describeElectroweak('alp-w/g-aww', 'Axion-like particle coupled to W bosons', 'g-aww', sw2.value),
  describeElectroweak(
    'alp-w/c-ww',
    'Axion-like particle coupled to W bosons, Wilson coefficient',
    'c-ww-over-lambda',
    PHOTON_PER_WILSON,
  ),
  describeDerivative(
    'alp-lepton/universal',
    'Axion-like particle coupled to charged leptons',
    'c-ll-over-lambda',
    CHARGED_LEPTON_NAMES,
    'The half follows from the limits of Belle II in this coupling and in that of a leptophilic scalar.',
  ),
  describeDerivative(
    'alp-lepton/universal-c-l',
    'Axion-like particle coupled to charged leptons, recast',
    'c-l-over-fa',
    CHARGED_LEPTON_NAMES,
    'The half is that of the coupling to the tau by the same authors.',
  ),
  describeDerivative(
    'alp-lepton/tau',
    'Axion-like particle coupled to the tau',
    'c-tau-over-fa',
    ['tau'],
    'The half and the loop reproduce the decay lengths at which the recast limits end.',
  ),
  {
    id: 'alp-fermion',
    title: 'Axion-like particle with universal fermion couplings',
    mass: 'mass-alp',
    coupling: 'g-yukawa-alp',
    // From two muons, where two photons no longer matter, to three pions, where hadrons open.
    range: [2 * mmu.value, 3 * PI0_GEV],
    channels: [describePair('e', 1 / vev.value), describePair('mu', 1 / vev.value)],
    sources: ['Jerhot:2022chi', 'Bauer:2021mvw'],
    remark:
      'Pairs of leptons at tree level with Yukawa couplings g_Y m_ℓ/v, that is g_Y = 2v/f_a for ∂a f̄γγ₅f/f_a without ' +
      'a half. Two photons are neglected: below two muons, where they compete with electrons, light mesons take ' +
      'part and no closed formula holds; above three pions hadronic widths are needed.',
  },
];
