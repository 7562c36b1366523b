/** One way a particle decays. */
export interface DecayChannel {
  /** Stable name for code and addresses, for instance `mu-mu`. */
  readonly id: string;
  /** The final state, LaTeX without dollar signs. */
  readonly symbol: string;
  readonly kind: 'lepton' | 'hadron' | 'photon' | 'invisible';
  /**
   * Partial width over the squared coupling [GeV, times the coupling's unit to the power −2]; zero where the
   * channel is closed, NaN where it is not known.
   * @param massGeV mass of the particle [GeV]
   */
  readonly widthGeV: (massGeV: number) => number;
}

/** How the particle of a model decays where one coupling decides: every width goes like its square. */
export interface DecayModel {
  /** Id of the model, and of a variant after a slash, for instance `heavy-neutral-lepton/muon`. */
  readonly id: string;
  readonly title: string;
  /** Quantity ids of the mass and of the coupling the widths are divided by the square of. */
  readonly mass: string;
  readonly coupling: string;
  /** Masses between which all channels are known [GeV]. */
  readonly range: readonly [from: number, to: number];
  /** Channels in the order of a legend: light final states first. */
  readonly channels: readonly DecayChannel[];
  /** Papers, as keys of references.bib. */
  readonly sources: readonly string[];
  /** What is left out and how certain the rest is, in a sentence or two. */
  readonly remark: string;
}

/**
 * Total width over the squared coupling [GeV, times the coupling's unit to the power −2]; NaN where a channel is not known.
 * @param massGeV mass of the particle [GeV]
 */
export const sumWidthsGeV = (model: DecayModel, massGeV: number): number =>
  model.channels.reduce((sum, { widthGeV }) => sum + widthGeV(massGeV), 0);

/**
 * Branching fraction of each channel [1], in their order; NaN where nothing is open.
 * @param massGeV mass of the particle [GeV]
 */
export function computeBranchings(model: DecayModel, massGeV: number): number[] {
  const total = sumWidthsGeV(model, massGeV);
  return model.channels.map(({ widthGeV }) => widthGeV(massGeV) / total);
}
