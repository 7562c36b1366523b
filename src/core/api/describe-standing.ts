import type { Catalogue, Limit, PlaneEntry } from '../catalogue.ts';
import { mustGet } from '../catalogue.ts';
import type { CombinedFile } from '../combine/combined-file.ts';
import { COMPUTED_DIGITS, roundTo } from '../combine/digits.ts';
import type { Scope } from '../combine/inputs.ts';
import { SCOPES } from '../combine/inputs.ts';
import { findColumnLaw, isDecreasing } from '../quantities.ts';
import type { Column } from '../schema/index.ts';
import type { ApiSite } from './api-file.ts';
import type { LimitFile } from './schemas/limit-file.ts';
import { onceFor } from '../once-for.ts';

/** A limit as it stands on a plane: the laws that lead there, and whether it counts. */
export type Standing = LimitFile['planes'][number];

/** How a limit stands on a plane; undefined where there is no exact law. */
export function describeStanding(
  limit: Limit,
  plane: PlaneEntry,
  { catalogue, combined }: Pick<ApiSite, 'catalogue' | 'combined'>,
): Standing | undefined {
  const mass = describeLaw(limit.mass, plane.x.quantity, plane, catalogue);
  const value = describeLaw(limit.value, plane.y.quantity, plane, catalogue);
  if (mass === undefined || value === undefined) return undefined;
  const also = limit.alsoOn.find((other) => other.plane === plane.id);
  const { excludes } = limit;
  const flipped = excludes === 'above' ? 'below' : 'above';
  return {
    plane: plane.id,
    why: also?.why,
    massRange: also?.massRange,
    excludes: excludes !== undefined && isDecreasing(value) ? flipped : excludes,
    mass,
    value,
    combined: listEntered(limit, combined.get(plane.id)),
  };
}

/** Every plane a limit stands on, its home first. */
export const listPlaneIds = ({ plane, alsoOn }: Limit): string[] => [
  plane,
  ...alsoOn.map((also) => also.plane),
];

function describeLaw(
  column: Column,
  quantity: string,
  { parameters }: PlaneEntry,
  { quantities }: Catalogue,
): Standing['mass'] | undefined {
  const law = findColumnLaw(column, quantity, quantities, parameters);
  return (
    law && {
      isLog10: column.scale === 'log10',
      factor: roundTo(law.factor, COMPUTED_DIGITS),
      power: roundTo(law.power, COMPUTED_DIGITS),
      quantity,
      unit: mustGet(quantities, quantity).unit,
    }
  );
}

/** Inputs of each combined limit, looked up once: there are many limits. */
const inputsOf = onceFor(
  ({ scopes }: CombinedFile): Readonly<Record<Scope, ReadonlySet<string>>> => {
    const read = (scope: Scope): Set<string> => new Set(scopes[scope].levels.all.inputs);
    return { laboratory: read('laboratory'), ee: read('ee') };
  },
);

/** Combined limits of a plane that a limit enters, at some confidence level. */
export function listEntered({ id }: Limit, file: CombinedFile | undefined): Scope[] {
  return file === undefined ? [] : SCOPES.filter((scope) => inputsOf(file)[scope].has(id));
}

/** Newer limits by the older ones whose place they take. */
const successorsOf = onceFor(({ limits }: Catalogue): ReadonlyMap<string, readonly string[]> => {
  const pairs = [...limits.values()].flatMap((newer) =>
    newer.supersedes.map((older): [string, string] => [older.limit, newer.id]),
  );
  return new Map(
    [...Map.groupBy(pairs, ([older]) => older)].map(([older, all]) => [
      older,
      all.map(([, newer]) => newer),
    ]),
  );
});

/** Ids of the newer results of the same data that take the place of a limit. */
export const listSuccessors = ({ id }: Limit, catalogue: Catalogue): string[] => [
  ...(successorsOf(catalogue).get(id) ?? []),
];
