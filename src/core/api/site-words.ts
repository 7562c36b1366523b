/** What the catalogue says about itself in files for programs, the same in each. */

export const SITE_SUMMARY =
  'A living review and limit catalogue of dark-sector searches at e+e- colliders: published limits on dark photons and other vector bosons, scalars, axion-like particles and heavy neutral leptons, with those of other experiments for context.';

export const COMBINED_SENTENCE =
  'A combined limit is the envelope of published limits in one plane, with the islands that further limits exclude. It is not a statistical combination, and confidence levels are never rescaled: level `all` mixes them, 0.90 and 0.95 can be had separately.';

/** What may be done with the data. */
export const LICENCE = {
  name: 'CC-BY-4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
  numbers:
    'The numbers of a limit are facts published in the paper it cites; where they were taken from a public repository, its licence is stated with the limit.',
} as const;

export const KEYWORDS: readonly string[] = [
  'dark sector',
  'dark photon',
  'axion-like particle',
  'heavy neutral lepton',
  'exclusion limits',
  'electron-positron colliders',
];
