import { decodeLog, roundTo } from '../combine/digits.ts';
import type { Catalogue, Limit, PlaneEntry } from '../catalogue.ts';
import type { Combination } from '../combine/combine.ts';
import { combine } from '../combine/combine.ts';
import type { Scope } from '../combine/inputs.ts';
import { SCOPES } from '../combine/inputs.ts';
import type { Geometry } from '../curve/geometry.ts';
import { compareText } from '../message.ts';
import type { ChangeKind } from './compare-envelopes.ts';
import { compareEnvelopes } from './compare-envelopes.ts';

/** A mass range where a combined limit changed [plane's mass unit], by limit ids. */
export interface ImpactRange {
  readonly from: number;
  readonly to: number;
  readonly change: ChangeKind;
  readonly before?: string;
  readonly after?: string;
  /** Weaker over stronger limit: geometric mean over log mass, and the largest. */
  readonly meanFactor?: number;
  readonly maxFactor?: number;
}

/** Ids that came, went, or stayed with other numbers or another confidence level. */
export interface IdChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** What changed in one scope, at confidence level `all`. */
export interface ScopeImpact {
  readonly scope: Scope;
  readonly ranges: readonly ImpactRange[];
  readonly inputs: IdChanges;
  /** The inputs among them that are no part of the envelope: regions with a floor and a ceiling, single masses, lower-side limits. */
  readonly islands: IdChanges;
}

/** What changed on one plane. */
export interface PlaneImpact {
  readonly plane: string;
  readonly title: string;
  /** `redefined` where the axes measure something else now: nothing else is compared then. */
  readonly state: 'added' | 'removed' | 'kept' | 'redefined';
  readonly scopes: readonly ScopeImpact[];
}

/** Two states of one plane's combination; undefined where the plane does not exist. */
export interface CombinationPair {
  readonly before: Combination | undefined;
  readonly after: Combination | undefined;
}

/** The planes whose combined limits differ between two catalogues, by id. */
export function compareCatalogues(before: Catalogue, after: Catalogue): PlaneImpact[] {
  const ids = new Set([...before.planes.keys(), ...after.planes.keys()]);
  return [...ids].sort(compareText).flatMap((id) => comparePlane(id, before, after));
}

function comparePlane(id: string, before: Catalogue, after: Catalogue): PlaneImpact[] {
  const old = before.planes.get(id);
  const now = after.planes.get(id);
  const plane = now ?? old;
  if (plane === undefined) return [];
  const state =
    old === undefined
      ? 'added'
      : now === undefined
        ? 'removed'
        : describeAxes(old, before) === describeAxes(now, after)
          ? 'kept'
          : 'redefined';
  const scopes =
    state === 'redefined'
      ? []
      : SCOPES.flatMap((scope) => compareScope(scope, pairUp(id, scope, before, after)));
  if (state === 'kept' && scopes.length === 0) return [];
  return [{ plane: id, title: plane.title, state, scopes }];
}

/** What the numbers of a plane mean, as one text. */
function describeAxes({ x, y }: PlaneEntry, { quantities }: Catalogue): string {
  return [x, y].map(({ quantity }) => `${quantity} ${quantities.get(quantity)?.unit ?? ''}`).join();
}

/** The combination of a plane in both catalogues, at confidence level `all`. */
export function pairUp(
  id: string,
  scope: Scope,
  before: Catalogue,
  after: Catalogue,
): CombinationPair {
  const read = (catalogue: Catalogue): Combination | undefined => {
    const plane = catalogue.planes.get(id);
    return plane && combine(plane, catalogue, scope, 'all');
  };
  return { before: read(before), after: read(after) };
}

/** What changed between two combinations of a scope; empty when nothing did. */
export function compareScope(scope: Scope, { before, after }: CombinationPair): ScopeImpact[] {
  const changes = compareEnvelopes(
    before?.envelope ?? [],
    after?.envelope ?? [],
    (a, b) => a.id === b.id,
  );
  const ranges = changes.map(({ from, to, kind, before: old, after: now, ...factors }) => ({
    from: decodeLog(from),
    to: decodeLog(to),
    change: kind,
    ...(old === undefined ? {} : { before: old.id }),
    ...(now === undefined ? {} : { after: now.id }),
    ...(factors.meanFactor === undefined ? {} : { meanFactor: roundTo(factors.meanFactor, 6) }),
    ...(factors.maxFactor === undefined ? {} : { maxFactor: roundTo(factors.maxFactor, 6) }),
  }));
  const [old, now] = [listEntries(before), listEntries(after)];
  const inputs = compareEntries(old, now);
  const islands = compareEntries(old.filter(isIsland), now.filter(isIsland));
  const isChanged = ranges.length > 0 || hasIds(inputs) || hasIds(islands);
  return isChanged ? [{ scope, ranges, inputs, islands }] : [];
}

const hasIds = ({ added, removed, changed }: IdChanges): boolean =>
  added.length + removed.length + changed.length > 0;

/** An input and its shape on the plane. */
interface Entry {
  readonly limit: Limit;
  readonly geometry: Geometry;
}

const listEntries = (combination: Combination | undefined): Entry[] =>
  (combination?.inputs ?? []).flatMap((limit, i) => {
    const geometry = combination?.geometries[i];
    return geometry === undefined ? [] : [{ limit, geometry }];
  });

/** True for what does not enter the envelope of limits that exclude everything above. */
const isIsland = ({ geometry }: Entry): boolean =>
  geometry.kind !== 'one-sided' || geometry.side !== 'above';

function compareEntries(before: readonly Entry[], after: readonly Entry[]): IdChanges {
  const old = new Map(before.map((entry) => [entry.limit.id, entry]));
  const now = new Map(after.map((entry) => [entry.limit.id, entry]));
  const missing = (from: ReadonlyMap<string, Entry>, other: ReadonlyMap<string, Entry>): string[] =>
    [...from.keys()].filter((id) => !other.has(id)).sort(compareText);
  return {
    added: missing(now, old),
    removed: missing(old, now),
    changed: [...now]
      .filter(([id, entry]) => {
        const same = old.get(id);
        return same !== undefined && !isSameEntry(same, entry);
      })
      .map(([id]) => id)
      .sort(compareText),
  };
}

const isSameEntry = (a: Entry, b: Entry): boolean =>
  levelOf(a.limit) === levelOf(b.limit) && isSameValue(a.geometry, b.geometry);

const levelOf = ({ confidence }: Limit): number | 'not-stated' =>
  confidence === 'not-stated' ? 'not-stated' : confidence.level;

/** Equality of plain data, arrays of numbers included. */
function isSameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (a instanceof Float64Array) {
    return b instanceof Float64Array && a.length === b.length && a.every((n, i) => n === b[i]);
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [old, now] = [Object.entries(a), new Map(Object.entries(b))];
  return old.length === now.size && old.every(([key, value]) => isSameValue(value, now.get(key)));
}
