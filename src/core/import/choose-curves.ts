import { readColumnFacts, type ColumnFacts, type ColumnRole } from './column-facts.ts';
import { takePoints, type Curve, type Picks } from './curve.ts';
import type { Findings } from './findings.ts';
import type { Fit } from './plausible-reading.ts';
import type { Decisions, Source, SourceTable } from './source.ts';

interface Chosen {
  readonly source: number;
  readonly file: string;
  readonly table: SourceTable;
}

/** How far the numbers of one column lie on the plane's axis; tells exchanged columns. */
export type FitAxis = (
  axis: 'mass' | 'value',
  column: ColumnFacts,
  numbers: readonly number[],
) => Fit;

/**
 * The curves to be written: which tables, which columns, which edge. What the files leave open is asked;
 * then there are no curves.
 */
export function chooseCurves(
  sources: readonly Source[],
  decisions: Decisions,
  fit: FitAxis | undefined,
  findings: Findings,
): readonly Curve[] {
  const tables = chooseTables(sources, decisions, findings);
  if (tables === undefined) return [];
  const curves = tables.map((chosen) => chooseColumns(chosen, decisions, fit, findings));
  if (curves.some((curve) => curve === undefined)) return [];
  const all = curves.flatMap((curve) => curve ?? []);
  return tables.length % 2 === 0 && all.every(({ edge }) => edge === undefined)
    ? pairEdges(all, decisions, findings)
    : all;
}

function chooseTables(
  sources: readonly Source[],
  { table: decided }: Decisions,
  { questions, problems }: Findings,
): readonly Chosen[] | undefined {
  const all = sources.flatMap(({ name, tables }, source) =>
    tables.map((table): Chosen => ({ source, file: name, table })),
  );
  const [first] = all;
  if (first === undefined) return undefined;
  if (decided !== undefined) {
    // A name may hold a comma itself: whole names come first.
    const wanted = all.some(({ table }) => table.name === decided)
      ? [decided]
      : decided.split(',').map((name) => name.trim());
    const found = wanted.flatMap((name) => all.find(({ table }) => table.name === name) ?? []);
    if (found.length === wanted.length) return found;
    problems.push({
      file: first.file,
      found: `no table “${wanted.find((name) => !all.some(({ table }) => table.name === name)) ?? decided}”`,
      expected: `one of ${all.map(({ table }) => `“${table.name}”`).join(', ')}`,
      fix: 'name one of them, or several separated by commas',
    });
    return undefined;
  }
  if (sources.every(({ tables }) => tables.length === 1)) return all;
  if (all.length === 2 && all.every(({ table, file }) => findEdge(table.name, file) !== undefined))
    return all;
  questions.push({
    decision: 'table',
    text: `Which table holds the limit? There are ${String(all.length)}: ${all
      .slice(0, 20)
      .map(({ table }) => `“${table.name}” (${String(table.rows.length)} rows)`)
      .join(', ')}${all.length > 20 ? ', …' : ''}.`,
    choices: all.map(({ table }) => table.name),
  });
  return undefined;
}

function chooseColumns(
  { source, file, table }: Chosen,
  decisions: Decisions,
  fit: FitAxis | undefined,
  findings: Findings,
): Curve[] | undefined {
  const { statements, questions, problems } = findings;
  const columns = table.columns.map(readColumnFacts);
  const outside = Object.entries({
    ...decisions.columns,
    mass: decisions.massColumn,
    value: decisions.valueColumn,
  }).find(
    ([, column]) =>
      column !== undefined && (column < 1 || column > columns.length || !Number.isInteger(column)),
  );
  if (outside !== undefined) {
    problems.push({
      file,
      found: `column ${String(outside[1])} for ${outside[0]}`,
      expected: `a column from 1 to ${String(columns.length)}`,
      fix: 'columns are counted from one',
    });
    return undefined;
  }
  const picks = pickByName(columns, decisions);
  const rest = columns.flatMap((_, i) => (Object.values(picks).includes(i) ? [] : [i]));
  const base = { source, file, table, columns };
  const hasMass =
    picks.mass !== undefined || (picks.massLow !== undefined && picks.massHigh !== undefined);
  const hasValue =
    picks.value !== undefined || (picks.lower !== undefined && picks.upper !== undefined);
  let full: Picks | undefined;
  if (hasMass && hasValue) full = picks;
  else if (hasMass) {
    const [only] = rest;
    if (only !== undefined && rest.length === 1) full = { ...picks, value: only };
    else if (picks.expected !== undefined && rest.length === 0) {
      const { expected, ...others } = picks;
      full = { ...others, value: expected };
    } else
      questions.push({
        decision: 'valueColumn',
        text: `Which column is the limit? ${tellColumns(columns)}`,
        choices: (rest.length > 0 ? rest : columns.map((_, i) => i)).map((i) => String(i + 1)),
      });
  } else if (hasValue && rest.length === 1) full = { ...picks, mass: rest[0] ?? 0 };
  else if (columns.length === 2 && Object.keys(picks).length === 0)
    full = orderTwo(columns, table, fit, findings);
  else
    questions.push({
      decision: 'massColumn',
      text: `Which column is the mass? ${tellColumns(columns)} For bins without a centre, say massLow and massHigh instead.`,
      choices: columns.map((_, i) => String(i + 1)),
    });
  if (full === undefined) return undefined;
  const used = Object.entries(full).map(
    ([role, column]) => `${columns[column]?.label ?? ''} is ${ROLE_NAMES[role as ColumnRole]}`,
  );
  const unused = columns.filter((_, i) => !Object.values(full).includes(i));
  statements.push({
    about: 'columns',
    text: `${file}: ${used.join(', ')}${unused.length === 0 ? '' : `; not used: ${unused.map(({ label }) => label).join(', ')}`}`,
  });
  const { lower, upper } = full;
  if (lower !== undefined && upper !== undefined && full.value === undefined)
    return [
      takePoints({ ...base, picks: full, edge: 'lower' }, lower),
      takePoints({ ...base, picks: full, edge: 'upper' }, upper),
    ];
  return [takePoints({ ...base, picks: full }, full.value ?? 0)];
}

const ROLE_NAMES: Readonly<Record<ColumnRole, string>> = {
  mass: 'the mass',
  massLow: 'the lower edge of the mass bin',
  massHigh: 'the upper edge of the mass bin',
  value: 'the value',
  expected: 'the expected limit',
  lo1: 'the expected limit −1σ',
  hi1: 'the expected limit +1σ',
  lo2: 'the expected limit −2σ',
  hi2: 'the expected limit +2σ',
  lower: 'the lower edge',
  upper: 'the upper edge',
  parameter: 'the parameter',
  ratio: 'the ratio',
};

const isRole = (text: string): text is ColumnRole => Object.hasOwn(ROLE_NAMES, text);

/** Columns that were decided or say themselves what they are. A lone edge is a value; of two values none is taken. */
function pickByName(columns: readonly ColumnFacts[], decisions: Decisions): Picks {
  const picks: Partial<Record<ColumnRole, number>> = {};
  for (const [role, column] of Object.entries(decisions.columns ?? {}))
    if (isRole(role)) picks[role] = column - 1;
  if (decisions.massColumn !== undefined) picks.mass = decisions.massColumn - 1;
  if (decisions.valueColumn !== undefined) picks.value = decisions.valueColumn - 1;
  const free = columns
    .map((facts, i) => ({ facts, i }))
    .filter(({ i }) => !Object.values(picks).includes(i));
  const take = (
    role: ColumnRole,
    among = free.filter(({ facts }) => facts.role === role),
  ): void => {
    const [one] = among;
    if (picks[role] === undefined && one !== undefined && among.length === 1) picks[role] = one.i;
  };
  for (const role of [
    'mass',
    'massLow',
    'massHigh',
    'expected',
    'lo1',
    'hi1',
    'lo2',
    'hi2',
    'parameter',
    'ratio',
  ] as const)
    take(role);
  if (
    picks.mass !== undefined &&
    (picks.massLow === undefined) !== (picks.massHigh === undefined)
  ) {
    delete picks.massLow;
    delete picks.massHigh;
  }
  if (picks.lo1 === undefined || picks.hi1 === undefined) {
    delete picks.lo1;
    delete picks.hi1;
  }
  if (picks.lo2 === undefined || picks.hi2 === undefined) {
    delete picks.lo2;
    delete picks.hi2;
  }
  if (picks.value !== undefined) return picks;
  const edges = free.filter(({ facts }) => facts.role === 'lower' || facts.role === 'upper');
  const observed = free.filter(({ facts }) => /\bobs(?:erved)?\b/iu.test(facts.bare));
  if (edges.length === 2) {
    take('lower');
    take('upper');
  } else if (observed.length === 1) take('value', observed);
  else {
    const values = free.filter(({ facts }) => facts.role === 'value');
    take('value', values.length === 0 ? edges : values);
  }
  return picks;
}

/**
 * Which of two nameless columns is the mass. The first, as nearly always, where the plane or the order of the rows
 * speaks for it and nothing against; the second only where the first cannot be.
 */
function orderTwo(
  columns: readonly ColumnFacts[],
  table: SourceTable,
  fit: FitAxis | undefined,
  { statements, questions }: Findings,
): Picks | undefined {
  const numbers = columns.map((_, i) =>
    table.rows.flatMap(({ cells }) =>
      cells[i] === '' || cells[i] === undefined ? [] : [Number(cells[i])],
    ),
  );
  const [first = 0, second = 0] = numbers.map(measureOrder);
  const rate = (mass: number, value: number): number => {
    const [m, v] = [columns[mass], columns[value]];
    if (fit === undefined || m === undefined || v === undefined) return RANKS.partly;
    return Math.min(
      RANKS[fit('mass', m, numbers[mass] ?? [])],
      RANKS[fit('value', v, numbers[value] ?? [])],
    );
  };
  const [straight, exchanged] = [rate(0, 1), rate(1, 0)];
  const say = (text: string, picks: Picks): Picks => {
    statements.push({ about: 'columns', text: `the columns have no names: ${text}` });
    return picks;
  };
  if (straight === RANKS.off && exchanged > straight)
    return say('with the mass first the numbers would lie outside the plane', {
      mass: 1,
      value: 0,
    });
  if (exchanged === RANKS.off && straight > exchanged)
    return say('with the mass second the numbers would lie outside the plane', {
      mass: 0,
      value: 1,
    });
  if (straight >= exchanged && first > 0.9 && second < 0.75)
    return say('only the first is in order, as masses of a curve are', { mass: 0, value: 1 });
  if (straight > exchanged && second <= first + 0.05)
    return say('with the mass second a part of the numbers would lie outside the plane', {
      mass: 0,
      value: 1,
    });
  questions.push({
    decision: 'massColumn',
    text: `Which column is the mass? Nothing in the file says so. ${tellColumns(columns)}`,
    choices: ['1', '2'],
  });
  return undefined;
}

const RANKS = { off: 0, partly: 1, on: 2 } as const;

/** Share of the steps that go the way most of them go: one for numbers in order, a half for none. */
function measureOrder(numbers: readonly number[]): number {
  let [up, down] = [0, 0];
  for (const [i, value] of numbers.entries()) {
    const before = numbers[i - 1] ?? value;
    if (value > before) up += 1;
    if (value < before) down += 1;
  }
  return up + down === 0 ? 0 : Math.max(up, down) / (up + down);
}

const tellColumns = (columns: readonly ColumnFacts[]): string =>
  `There are ${columns.map(({ label }) => label).join(', ')}.`;

const findEdge = (table: string, file: string): 'lower' | 'upper' | undefined => {
  const find = (text: string): 'lower' | 'upper' | undefined =>
    /(?:^|[^a-z])(?:lower|bottom|low|lo|floor)(?:[^a-z]|$)|lowerlimit|lowerbound/iu.test(text)
      ? 'lower'
      : /(?:^|[^a-z])(?:upper|top|up|hi|high|ceiling)(?:[^a-z]|$)|upperlimit|upperbound/iu.test(
            text,
          )
        ? 'upper'
        : undefined;
  return find(table) ?? find(file);
};

/** Tables called lower and upper, bottom and top, are the edges of regions, pair by pair. */
function pairEdges(
  curves: readonly Curve[],
  { shape }: Decisions,
  { statements }: Findings,
): readonly Curve[] {
  const [first, second] = curves;
  if (first === undefined || second === undefined) return curves;
  if (shape !== undefined && shape !== 'interval' && shape !== 'band') return curves;
  const names = curves.map(({ table, file }) => findEdge(table.name, file));
  const isNamed =
    names.filter((edge) => edge === 'lower').length === curves.length / 2 &&
    names.filter((edge) => edge === 'upper').length === curves.length / 2;
  const isLower = isNamed || curves.length > 2 ? undefined : compareEdges(first, second);
  if (!isNamed && (shape === undefined || isLower === undefined)) return curves;
  const edges = isNamed
    ? names
    : isLower === true
      ? (['lower', 'upper'] as const)
      : (['upper', 'lower'] as const);
  const isOneFile = new Set(curves.map(({ file }) => file)).size === 1;
  const describe = ({ table, file }: Curve): string => (isOneFile ? `“${table.name}”` : file);
  const list = (edge: 'lower' | 'upper'): string =>
    curves
      .filter((_, i) => edges[i] === edge)
      .map(describe)
      .join(', ');
  statements.push({
    about: 'shape',
    text: `${list('lower')} ${curves.length === 2 ? 'is the lower edge' : 'are lower edges'} and ${list('upper')} ${curves.length === 2 ? 'the upper edge' : 'upper edges, in this order'}, ${isNamed ? 'by their names' : 'by their values'}`,
  });
  const seen = { lower: 0, upper: 0 };
  return curves.map((curve, i): Curve => {
    const edge = edges[i] ?? 'lower';
    return { ...curve, edge, region: seen[edge]++ };
  });
}

/** True where the first lies below the second at the masses they share; undefined where they cross or never meet. */
function compareEdges(first: Curve, second: Curve): boolean | undefined {
  const sorted = second.points.toSorted((a, b) => a.massNumber - b.massNumber);
  const signs = new Set<boolean>();
  // A few hundred comparisons tell as much as all of a long table.
  const every = Math.ceil(first.points.length / 500);
  for (const [i, { massNumber, valueNumber }] of first.points.entries()) {
    if (i % every !== 0) continue;
    const next = sorted.findIndex((point) => point.massNumber >= massNumber);
    const [before, after] = [sorted[next - 1], sorted[next]];
    if (before === undefined || after === undefined) continue;
    const [low, high] = [before.valueNumber, after.valueNumber].toSorted((a, b) => a - b);
    if (valueNumber < (low ?? 0)) signs.add(true);
    else if (valueNumber > (high ?? 0)) signs.add(false);
  }
  return signs.size === 1 ? signs.has(true) : undefined;
}
