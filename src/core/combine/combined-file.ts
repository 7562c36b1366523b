import type { Level, Scope } from './inputs.ts';

/** A point: mass and value in the plane's canonical units. */
export type Point = readonly [number, number];

/** A mass range and the limit that sets the envelope in it. */
export interface FrontierEntry {
  /** Masses [canonical unit of the plane's x]. */
  readonly from: number;
  readonly to: number;
  /** Id of the limit. */
  readonly limit: string;
  /** Its confidence level as published, never rescaled. */
  readonly confidence: number | 'not-stated';
  readonly runnerUp?: string;
  /** Mean ratio of the runner-up's limit to this one (geometric, over log mass). */
  readonly factor?: number;
}

/** A connected part of the excluded set. */
export interface RegionEntry {
  readonly outer: readonly Point[];
  readonly holes: readonly (readonly Point[])[];
  /** True when it reaches the top of the plane because limits exclude everything above. */
  readonly openAbove: boolean;
}

/** A combined limit at one confidence level, in the canonical units of its plane, 12 significant digits. */
export interface CombinedLevel {
  /** Ids of the limits that may set this combination, sorted. */
  readonly inputs: readonly string[];
  /** One polyline per contiguous mass range. */
  readonly envelope: readonly (readonly Point[])[];
  readonly frontier: readonly FrontierEntry[];
  readonly regions: readonly RegionEntry[];
}

/** `content/combined/<plane>.json`. */
export interface CombinedFile {
  readonly plane: string;
  /** Quantity and unit of the axes, for instance `mass-dark-photon [GeV]`. */
  readonly x: string;
  readonly y: string;
  /** SHA-256 over everything the combination depends on. */
  readonly inputsHash: string;
  readonly scopes: Readonly<
    Record<Scope, { readonly levels: Readonly<Record<Level, CombinedLevel>> }>
  >;
}
