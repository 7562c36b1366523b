import { CONSTANTS } from '../constants.ts';

/** A charged lepton and how its pairs are named among decay channels. */
interface ChargedLeptonFacts {
  readonly massGeV: number;
  /** Id and LaTeX of the channel to a pair. */
  readonly pairId: string;
  readonly pairSymbol: string;
  /** LaTeX without the charge. */
  readonly symbol: string;
}

/** The charged leptons, light ones first. */
export const CHARGED_LEPTONS = {
  e: { massGeV: CONSTANTS.me.value, pairId: 'e-e', pairSymbol: 'e^+e^-', symbol: 'e' },
  mu: {
    massGeV: CONSTANTS.mmu.value,
    pairId: 'mu-mu',
    pairSymbol: String.raw`\mu^+\mu^-`,
    symbol: String.raw`\mu`,
  },
  tau: {
    massGeV: CONSTANTS.mtau.value,
    pairId: 'tau-tau',
    pairSymbol: String.raw`\tau^+\tau^-`,
    symbol: String.raw`\tau`,
  },
} as const satisfies Readonly<Record<string, ChargedLeptonFacts>>;

export type ChargedLepton = keyof typeof CHARGED_LEPTONS;
export const CHARGED_LEPTON_NAMES: readonly ChargedLepton[] = ['e', 'mu', 'tau'];
