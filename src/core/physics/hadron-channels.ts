import { HADRON_TABLES } from './hadron-tables-data.ts';
import { interpolateRows } from './physics-table.ts';
import { groupBy } from '../group-by.ts';

/** Hadronic final states of a light vector boson below 2 GeV. */
export type HadronChannel =
  | 'pi-pi'
  | 'pi0-gamma'
  | 'pi-pi-pi0'
  | 'k-k'
  | 'pi-pi-pi-pi'
  | 'pi-pi-pi0-pi0'
  | 'k-k-pi'
  | 'other';

/** The vector mesons through which quarks couple to hadrons; `omega-phi` is the interference of two. */
export type MesonPart = 'rho' | 'omega' | 'phi' | 'omega-phi';

/** R_μ of one channel through one meson. */
export interface HadronTable {
  readonly channel: HadronChannel;
  readonly meson: MesonPart;
  /** The raw file below the folder of raw files, and its digest. */
  readonly raw: { readonly path: string; readonly sha256: string };
  /** Mass [GeV] and R_μ [1], rising in mass. */
  readonly rows: readonly (readonly [mass: number, ratio: number])[];
}

/** Couplings to the mesons over those of a photon of unit charge. */
export interface MesonCouplings {
  readonly rho: number;
  readonly omega: number;
  readonly phi: number;
}

/**
 * Couplings of a boson with quark charges to the ρ, the ω and the φ by the traces of its charge matrix with
 * the generators of the mesons, each normalised to that of a photon (up to the sign of the φ):
 * x_u − x_d, 3(x_u + x_d) and 3x_s. Source: Ilten:2018crw (arXiv:1801.04847), eqs. (2.11) and (2.18).
 */
export const coupleMesons = (u: number, d: number, s: number): MesonCouplings => ({
  rho: u - d,
  omega: 3 * (u + d),
  phi: 3 * s,
});

/** R_μ of a channel at a mass, by meson part, for a photon's couplings. */
export type ChannelParts = Readonly<Partial<Record<MesonPart, number>>>;

/** R_μ of every open channel at a mass: what is the same for all bosons. */
export type HadronSample = ReadonlyMap<HadronChannel, ChannelParts>;

/**
 * Reads the tables at a mass. Above the last row, at 2 GeV, each part stays what it is there: together they
 * are then R of three light quarks.
 * @param massGeV mass of the boson [GeV]
 */
export function sampleHadrons(massGeV: number): HadronSample {
  const sample = new Map<HadronChannel, ChannelParts>();
  for (const channel of HADRON_CHANNELS) {
    const parts: Partial<Record<MesonPart, number>> = {};
    for (const { meson, rows } of TABLES_BY_CHANNEL.get(channel) ?? []) {
      const ratio = interpolateRows(rows, massGeV);
      if (ratio !== 0) parts[meson] = ratio;
    }
    if (Object.keys(parts).length > 0) sample.set(channel, parts);
  }
  return sample;
}

/**
 * Σ over mesons of coupling² times R_μ of a channel: with the couplings of a photon, R of the channel.
 * @param couplings to the mesons, over those of a photon [1]
 */
export function weighHadrons(parts: ChannelParts, { rho, omega, phi }: MesonCouplings): number {
  const sum =
    rho ** 2 * (parts.rho ?? 0) +
    omega ** 2 * (parts.omega ?? 0) +
    phi ** 2 * (parts.phi ?? 0) +
    2 * omega * phi * (parts['omega-phi'] ?? 0);
  // Interference of two tabulated lines may dip below zero by rounding.
  return Math.max(0, sum);
}

const TABLES_BY_CHANNEL = groupBy(HADRON_TABLES, ({ channel }) => channel);

/** Hadronic channels in the order in which they open. */
export const HADRON_CHANNELS: readonly HadronChannel[] = [
  'pi0-gamma',
  'pi-pi',
  'pi-pi-pi0',
  'k-k',
  'pi-pi-pi-pi',
  'pi-pi-pi0-pi0',
  'k-k-pi',
  'other',
];

/** True for a light hadronic final state. */
export const isHadronChannel = (state: string): state is HadronChannel =>
  (HADRON_CHANNELS as readonly string[]).includes(state);

/** Where the tables end and the parts are kept constant [GeV]. */
export const HADRON_TABLES_TO_GEV = 2;
