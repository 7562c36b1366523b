import { z } from 'zod';
import { Text } from '../schema/common.ts';

/** One thing that was measured, beside what it should be. */
export const QualityFigure = z.strictObject({
  /** What was measured, in a few words. */
  what: Text,
  /** Path of the page it was measured on. */
  page: Text.optional(),
  /** A word, where the result is no number. */
  value: z.union([z.number(), Text]),
  unit: Text.optional(),
  /** The budget: the value may not be larger, or not be smaller. */
  most: z.number().optional(),
  least: z.number().optional(),
  /** What the value is due to, above all where the budget is missed: a file, a rule, a line. */
  culprit: Text.optional(),
});
export type QualityFigure = z.infer<typeof QualityFigure>;

/** Something that is wrong, and the page it was found on. */
export interface Fault {
  readonly found: string;
  readonly page?: string;
}

/** A number of faults that has to be none, with the first of them. */
export const countFaults = (
  what: string,
  faults: readonly Fault[],
): QualityFigure & { readonly value: number } => {
  const [first] = faults;
  return {
    ...{ what, value: faults.length, most: 0 },
    ...(first?.page === undefined ? {} : { page: first.page }),
    ...(first === undefined ? {} : { culprit: first.found }),
  };
};

/** What a measurement found, and how. */
export const Measurement = z.strictObject({
  /** How it was measured, in a few sentences. */
  method: Text,
  figures: z.array(QualityFigure).min(1),
});
export type Measurement = z.infer<typeof Measurement>;

/** The parts of the report, in its order. */
export const QUALITY_PARTS = [
  { id: 'speed', title: 'Speed' },
  { id: 'lighthouse', title: 'Lighthouse' },
  { id: 'accessibility', title: 'Accessibility' },
  { id: 'security', title: 'Security' },
  { id: 'offline', title: 'Offline' },
  { id: 'integrity', title: 'Pages and links' },
  { id: 'scale', title: 'Scale' },
  { id: 'load', title: 'Under load' },
  { id: 'mutation', title: 'Mutation tests' },
  { id: 'coverage', title: 'Coverage' },
] as const;
export type QualityPart = (typeof QUALITY_PARTS)[number]['id'];

/** A measurement with what repeats it: when, of which revision, on what kind of machine. */
export const QualitySection = Measurement.extend({
  date: z.iso.date(),
  /** The revision that was measured, `-dirty` where the working tree had changes. */
  commit: Text,
  /** Class of the machine: processors, memory, system, versions. */
  machine: Text,
  /** How long measuring took [s]. */
  seconds: z.number().nonnegative(),
});
export type QualitySection = z.infer<typeof QualitySection>;

/** All that is known of the quality of the site, by part; a part that was never measured is absent. */
export const QualityReport = z.partialRecord(
  z.enum(QUALITY_PARTS.map(({ id }) => id)),
  QualitySection,
);
export type QualityReport = z.infer<typeof QualityReport>;

/** Whether a value keeps its budget; undefined where there is none. A word keeps no budget. */
export function isMet({ value, most, least }: QualityFigure): boolean | undefined {
  if (most === undefined && least === undefined) return undefined;
  if (typeof value === 'string') return false;
  return value <= (most ?? Infinity) && value >= (least ?? -Infinity);
}

/** The figures whose budget is missed. */
export const listMissed = ({ figures }: Pick<Measurement, 'figures'>): QualityFigure[] =>
  figures.filter((figure) => isMet(figure) === false);
