/** A measured or defined constant with its source. */
export interface Constant {
  /** [`unit`] */
  readonly value: number;
  readonly unit: string;
  readonly source: string;
}

const ALPHA = 1 / 137.035999177;

/**
 * Constants that relations between quantities may name. Values are CODATA 2022 as listed by the
 * Particle Data Group (Review of Particle Physics 2024, table "Physical constants").
 */
export const CONSTANTS = {
  /** Speed of light in vacuum. */
  c: { value: 299_792_458, unit: 'm/s', source: 'exact by definition of the metre' },
  /** Fine-structure constant at zero momentum transfer. */
  alpha: { value: ALPHA, unit: '1', source: 'CODATA 2022 via PDG 2024' },
  /** Positron charge in natural Heaviside–Lorentz units, sqrt(4 pi alpha). */
  e: { value: Math.sqrt(4 * Math.PI * ALPHA), unit: '1', source: 'sqrt(4 pi alpha), CODATA 2022' },
  /** Electron mass. */
  me: { value: 0.51099895069e-3, unit: 'GeV', source: 'CODATA 2022 via PDG 2024' },
  /** Muon mass. */
  mmu: { value: 0.1056583755, unit: 'GeV', source: 'CODATA 2022 via PDG 2024' },
  /** Tau mass. */
  mtau: { value: 1.77693, unit: 'GeV', source: 'PDG 2024' },
  /** Charged-pion mass. */
  mpi: { value: 0.13957039, unit: 'GeV', source: 'PDG 2024' },
  /** Reduced Planck constant times the speed of light: a width of 1 GeV is a decay length of this. */
  hbarc: { value: 1.973269804e-16, unit: 'GeV m', source: 'CODATA 2022, exact in the SI' },
  /** Squared sine of the weak mixing angle, MS-bar at the Z mass: the digits on which editions agree. */
  sw2: { value: 0.231, unit: '1', source: 'PDG 2024, rounded' },
  /** Vacuum expectation value of the Higgs field, (sqrt(2) G_F)^(-1/2). */
  vev: { value: 246.21965, unit: 'GeV', source: '(sqrt(2) G_F)^(-1/2), PDG 2024' },
} as const satisfies Readonly<Record<string, Constant>>;

/** Names of the constants, as relations between quantities write them. */
export type ConstantName = keyof typeof CONSTANTS;

/** Whether a relation may name it. */
export const isConstantName = (name: string): name is ConstantName =>
  Object.hasOwn(CONSTANTS, name);
