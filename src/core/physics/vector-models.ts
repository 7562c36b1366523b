import { CONSTANTS } from '../constants.ts';
import { BARYON_LOOP_MIXING, computeLeptonLoopMixing } from './loop-mixing.ts';

/** Fermions a vector boson may couple to; neutrinos are left-handed. */
export const FERMIONS = [
  'e',
  'mu',
  'tau',
  'nue',
  'numu',
  'nutau',
  'u',
  'd',
  's',
  'c',
  'b',
] as const;
/** Name of a fermion. */
export type Fermion = (typeof FERMIONS)[number];

/** Couplings x_f of a boson to fermions: g x_f f̄γ^μf X_μ, for neutrinos g x_ν ν̄γ^μP_Lν X_μ. */
export type VectorCharges = Readonly<Record<Fermion, number>>;

/** Charges from a rule that gives the one of each fermion. */
export const mapFermions = (charge: (fermion: Fermion) => number): VectorCharges =>
  Object.fromEntries(FERMIONS.map((fermion) => [fermion, charge(fermion)])) as VectorCharges;

/** The charges of a boson that couples to nothing. */
export const NO_CHARGES = mapFermions(() => 0);

/** Electric charge in units of e. */
export const ELECTRIC_CHARGE: VectorCharges = {
  e: -1,
  mu: -1,
  tau: -1,
  nue: 0,
  numu: 0,
  nutau: 0,
  u: 2 / 3,
  d: -1 / 3,
  s: -1 / 3,
  c: 2 / 3,
  b: -1 / 3,
};

/** A vector boson whose couplings to fermions are one coupling times fixed charges. */
export interface VectorModel {
  /** Id for scripts and addresses. */
  readonly id: string;
  readonly title: string;
  /** Id of its page in the catalogue. */
  readonly page: string;
  /** Symbol of the coupling, LaTeX and plain. */
  readonly symbol: string;
  readonly plain: string;
  /** Plane where limits on the coupling stand when it decays to the Standard Model, if there is one. */
  readonly plane?: string;
  /** Charges at tree level. */
  readonly charges: VectorCharges;
  /**
   * Coupling over g and the electric charge that loops give to fermions without a charge of their own; absent
   * where there is none. Fermions with a charge keep it: the loop changes it by less than a per cent.
   */
  readonly loopMixing?: (massGeV: number) => number;
  /** What the loop is, in a sentence, with its source. */
  readonly loopRemark?: string;
}

const { me, mmu, mtau, e } = CONSTANTS;
const allQuarks = (charge: number): Pick<VectorCharges, 'u' | 'd' | 's' | 'c' | 'b'> => ({
  u: charge,
  d: charge,
  s: charge,
  c: charge,
  b: charge,
});

const LEPTON_LOOP =
  'one-loop mixing with the photon through the two leptons, on the mass shell (Amaral et al., arXiv:2104.03297)';

/** Kinetic mixing: every electric charge, scaled by ε. */
export const DARK_PHOTON: VectorModel = {
  id: 'dark-photon',
  title: 'Dark photon',
  page: 'dark-photon',
  symbol: String.raw`\varepsilon`,
  plain: 'ε',
  plane: 'dark-photon-visible',
  charges: mapFermions((fermion) => e.value * ELECTRIC_CHARGE[fermion]),
};

/** The models limits can be recast to, by the ids scripts use. */
export const VECTOR_MODELS: readonly VectorModel[] = [
  DARK_PHOTON,
  {
    id: 'b-minus-l',
    title: 'B−L boson',
    page: 'b-minus-l',
    symbol: 'g_{B-L}',
    plain: 'g_{B−L}',
    plane: 'b-minus-l',
    charges: { ...allQuarks(1 / 3), e: -1, mu: -1, tau: -1, nue: -1, numu: -1, nutau: -1 },
  },
  {
    id: 'b-boson',
    title: 'B boson',
    page: 'b-boson',
    symbol: 'g_B',
    plain: 'g_B',
    charges: { ...NO_CHARGES, ...allQuarks(1 / 3) },
    loopMixing: () => BARYON_LOOP_MIXING,
    loopRemark:
      'mixing with the photon of the size of one loop, e²/(4π)² (Ilten et al., arXiv:1801.04847): an estimate, for the loop of quarks is not finite',
  },
  {
    id: 'le-lmu',
    title: 'L_e−L_μ boson',
    page: 'le-minus-lmu',
    symbol: 'g_{e\\mu}',
    plain: 'g_{eμ}',
    plane: 'le-minus-lmu',
    charges: { ...NO_CHARGES, e: 1, mu: -1, nue: 1, numu: -1 },
    loopMixing: (mass) => computeLeptonLoopMixing(mass, me.value, mmu.value),
    loopRemark: LEPTON_LOOP,
  },
  {
    id: 'le-ltau',
    title: 'L_e−L_τ boson',
    page: 'le-minus-ltau',
    symbol: 'g_{e\\tau}',
    plain: 'g_{eτ}',
    plane: 'le-minus-ltau',
    charges: { ...NO_CHARGES, e: 1, tau: -1, nue: 1, nutau: -1 },
    loopMixing: (mass) => computeLeptonLoopMixing(mass, me.value, mtau.value),
    loopRemark: LEPTON_LOOP,
  },
  {
    id: 'lmu-ltau',
    title: 'L_μ−L_τ boson',
    page: 'lmu-ltau',
    symbol: "g'",
    plain: 'g′',
    plane: 'lmu-ltau',
    charges: { ...NO_CHARGES, mu: 1, tau: -1, numu: 1, nutau: -1 },
    loopMixing: (mass) => computeLeptonLoopMixing(mass, mmu.value, mtau.value),
    loopRemark: LEPTON_LOOP,
  },
  {
    id: 'protophobic',
    title: 'Protophobic boson',
    page: 'protophobic',
    symbol: 'g_X',
    plain: 'g_X',
    charges: {
      ...NO_CHARGES,
      e: -1,
      mu: -1,
      tau: -1,
      u: -1 / 3,
      c: -1 / 3,
      d: 2 / 3,
      s: 2 / 3,
      b: 2 / 3,
    },
  },
];

/** The model of that id. */
export const findVectorModel = (id: string): VectorModel | undefined =>
  VECTOR_MODELS.find((model) => model.id === id);

/** A boson with charges of the reader's own, at tree level. */
export const makeVectorModel = (charges: VectorCharges): VectorModel => ({
  id: 'own-charges',
  title: 'Boson with charges of your own',
  page: 'generic-vector',
  symbol: 'g_X',
  plain: 'g_X',
  charges,
});

/**
 * The couplings over g that rates at that mass depend on, as moduli: the charges, and where `loops` are on
 * what they give to fermions that have none.
 * @param massGeV mass of the boson [GeV]
 */
export function findCharges(model: VectorModel, massGeV: number, loops: boolean): VectorCharges {
  const mixing = loops ? model.loopMixing?.(massGeV) : undefined;
  if (mixing === undefined) return model.charges;
  const { charges } = model;
  // Written out: this is the innermost loop of recasting.
  const find = (fermion: Fermion): number =>
    charges[fermion] === 0 ? mixing * ELECTRIC_CHARGE[fermion] : charges[fermion];
  return {
    e: find('e'),
    mu: find('mu'),
    tau: find('tau'),
    nue: charges.nue,
    numu: charges.numu,
    nutau: charges.nutau,
    u: find('u'),
    d: find('d'),
    s: find('s'),
    c: find('c'),
    b: find('b'),
  };
}
