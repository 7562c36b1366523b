import { formatMass } from '../core/figure/finding.ts';
import { UNITS } from '../core/units.ts';
import type { Confidence, Exposure, LimitMeta, Reference } from '../core/schema/index.ts';

/** How numbers, ranges and facts are written for readers, the same on every page. */

const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  '-': '⁻',
  '+': '⁺',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

const GREEK: Readonly<Record<string, string>> = {
  mu: 'μ',
  tau: 'τ',
  pi: 'π',
  gamma: 'γ',
  nu: 'ν',
  eta: 'η',
};

const raise = (text: string): string =>
  text.replaceAll(/[-+\d]/g, (character) => SUPERSCRIPTS[character] ?? character);

/** A number with at most `digits` significant digits; powers of ten outside 0.001 to 100 000. */
export function formatNumber(value: number, digits = 3): string {
  if (value === 0) return '0';
  const magnitude = Math.abs(value);
  if (magnitude >= 1e-3 && magnitude < 1e5) {
    return Number(value.toPrecision(digits)).toString().replace('-', '−');
  }
  const [mantissa = '', exponent = ''] = value.toExponential(digits - 1).split('e');
  const shown = String(Number(mantissa)).replace('-', '−');
  const power = `10${raise(exponent.replace('+', ''))}`;
  return shown === '1' ? power : `${shown} × ${power}`;
}

/** A unit as readers write it. */
export const formatUnit = (unit: string): string => UNITS[unit]?.label ?? unit;

/** A number with its unit. */
export const formatQuantity = (value: number, unit: string, digits = 3): string =>
  `${formatNumber(value, digits)} ${formatUnit(unit)}`.trim();

/** A mass range [GeV]: one unit where both ends read well in it. */
export function formatMassRange([from, to]: readonly [number, number]): string {
  if (from === to) return formatMass(from);
  const high = pickMassUnit(to);
  const low = pickMassUnit(from);
  const reads = from * high.factor >= 1e-3;
  if (from === 0 || low.unit === high.unit || reads) {
    return `${formatNumber(from * high.factor)}–${formatNumber(to * high.factor)} ${high.unit}`;
  }
  return `${formatMass(from)} – ${formatMass(to)}`;
}

function pickMassUnit(massGeV: number): { readonly factor: number; readonly unit: string } {
  if (massGeV === 0 || massGeV >= 1) return { factor: 1, unit: 'GeV' };
  if (massGeV >= 1e-3) return { factor: 1e3, unit: 'MeV' };
  return massGeV >= 1e-6 ? { factor: 1e6, unit: 'keV' } : { factor: 1e9, unit: 'eV' };
}

/** A confidence level as the paper states it. */
export const formatConfidence = (confidence: Confidence): string =>
  confidence === 'not-stated' ? 'not stated' : `${formatNumber(confidence.level * 100, 4)}%`;

const EXPOSURE_UNITS: Readonly<Record<string, string>> = {
  'fb^-1': 'fb⁻¹',
  'pb^-1': 'pb⁻¹',
  'nb^-1': 'nb⁻¹',
  'J/psi': 'J/ψ decays',
  'psi(2S)': 'ψ(2S) decays',
  'Upsilon(1S)': 'Υ(1S) decays',
  'Upsilon(2S)': 'Υ(2S) decays',
  'Upsilon(3S)': 'Υ(3S) decays',
  BBbar: 'BB̄ pairs',
  B: 'B mesons',
  Z: 'Z bosons',
  'tau-pairs': 'τ pairs',
  POT: 'protons on target',
  EOT: 'electrons on target',
  MOT: 'muons on target',
  'K+': 'K⁺ decays',
  KL: 'K_L decays',
  'pi+': 'π⁺ decays',
  pi0: 'π⁰ decays',
};

/** Integrated luminosity, or a number of decays or of particles on target. */
export const formatExposure = (exposure: Exposure): string =>
  `${formatNumber(exposure.value, 4)} ${EXPOSURE_UNITS[exposure.unit] ?? exposure.unit}`;

/**
 * Plain particle names and powers in running text: `e+e-` to e⁺e⁻, `K*0` to K*⁰, `fb^-1` to fb⁻¹,
 * `2e-4` to 2 × 10⁻⁴. Words and file names are left alone.
 */
export function prettify(text: string): string {
  return text
    .replaceAll(/\^([+-]?\d+|[+-])/g, (_, power: string) => raise(power))
    .replaceAll(
      /(?<![\w.])(\d+(?:\.\d+)?)e([+-]?\d+)(?!\w)/g,
      (_, mantissa: string, power: string) => {
        const shown = `10${raise(power.replace('+', ''))}`;
        return mantissa === '1' ? shown : `${mantissa} × ${shown}`;
      },
    )
    .replaceAll('J/psi', 'J/ψ')
    .replaceAll(/\b(psi|Upsilon)(?=\()/g, (name) => (name === 'psi' ? 'ψ' : 'Υ'))
    .replaceAll(/\bgamma gamma\b/g, 'γγ')
    .replaceAll(/(?<![A-Za-z$\\])((?:(?:mu|tau|pi|e|K\*?|B|D)[+0-])+)(?![A-Za-z0-9])/g, (run) =>
      run.replaceAll(
        /(mu|tau|pi|e|K\*?|B|D)([+0-])/g,
        (_, name: string, sign: string) => `${GREEK[name] ?? name}${raise(sign)}`,
      ),
    )
    .replaceAll(
      /\b(mu|tau|gamma|nu|pi)(mu|tau|gamma|nu|pi)\b/g,
      (_, a: string, b: string) => `${GREEK[a] ?? a}${GREEK[b] ?? b}`,
    );
}

/** What stands in a margin or a table for a paper: who and when. */
export function formatCitation(reference: Reference): string {
  const who = reference.collaboration ?? formatFirstAuthor(reference) ?? reference.key;
  return reference.year === undefined ? who : `${who} ${String(reference.year)}`;
}

function formatFirstAuthor(reference: Reference): string | undefined {
  if (reference.authors === undefined) return undefined;
  const names = reference.authors.split(' and ').map((name) => name.trim());
  const first = names[0] ?? '';
  const surname = first.includes(',')
    ? (first.split(',')[0] ?? first)
    : (first.split(' ').at(-1) ?? first);
  return names.length > 1 ? `${surname} et al.` : surname;
}

/** Where the paper appeared, in one line. */
export function formatJournal(reference: Reference): string {
  const { journal, volume, pages, year } = reference;
  if (journal === undefined) return year === undefined ? '' : String(year);
  const parts = [journal, volume].filter((part) => part !== undefined).join(' ');
  const where = pages === undefined ? parts : `${parts}, ${pages.replaceAll(/-+/g, '–')}`;
  return year === undefined ? where : `${where} (${String(year)})`;
}

export const STATUS_WORDS: Readonly<Record<LimitMeta['status'], string>> = {
  observed: 'observed',
  expected: 'expected',
  projected: 'projection',
  favoured: 'favoured region',
  target: 'target',
};

export const DERIVED_WORDS: Readonly<Record<LimitMeta['derivedBy'], string>> = {
  collaboration: 'the collaboration',
  reinterpretation: 'reinterpretation',
  compilation: 'compilation',
  'this-project': 'computed by this project',
};

export const SHAPE_WORDS: Readonly<Record<LimitMeta['shape'], string>> = {
  'one-sided': 'curve',
  interval: 'lower and upper edge',
  contour: 'closed region',
  points: 'tested masses only',
  grid: 'curves at several parameter values',
  'ratio-map': 'map of expected over allowed yield',
  band: 'favoured band',
  line: 'line',
};

export const METHOD_WORDS: Readonly<Record<LimitMeta['provenance']['method'], string>> = {
  official: 'published as numbers by the collaboration',
  author: 'numbers from an author of the paper',
  digitised: 'read off a figure',
  computed: 'computed',
  unknown: 'not known how they were obtained',
};

export const KIND_WORDS: Readonly<Record<string, string>> = {
  'ee-collider': 'e⁺e⁻ collider',
  'hadron-collider': 'hadron collider',
  'fixed-target': 'fixed target',
  'beam-dump': 'beam dump',
  'meson-decay': 'meson decays',
  neutrino: 'neutrino experiment',
  indirect: 'indirect',
  astro: 'astrophysics',
  cosmo: 'cosmology',
};

export const PORTAL_WORDS: Readonly<Record<string, string>> = {
  vector: 'Vector',
  scalar: 'Scalar',
  pseudoscalar: 'Pseudoscalar',
  neutrino: 'Neutrino',
};
