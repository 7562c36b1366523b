import type { BriefJson } from '../../core/query/revive-brief.ts';

/** What the check page asks for when a plane is chosen: how to speak of it, and its limits. */
export interface PlaneBrief {
  readonly contentVersion: string;
  readonly title: string;
  readonly mass: AxisWords;
  readonly value: AxisWords;
  /** How a verdict names each limit of the brief, by id. */
  readonly limits: Readonly<Record<string, LimitWords>>;
  /** BibTeX of every paper behind them, by key. */
  readonly bibtex: Readonly<Record<string, string>>;
  readonly brief: BriefJson;
}

/** An axis in words and symbols. */
export interface AxisWords {
  readonly name: string;
  /** Formula as HTML, typeset at build. */
  readonly html: string;
  /** Plain text: `ε`. */
  readonly plain: string;
  /** Unit as readers write it; empty for a pure number. */
  readonly unit: string;
  /** What the plane's figure shows [the plane's unit]. */
  readonly range: readonly [number, number];
}

/** A limit as a verdict names it. */
export interface LimitWords {
  /** Who and when: `BaBar 2014`. */
  readonly label: string;
  readonly title: string;
  readonly isEe: boolean;
  /** Keys of the papers to cite with it. */
  readonly cites: readonly string[];
  readonly paper?: { readonly text: string; readonly href: string };
}
