import type { FigureSeries } from './figure-spec.ts';
import { toPercent } from './words.ts';

/** Name of something readers can narrow a figure by. */
export type Facet = 'experiment' | 'kind' | 'cl' | 'status' | 'origin' | 'search';

interface FacetDefinition {
  readonly title: string;
  /** The values a series has, as they stand in addresses. */
  readonly read: (series: FigureSeries) => readonly string[];
  /** A value in words; its own text where nothing better is known. */
  readonly words: Readonly<Record<string, string>>;
}

/** What readers can narrow a figure to. */
export const FACETS: Readonly<Record<Facet, FacetDefinition>> = {
  experiment: { title: 'Experiment', read: (one) => one.experiments, words: {} },
  kind: {
    title: 'Kind of experiment',
    read: (one) => (one.experimentKind === undefined ? [] : [one.experimentKind]),
    words: {
      'ee-collider': 'e⁺e⁻ collider',
      'hadron-collider': 'hadron collider',
      'fixed-target': 'fixed target',
      'beam-dump': 'beam dump',
      'meson-decay': 'meson decays',
      astro: 'astrophysics',
      cosmo: 'cosmology',
    },
  },
  cl: {
    title: 'Confidence level',
    read: ({ confidenceLevel: level }) => [
      level === undefined ? 'not-stated' : String(toPercent(level)),
    ],
    words: { '90': '90 %', '95': '95 %', 'not-stated': 'not stated' },
  },
  status: { title: 'Status', read: (one) => [one.status], words: {} },
  origin: {
    title: 'Derived by',
    read: (one) => [one.derivedBy],
    words: { collaboration: 'the collaboration', 'this-project': 'computed here' },
  },
  search: {
    title: 'Decay searched for',
    read: ({ signature, lifetime }) => [
      signature === 'visible' && lifetime === 'prompt' ? 'prompt' : signature,
    ],
    words: { visible: 'visible, any lifetime', mixed: 'several' },
  },
};

export interface FacetOption {
  readonly value: string;
  readonly words: string;
  readonly count: number;
}

/** The values of a facet among the series, most frequent first; fewer than two offer no choice. */
export function listFacetOptions(
  facet: Facet,
  series: readonly FigureSeries[],
  nameOf: (value: string) => string = (value) => value,
): FacetOption[] {
  const counts = new Map<string, number>();
  for (const one of series) {
    for (const value of FACETS[facet].read(one)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, words: FACETS[facet].words[value] ?? nameOf(value), count }))
    .sort((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1));
}
