/** Physical dimension in natural units, kept apart where mixing would hide a mistake. */
export type Dimension =
  | 'dimensionless'
  | 'energy'
  | 'inverse-energy'
  | 'inverse-energy-squared'
  | 'time'
  | 'length'
  | 'cross-section';

/** A unit and how it compares with the others of its dimension. */
export interface Unit {
  readonly dimension: Dimension;
  /** Multiply by this to get to the dimension's base unit (1, GeV, GeV^-1, GeV^-2, s, m, fb). */
  readonly toBase: number;
  /** How the unit is written for readers. */
  readonly label: string;
}

/** Every unit a data file may use. */
export const UNITS: Readonly<Record<string, Unit>> = {
  '1': { dimension: 'dimensionless', toBase: 1, label: '' },
  eV: { dimension: 'energy', toBase: 1e-9, label: 'eV' },
  keV: { dimension: 'energy', toBase: 1e-6, label: 'keV' },
  MeV: { dimension: 'energy', toBase: 1e-3, label: 'MeV' },
  GeV: { dimension: 'energy', toBase: 1, label: 'GeV' },
  TeV: { dimension: 'energy', toBase: 1e3, label: 'TeV' },
  'eV^-1': { dimension: 'inverse-energy', toBase: 1e9, label: 'eV⁻¹' },
  'MeV^-1': { dimension: 'inverse-energy', toBase: 1e3, label: 'MeV⁻¹' },
  'GeV^-1': { dimension: 'inverse-energy', toBase: 1, label: 'GeV⁻¹' },
  'TeV^-1': { dimension: 'inverse-energy', toBase: 1e-3, label: 'TeV⁻¹' },
  'GeV^-2': { dimension: 'inverse-energy-squared', toBase: 1, label: 'GeV⁻²' },
  s: { dimension: 'time', toBase: 1, label: 's' },
  ns: { dimension: 'time', toBase: 1e-9, label: 'ns' },
  ps: { dimension: 'time', toBase: 1e-12, label: 'ps' },
  m: { dimension: 'length', toBase: 1, label: 'm' },
  cm: { dimension: 'length', toBase: 1e-2, label: 'cm' },
  mm: { dimension: 'length', toBase: 1e-3, label: 'mm' },
  pb: { dimension: 'cross-section', toBase: 1e3, label: 'pb' },
  fb: { dimension: 'cross-section', toBase: 1, label: 'fb' },
};

/**
 * The factor that turns a number in `from` into a number in `to`, or undefined when either unit is
 * unknown or the two measure different things.
 */
export function findUnitFactor(from: string, to: string): number | undefined {
  if (!Object.hasOwn(UNITS, from) || !Object.hasOwn(UNITS, to)) return undefined;
  if (from === to) return 1;
  const [source, target] = [UNITS[from], UNITS[to]];
  if (source === undefined || source.dimension !== target?.dimension) return undefined;
  return source.toBase / target.toBase;
}
