import { raise } from '../../core/figure/format-value.ts';
import type { Decisions, PlaneContext } from '../../core/import/source.ts';
import { findPowerLaw } from '../../core/quantities.ts';
import { Shape } from '../../core/schema/index.ts';
import { UNITS } from '../../core/units.ts';

/** A decision that a reader can take without being asked. */
export interface OpenDecision {
  readonly name: Exclude<keyof Decisions, 'columns'>;
  readonly label: string;
}

/** What can be read differently, in the order of a file. */
export const DECISIONS: readonly OpenDecision[] = [
  { name: 'table', label: 'Table of the file' },
  { name: 'shape', label: 'Shape' },
  { name: 'massColumn', label: 'Column of the masses' },
  { name: 'massUnit', label: 'Unit of the masses' },
  { name: 'massScale', label: 'Scale of the masses' },
  { name: 'valueColumn', label: 'Column of the values' },
  { name: 'valueQuantity', label: 'Quantity of the values' },
  { name: 'valueUnit', label: 'Unit of the values' },
  { name: 'valueScale', label: 'Scale of the values' },
  { name: 'rails', label: 'Rows that look like walls' },
  { name: 'close', label: 'Close an open outline' },
];

/** What there is to choose from besides the plane: columns and tables of the file. */
export interface FileChoices {
  readonly columns: number;
  readonly tables: readonly string[];
}

/** The answers a decision can have, none where it makes no sense here. */
export function listChoices(
  name: OpenDecision['name'],
  file: FileChoices,
  context: PlaneContext | undefined,
): readonly string[] {
  switch (name) {
    case 'table':
      return file.tables.length > 1 ? file.tables : [];
    case 'shape':
      return Shape.options;
    case 'massColumn':
    case 'valueColumn':
      return Array.from({ length: file.columns }, (_, i) => String(i + 1));
    case 'massUnit':
      return context?.quantities.get(context.plane.x.quantity)?.units ?? [];
    case 'valueQuantity':
      return context === undefined ? [] : listSiblings(context);
    case 'valueUnit':
      return context === undefined ? [] : listValueUnits(context);
    case 'massScale':
    case 'valueScale':
      return ['linear', 'log10'];
    case 'rails':
      return ['drop', 'keep'];
    case 'close':
      return ['yes', 'no'];
    case 'massQuantity':
    case 'parameterQuantity':
    case 'parameterUnit':
    case 'parameterScale':
    case 'gaps':
      return [];
  }
}

/** Quantities that the values of the plane can be given in. */
function listSiblings({ plane, quantities }: PlaneContext): string[] {
  return [...quantities.keys()].filter(
    (id) => findPowerLaw(id, plane.y.quantity, quantities, plane.parameters) !== undefined,
  );
}

const listValueUnits = (context: PlaneContext): string[] => [
  ...new Set(listSiblings(context).flatMap((id) => context.quantities.get(id)?.units ?? [])),
];

/** Words for answers that are words of the file format. */
const WORDS: Readonly<Record<string, string>> = {
  '1': 'none',
  linear: 'as they are',
  log10: 'log₁₀ of the values',
  'one-sided': 'a curve that excludes one side',
  interval: 'a lower and an upper edge',
  contour: 'a closed region',
  points: 'single masses',
  grid: 'a grid over mass and lifetime',
  'ratio-map': 'a map of the ratio to the limit',
  band: 'a favoured band',
  line: 'a line that excludes nothing',
  drop: 'leave them out',
  keep: 'keep them',
};

/** An answer as a person reads it. */
export function nameChoice(
  decision: keyof Decisions,
  choice: string,
  context: PlaneContext | undefined,
): string {
  if (decision.endsWith('Quantity')) {
    const quantity = context?.quantities.get(choice);
    return quantity === undefined
      ? choice
      : `${quantity.name} (${quantity.plain.replaceAll(/\^(-?\d+)/gu, (_, power: string) => raise(power))})`;
  }
  if (decision.endsWith('Unit') && choice !== '1') return UNITS[choice]?.label ?? choice;
  if (decision.endsWith('Column') && /^\d+$/u.test(choice)) return `column ${choice}`;
  if (decision === 'table' || decision === 'gaps') return choice;
  return Object.hasOwn(WORDS, choice) ? (WORDS[choice] ?? choice) : choice;
}
