/** A short table of numbers with where it comes from. */
export interface PhysicsTable {
  readonly what: string;
  /** Repository, its commit and the path of the raw file in it. */
  readonly from: { readonly name: string; readonly revision: string; readonly path: string };
  readonly licence: string;
  /** The raw file below the folder of raw files, and its digest. */
  readonly raw: { readonly path: string; readonly sha256: string };
  /** How the rows were made from those of the raw file. */
  readonly rule: string;
  /** Rising in the first column. */
  readonly rows: readonly (readonly [number, number])[];
}
