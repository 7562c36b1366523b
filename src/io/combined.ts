import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue, PlaneEntry } from '../core/catalogue.ts';
import { combine, makeDescriber } from '../core/combine/combine.ts';
import type { CombinedFile, CombinedLevel } from '../core/combine/combined-file.ts';
import { isEvidence, LEVELS, paperDate, SCOPES } from '../core/combine/inputs.ts';
import type { Level, Scope } from '../core/combine/inputs.ts';
import { listPlaneLimits } from '../core/curve/plane-limit.ts';
import { compareText } from '../core/message.ts';
import { findColumnLaw } from '../core/quantities.ts';
import type { Column } from '../core/schema/index.ts';
import type { FileChange } from './write-together.ts';
import { writeTogether } from './write-together.ts';

/** Every plane combined, in both scopes and at every level. */
export function* combineAll(catalogue: Catalogue): Generator<CombinedFile> {
  for (const plane of catalogue.planes.values()) yield combinePlane(plane, catalogue);
}

/** A plane combined, in both scopes and at every level. */
export function combinePlane(plane: PlaneEntry, catalogue: Catalogue): CombinedFile {
  const describe = makeDescriber();
  const levelsOf = (scope: Scope): { levels: Record<Level, CombinedLevel> } => ({
    levels: Object.fromEntries(
      LEVELS.map((level) => [level, describe(combine(plane, catalogue, scope, level))]),
    ) as Record<Level, CombinedLevel>,
  });
  return {
    plane: plane.id,
    x: describeAxis(plane.x.quantity, catalogue),
    y: describeAxis(plane.y.quantity, catalogue),
    inputsHash: hashInputs(plane, catalogue),
    scopes: Object.fromEntries(
      SCOPES.map((scope) => [scope, levelsOf(scope)]),
    ) as CombinedFile['scopes'],
  };
}

function describeAxis(quantity: string, { quantities }: Catalogue): string {
  const unit = quantities.get(quantity)?.unit ?? '1';
  return unit === '1' ? quantity : `${quantity} [${unit}]`;
}

/** Digest over the numbers and facts that decide the combination, independent of file order. */
function hashInputs(plane: PlaneEntry, catalogue: Catalogue): string {
  const facts = listPlaneLimits(plane, catalogue)
    .map(({ limit }) => limit)
    .filter(isEvidence)
    .sort((a, b) => compareText(a.id, b.id))
    .map((limit) => [
      limit.id,
      limit.shape,
      limit.excludes,
      limit.mass,
      limit.value,
      limit.confidence,
      limit.experiment.map((id) => catalogue.experiments.get(id)?.kind),
      limit.supersedes,
      limit.alsoOn.find((other) => other.plane === plane.id)?.massRange,
      describeLaw(limit.mass, plane.x.quantity, plane, catalogue),
      describeLaw(limit.value, plane.y.quantity, plane, catalogue),
      paperDate(limit, catalogue),
      createHash('sha256').update(limit.table.text).digest('hex'),
    ]);
  const { file: _file, assumptions: _assumptions, ...rest } = plane;
  const hash = createHash('sha256').update(JSON.stringify([rest, facts]));
  return hash.digest('hex');
}

/** The conversion to a plane's quantity, to the digits that files carry. */
function describeLaw(
  column: Column,
  target: string,
  { parameters }: PlaneEntry,
  { quantities }: Catalogue,
): string {
  const law = findColumnLaw(column, target, quantities, parameters);
  return law === undefined ? 'none' : `${law.factor.toPrecision(12)} ^${law.power.toPrecision(12)}`;
}

/** The bytes of a combined file: one line per run, range and region, so that a change is legible in a diff. */
export function formatCombined(file: CombinedFile): string {
  const level = ({ inputs, envelope, frontier, regions }: CombinedLevel): string =>
    `{"inputs": ${JSON.stringify(inputs)},\n` +
    `  "envelope": ${lines(envelope)},\n` +
    `  "frontier": ${lines(frontier)},\n` +
    `  "regions": ${lines(regions)}}`;
  const scopes = SCOPES.map((scope) => {
    const levels = LEVELS.map((name) => ` "${name}": ${level(file.scopes[scope].levels[name])}`);
    return `"${scope}": {"levels": {\n${levels.join(',\n')}}}`;
  });
  const { plane, x, y, inputsHash } = file;
  const head = JSON.stringify({ plane, x, y, inputsHash }, null, 1).slice(2, -2);
  return `{\n${head},\n "scopes": {\n${scopes.join(',\n')}}}\n`;
}

const lines = (items: readonly unknown[]): string =>
  items.length === 0
    ? '[]'
    : `[\n${items.map((item) => `   ${JSON.stringify(item)}`).join(',\n')}]`;

/** What `writeCombined` did, or what it would do. */
export interface CombinedChange {
  readonly plane: string;
  readonly change: 'added' | 'changed' | 'removed' | 'unchanged';
}

/**
 * Writes (or with `isDryRun` compares) the combined files below `root` and removes those of planes that are
 * gone: all of it or nothing, once every plane is combined.
 */
export async function writeCombined(
  catalogue: Catalogue,
  root: string,
  isDryRun: boolean,
): Promise<CombinedChange[]> {
  const folder = join(root, 'combined');
  await mkdir(folder, { recursive: true });
  const left = new Set((await readdir(folder)).filter((name) => name.endsWith('.json')));
  const changes: CombinedChange[] = [];
  const writes: FileChange[] = [];
  for (const file of combineAll(catalogue)) {
    const name = `${file.plane}.json`;
    const path = join(folder, name);
    const text = formatCombined(file);
    const before = left.delete(name) ? await readFile(path, 'utf8') : undefined;
    const change = before === undefined ? 'added' : before === text ? 'unchanged' : 'changed';
    changes.push({ plane: file.plane, change });
    if (change !== 'unchanged')
      writes.push({ path, text, ...(before === undefined ? {} : { before }) });
  }
  for (const name of [...left].sort(compareText)) {
    changes.push({ plane: name.replace(/\.json$/, ''), change: 'removed' });
    writes.push({ path: join(folder, name), before: await readFile(join(folder, name), 'utf8') });
  }
  if (!isDryRun) writeTogether(writes);
  return changes;
}
