/** Models whose particle an electron and a positron make beside a photon; ids of their pages. */
export const MADE_WITH_PHOTON: ReadonlySet<string> = new Set([
  'dark-photon',
  'b-minus-l',
  'le-minus-lmu',
  'le-minus-ltau',
  'protophobic',
  'electron-scalar',
  'alp-photon',
  'alp-b',
]);

/** Where electrons and positrons meet. */
export interface Machine {
  /** Name in addresses. */
  readonly id: string;
  readonly name: string;
  /** Energy in the centre of mass [GeV]. */
  readonly sqrtSGeV: number;
}

/** Energies are those at which most data were taken. */
export const MACHINES: readonly Machine[] = [
  { id: 'kloe', name: 'KLOE, 1.0194 GeV', sqrtSGeV: 1.0194 },
  { id: 'bes-3', name: 'BESIII, 3.773 GeV', sqrtSGeV: 3.773 },
  { id: 'b-factories', name: 'B factories, 10.58 GeV', sqrtSGeV: 10.58 },
  { id: 'z-pole', name: 'Z pole, 91.19 GeV', sqrtSGeV: 91.19 },
];
export const USUAL_MACHINE = 'b-factories';

/** Couplings a figure draws lengths at and a slider spans, in the coupling's own unit. */
export interface CouplingRange {
  /** Falling: the strongest first. */
  readonly drawn: readonly number[];
  readonly slider: readonly [from: number, to: number];
}

const USUAL_RANGE: CouplingRange = { drawn: [1e-3, 1e-5, 1e-7], slider: [1e-8, 1] };
const MIXING_RANGE: CouplingRange = { drawn: [1e-1, 1e-3, 1e-5], slider: [1e-7, 1] };

/** By quantity id. Couplings in units of the Higgs boson's are larger, weak decays slower. */
const RANGES: Readonly<Record<string, CouplingRange>> = {
  'xi-leptophilic': { drawn: [1, 1e-2, 1e-4], slider: [1e-5, 1e3] },
  'g-yukawa-alp': { drawn: [1e-1, 1e-3, 1e-5], slider: [1e-6, 10] },
  'u-e': MIXING_RANGE,
  'u-mu': MIXING_RANGE,
  'u-tau': MIXING_RANGE,
};

export const findCouplingRange = (quantity: string): CouplingRange =>
  RANGES[quantity] ?? USUAL_RANGE;

/** The mass a reader who comes without a question sees answered: a round one in the middle of the range [GeV]. */
export function findExampleMass([from, to]: readonly [number, number]): number {
  const usual = 0.5;
  if (usual > from && usual < to) return usual;
  return Number(Math.sqrt(from * to).toPrecision(2));
}
