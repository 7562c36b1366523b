import { mustGet } from '../../core/catalogue.ts';
import type { Catalogue } from '../../core/catalogue.ts';
import { combine } from '../../core/combine/combine.ts';
import { readEnvelopeAt } from '../../core/combine/envelope-at.ts';
import { listPapers } from '../../core/formats/citing/limit-keys.ts';
import { shortLabel } from '../../core/limit-label.ts';
import { compareText } from '../../core/message.ts';
import { makePlaneJudge } from '../../core/query/judge-plane.ts';
import { judgePoint } from '../../core/query/verdict.ts';
import type { ExampleTask } from './examples.ts';

/** What the examples ask about. */
const LIMIT = 'babar-2014-dark-photon';
const PLANE = 'dark-photon-visible';
const MASS_GEV = 2;
const YEAR = 2020;
const POINTS = [
  [1, 2, 1e-3],
  [2, 2, 1e-5],
] as const;

/**
 * What an example prints, from the catalogue itself and not through the files the example reads: if the two
 * disagree, one of them is wrong.
 */
export function printExample(task: ExampleTask, catalogue: Catalogue): string {
  switch (task) {
    case 'one-limit':
      return printLimit(catalogue);
    case 'combined':
      return printCombined(catalogue);
    case 'everything':
      return printEverything(catalogue);
    case 'scan':
      return printScan(catalogue);
  }
}

function printLimit(catalogue: Catalogue): string {
  const limit = mustGet(catalogue.limits, LIMIT);
  const { table, reference } = limit;
  const column = (name: string): Float64Array => table.numbers.get(name) ?? new Float64Array();
  const [mass, value] = [column('mass'), column('value')];
  const lowest = value.indexOf(Math.min(...value));
  return [
    `${shortLabel(limit, catalogue)}, ${reference}, ${String(table.length)} points`,
    `lowest epsilon ${(value[lowest] ?? NaN).toFixed(6)} at ${(mass[lowest] ?? NaN).toFixed(4)} GeV`,
  ].join('\n');
}

/** What curl prints of one limit: the head of its CSV file, and the first lines of its BibTeX entries. */
export function printLimitFiles(catalogue: Catalogue): string {
  const limit = mustGet(catalogue.limits, LIMIT);
  const entries = listPapers(limit, catalogue).map(({ type, key }) => `@${type}{${key},`);
  return [...limit.table.text.split('\n').slice(0, 4), ...entries].join('\n');
}

function printCombined(catalogue: Catalogue): string {
  const combination = combine(mustGet(catalogue.planes, PLANE), catalogue, 'ee', 'all');
  const found = readEnvelopeAt(combination, MASS_GEV);
  if (found === undefined) return '';
  const { value, limit } = found;
  return `epsilon < ${value.toFixed(6)} at ${MASS_GEV.toFixed(1)} GeV: ${limit.id}, ${limit.reference}`;
}

function printEverything(catalogue: Catalogue): string {
  const recent = [...catalogue.limits.values()].filter(
    (limit) =>
      limit.status === 'observed' &&
      limit.experiment.some((id) => catalogue.experiments.get(id)?.kind === 'ee-collider') &&
      (catalogue.references.get(limit.reference)?.year ?? limit.year ?? 0) >= YEAR,
  );
  return [...Map.groupBy(recent, ({ portal }) => portal)]
    .map(([portal, limits]) => `${portal} ${String(limits.length)}`)
    .toSorted(compareText)
    .join('\n');
}

/** The rows of the query, in order of the point and of the limit. */
function printScan(catalogue: Catalogue): string {
  const judge = makePlaneJudge(catalogue, PLANE);
  return POINTS.flatMap(([id, mass, value]) =>
    judgePoint(judge, mass, value)
      .by.map(
        ({ limit, reference, cl }) => `${String(id)} | ${limit} | ${reference} | ${String(cl)}`,
      )
      .toSorted(compareText),
  ).join('\n');
}
