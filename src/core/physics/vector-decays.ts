import { CONSTANTS } from '../constants.ts';
import type { DecayChannel, DecayModel } from './decay-model.ts';
import {
  coupleMesons,
  HADRON_CHANNELS,
  isHadronChannel,
  sampleHadrons,
  weighHadrons,
  type HadronChannel,
  type HadronSample,
} from './hadron-channels.ts';
import {
  findCharges,
  VECTOR_MODELS,
  type VectorCharges,
  type VectorModel,
} from './vector-models.ts';
import { computeVectorToLeptonsGeV, computeVectorToNeutrinosGeV } from './vector-widths.ts';

/** Final states by the names recast facts use. */
export type VectorFinalState =
  'ee' | 'mumu' | 'tautau' | 'nunu' | 'three-photons' | 'cc' | 'bb' | HadronChannel;

/**
 * Masses of the charm and bottom quark from which their pairs are counted [GeV]: constituent masses, since
 * mesons and not quarks open at threshold. Source: Ilten:2018crw (arXiv:1801.04847), section 2.3.
 */
const QUARK_GEV = { c: 1.5, b: 4.8 } as const;
const COLOURS = 3;

/**
 * Width to three photons below the electron threshold, through a loop of electrons, for m well below m_e:
 * (17 α³/(2⁷ 3⁶ 5³ π³)) (g²x_e²/4π) m⁹/m_e⁸. Zero above the threshold, where it is negligible.
 * Source: Pospelov:2008zw (arXiv:0811.1030).
 * @param massGeV mass of the boson [GeV]
 * @param electronCoupling g x_e [1]
 */
export function computeVectorToThreePhotonsGeV(massGeV: number, electronCoupling: number): number {
  const { alpha, me } = CONSTANTS;
  if (massGeV >= 2 * me.value) return 0;
  const numbers = (17 * alpha.value ** 3) / (2 ** 7 * 3 ** 6 * 5 ** 3 * Math.PI ** 3);
  const strength = electronCoupling ** 2 / (4 * Math.PI);
  return (numbers * strength * massGeV ** 9) / me.value ** 8;
}

/**
 * Partial width of a vector boson to one final state, over g² [GeV]. Leptons and heavy quarks at tree level with
 * their masses, light hadrons by vector-meson dominance.
 * Source: Ilten:2018crw (arXiv:1801.04847), eqs. (2.13) to (2.18).
 * @param massGeV mass of the boson [GeV]
 * @param charges of the boson at this mass
 * @param hadrons the tables read at this mass, where they have been read before
 */
export function computeVectorWidthGeV(
  state: VectorFinalState,
  massGeV: number,
  charges: VectorCharges,
  hadrons: HadronSample = sampleHadrons(massGeV),
): number {
  if (isHadronChannel(state)) {
    const parts = hadrons.get(state);
    if (parts === undefined) return 0;
    const mesons = coupleMesons(charges.u, charges.d, charges.s);
    return (massGeV / (12 * Math.PI)) * weighHadrons(parts, mesons);
  }
  const { me, mmu, mtau } = CONSTANTS;
  switch (state) {
    case 'ee':
      return computeVectorToLeptonsGeV(massGeV, me.value, charges.e);
    case 'mumu':
      return computeVectorToLeptonsGeV(massGeV, mmu.value, charges.mu);
    case 'tautau':
      return computeVectorToLeptonsGeV(massGeV, mtau.value, charges.tau);
    case 'nunu':
      return (
        computeVectorToNeutrinosGeV(massGeV, charges.nue) +
        computeVectorToNeutrinosGeV(massGeV, charges.numu) +
        computeVectorToNeutrinosGeV(massGeV, charges.nutau)
      );
    case 'three-photons':
      return computeVectorToThreePhotonsGeV(massGeV, charges.e);
    case 'cc':
      return COLOURS * computeVectorToLeptonsGeV(massGeV, QUARK_GEV.c, charges.c);
    case 'bb':
      return COLOURS * computeVectorToLeptonsGeV(massGeV, QUARK_GEV.b, charges.b);
  }
}

/** Every final state, light ones first. */
export const VECTOR_FINAL_STATES: readonly VectorFinalState[] = [
  'nunu',
  'three-photons',
  'ee',
  'mumu',
  ...HADRON_CHANNELS,
  'tautau',
  'cc',
  'bb',
];

const SYMBOLS: Readonly<Record<VectorFinalState, string>> = {
  nunu: String.raw`\nu\bar\nu`,
  'three-photons': String.raw`\gamma\gamma\gamma`,
  ee: 'e^+e^-',
  mumu: String.raw`\mu^+\mu^-`,
  tautau: String.raw`\tau^+\tau^-`,
  cc: String.raw`c\bar c`,
  bb: String.raw`b\bar b`,
  'pi0-gamma': String.raw`\pi^0\gamma`,
  'pi-pi': String.raw`\pi^+\pi^-`,
  'pi-pi-pi0': String.raw`\pi^+\pi^-\pi^0`,
  'k-k': String.raw`K\bar K`,
  'pi-pi-pi-pi': String.raw`2(\pi^+\pi^-)`,
  'pi-pi-pi0-pi0': String.raw`\pi^+\pi^-2\pi^0`,
  'k-k-pi': String.raw`K\bar K\pi`,
  other: String.raw`\text{other hadrons}`,
};

const TREE_LEVEL = VECTOR_FINAL_STATES.filter((state) => !isHadronChannel(state));

/**
 * Total width over g² [GeV]: everything of the Standard Model. Sources as for `computeVectorWidthGeV`.
 * @param massGeV mass of the boson [GeV]
 * @param charges of the boson at this mass
 * @param hadrons the tables read at this mass, where they have been read before
 */
export function sumVectorWidthsGeV(
  massGeV: number,
  charges: VectorCharges,
  hadrons: HadronSample = sampleHadrons(massGeV),
): number {
  let sum = 0;
  for (const state of TREE_LEVEL) sum += computeVectorWidthGeV(state, massGeV, charges, hadrons);
  const mesons = coupleMesons(charges.u, charges.d, charges.s);
  let ratio = 0;
  for (const parts of hadrons.values()) ratio += weighHadrons(parts, mesons);
  return sum + (massGeV / (12 * Math.PI)) * ratio;
}

/** The decays of a vector model for figures and tables. */
export function describeVectorDecays(
  model: VectorModel,
  quantities: { readonly mass: string; readonly coupling: string },
  loops: boolean,
): DecayModel {
  const channels = VECTOR_FINAL_STATES.map((state): DecayChannel => ({
    id: state,
    symbol: SYMBOLS[state],
    kind: state === 'nunu' ? 'invisible' : state === 'three-photons' ? 'photon' : kindOf(state),
    widthGeV: (mass) => computeVectorWidthGeV(state, mass, findCharges(model, mass, loops)),
  }));
  return {
    id: model.page,
    title: model.title,
    ...quantities,
    range: [1e-3, 60],
    channels: channels.filter(({ widthGeV }) => PROBES_GEV.some((mass) => widthGeV(mass) > 0)),
    sources: ['Ilten:2018crw'],
    remark: `Leptons and heavy quarks at tree level, light hadrons by vector-meson dominance below 2 GeV; above, the hadronic part of each meson is kept at its value there, and narrow charmonium and bottomonium states are not resolved${
      loops && model.loopRemark !== undefined ? `. Loops: ${model.loopRemark}` : ''
    }.`,
  };
}

/** Masses at which a channel that ever opens is open [GeV]. */
const PROBES_GEV = [1e-3 / 2, 0.01, 0.5, 0.7825, 1.02, 1.6, 1.9, 5, 12];

const kindOf = (state: VectorFinalState): DecayChannel['kind'] =>
  state === 'ee' || state === 'mumu' || state === 'tautau' ? 'lepton' : 'hadron';

const QUANTITIES: Readonly<Record<string, { mass: string; coupling: string }>> = {
  'dark-photon': { mass: 'mass-dark-photon', coupling: 'epsilon' },
  'b-minus-l': { mass: 'mass-zprime', coupling: 'g-bl' },
  'le-lmu': { mass: 'mass-zprime', coupling: 'g-le-lmu' },
  'le-ltau': { mass: 'mass-zprime', coupling: 'g-le-ltau' },
  'lmu-ltau': { mass: 'mass-zprime', coupling: 'gprime-lmu-ltau' },
  'b-boson': { mass: 'mass-zprime', coupling: 'g-x' },
  protophobic: { mass: 'mass-zprime', coupling: 'g-x' },
};

/** Decays of every vector model of the catalogue, with loops. */
export const VECTOR_DECAY_MODELS: readonly DecayModel[] = VECTOR_MODELS.flatMap((model) => {
  const quantities = QUANTITIES[model.id];
  return quantities === undefined ? [] : [describeVectorDecays(model, quantities, true)];
});
