import type { Column } from '../schema/index.ts';
import { findUnitFactor } from '../units.ts';
import { buildDataset, listExtras } from './build-dataset.ts';
import { chooseCurves, type FitAxis } from './choose-curves.ts';
import type { ColumnFacts } from './column-facts.ts';
import type { Curve } from './curve.ts';
import { decideAxis, listSiblings } from './decide-axis.ts';
import { dropRails, type Decode } from './find-rails.ts';
import { countRows, listSome, makeFindings, type Findings } from './findings.ts';
import { bestFit, fitColumn } from './plausible-reading.ts';
import { settleShape } from './settle-shape.ts';
import type { Dataset, Decisions, PlaneContext, Source, Understanding } from './source.ts';

/**
 * What a limit's files say, and what they leave open. Nothing is guessed: where more than one reading is
 * possible there is a question with the decision that answers it, and no dataset.
 * @param plane where the limit belongs; its quantities and ranges tell which readings are possible
 */
export function understand(
  sources: readonly Source[],
  decisions: Decisions,
  plane?: PlaneContext,
): Understanding {
  const findings = makeFindings();
  for (const { name, format, tables } of sources) {
    const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
    const stated = format === 'columns-text' ? tables[0]?.facts[0] : undefined;
    findings.statements.push({
      about: 'format',
      text: `${name}: ${FORMAT_NAMES[format]}${stated === undefined ? '' : `, ${stated}`}, ${tables.length === 1 ? '' : `${String(tables.length)} tables, `}${countRows(rows)}`,
    });
  }
  const dataset = readDataset(sources, decisions, plane, findings);
  const isComplete = findings.questions.length === 0 && findings.problems.length === 0;
  return { ...findings, ...(isComplete && dataset !== undefined ? { dataset } : {}) };
}

const FORMAT_NAMES: Readonly<Record<Source['format'], string>> = {
  'hepdata-yaml': 'HEPData YAML',
  'hepdata-csv': 'HEPData CSV',
  'hepdata-json': 'HEPData JSON',
  'webplotdigitizer-json': 'WebPlotDigitizer project',
  'webplotdigitizer-tar': 'WebPlotDigitizer project (tar)',
  'webplotdigitizer-csv': 'WebPlotDigitizer CSV',
  'axionlimits-text': 'AxionLimits text',
  'darkcast-lmt': 'Darkcast limit',
  'site-csv': 'table of this site',
  'columns-text': 'text',
};

function readDataset(
  sources: readonly Source[],
  decisions: Decisions,
  plane: PlaneContext | undefined,
  findings: Findings,
): Dataset | undefined {
  const fit = plane === undefined ? undefined : makeFit(plane, decisions);
  const curves = chooseCurves(sources, decisions, fit, findings);
  const [first] = curves;
  if (first === undefined) return undefined;
  tellFacts(curves, sources, findings);
  const facts = curves.flatMap(({ table: { name, facts: stated } }) => [name, ...stated]);
  const query = (name: 'mass' | 'value' | 'parameter') => ({
    name,
    column: factsOf(first, name),
    numbers: curves.flatMap((curve) => readNumbers(curve, name)),
    facts,
    format: sources[first.source]?.format ?? 'columns-text',
  });
  const mass = decideAxis(query('mass'), decisions, plane, findings);
  const value = decideAxis(query('value'), decisions, plane, findings);
  const needsParameter = decisions.shape === 'grid' && first.picks.parameter !== undefined;
  const parameter = needsParameter
    ? decideAxis(query('parameter'), decisions, plane, findings)
    : undefined;
  const decode = makeDecode(mass, value, plane);
  const isMap = decisions.shape === 'grid' || decisions.shape === 'ratio-map';
  if (isMap && !hasThird(first, decisions, findings)) return undefined;
  // Before unit and scale are known, a zero may be the logarithm of one.
  const isDecided = mass !== undefined && value !== undefined;
  const clean =
    isMap || !isDecided
      ? curves
      : curves.map((curve) => dropRails(curve, decode, decisions, findings));
  const short = clean.find(({ points }) => points.length === 0);
  if (short !== undefined) {
    findings.problems.push({
      file: short.file,
      found: 'no row with a mass and a value',
      expected: 'at least one',
      fix: 'choose the right columns, or another table',
    });
    return undefined;
  }
  const shaped = isMap
    ? {
        shape: decisions.shape === 'grid' ? ('grid' as const) : ('ratio-map' as const),
        curves: clean.map((curve) => ({
          curve,
          parts: [curve.points],
          transforms: ['none' as const],
        })),
      }
    : settleShape(clean, decisions, decode, findings);
  if (shaped === undefined || mass === undefined || value === undefined) return undefined;
  if (needsParameter && parameter === undefined) return undefined;
  findImplausible(
    shaped.curves.map(({ curve }) => curve),
    mass,
    value,
    decode,
    plane,
    findings,
  );
  tellExtras(
    shaped.shape,
    shaped.curves.map(({ curve }) => curve),
    findings,
  );
  const dataset = buildDataset(
    shaped,
    { mass, value, ...(parameter === undefined ? {} : { parameter }) },
    decode.mass,
  );
  if (findings.questions.length === 0) tellRows(dataset, sources, findings);
  return dataset;
}

/** What a format states about its numbers; comments of a text are its author's to read. */
function tellFacts(
  curves: readonly Curve[],
  sources: readonly Source[],
  { statements }: Findings,
): void {
  for (const table of new Set(curves.map((curve) => curve.table))) {
    const source = sources.find(({ tables }) => tables.includes(table));
    const isText = source === undefined || TEXT_FORMATS.has(source.format);
    if (isText || table.facts.length === 0) continue;
    const facts = table.facts.map((fact) => (fact.length > 120 ? `${fact.slice(0, 120)}…` : fact));
    statements.push({ about: 'format', text: `${source.name}: ${listSome(facts)}` });
  }
}

const TEXT_FORMATS: ReadonlySet<Source['format']> = new Set([
  'columns-text',
  'site-csv',
  'axionlimits-text',
  'darkcast-lmt',
]);

function factsOf(
  { columns, picks, edge }: Curve,
  name: 'mass' | 'value' | 'parameter',
): ColumnFacts {
  const pick = {
    mass: picks.mass ?? picks.massLow,
    value: picks.value ?? picks[edge ?? 'value'],
    parameter: picks.parameter,
  }[name];
  return (
    columns[pick ?? -1] ?? {
      label: name,
      bare: '',
      isLog10: false,
      isSquared: false,
      isIndependent: false,
    }
  );
}

const readNumbers = ({ points, picks }: Curve, name: 'mass' | 'value' | 'parameter'): number[] =>
  points.map(({ row, massNumber, valueNumber }) =>
    name === 'mass'
      ? massNumber
      : name === 'value'
        ? valueNumber
        : Number(row.cells[picks.parameter ?? -1]),
  );

/** Maps are decided, and have a third column. */
function hasThird({ file, picks }: Curve, { shape }: Decisions, { problems }: Findings): boolean {
  const third = shape === 'grid' ? 'parameter' : 'ratio';
  if (picks[third] !== undefined) return true;
  problems.push({
    file,
    found: `shape ${String(shape)} without a column ${third}`,
    expected: `three columns: mass, ${shape === 'grid' ? 'parameter and value' : 'value (the coupling) and ratio'}`,
    fix: `say which column is the ${third}`,
  });
  return false;
}

/** In the plane's quantities where they are known, else as the file has them. */
function makeDecode(
  mass: Column | undefined,
  value: Column | undefined,
  plane: PlaneContext | undefined,
): Decode {
  const undo = (column: Column | undefined): ((raw: number) => number) => {
    if (column === undefined) return (raw) => raw;
    const unit = plane?.quantities.get(column.quantity)?.unit;
    const factor = findUnitFactor(column.unit, unit ?? 'GeV') ?? 1;
    return (raw) => factor * (column.scale === 'log10' ? 10 ** raw : raw);
  };
  const quantity = value === undefined ? undefined : plane?.quantities.get(value.quantity);
  return { mass: undo(mass), value: undo(value), ...(quantity === undefined ? {} : { quantity }) };
}

/** How far numbers can be the plane's mass, or its value, in the usual units and any quantity it is read in. */
function makeFit(context: PlaneContext, decisions: Decisions): FitAxis {
  return (name, column, numbers) => {
    const isLog =
      decisions[`${name}Scale`] === 'log10' || column.isLog10 || numbers.some((value) => value < 0);
    const decoded = isLog ? numbers.map((value) => 10 ** value) : numbers;
    return bestFit(
      listSiblings(name, context).flatMap((quantity) => {
        // Hardly anybody writes masses of colliders in eV or TeV: every number would be possible.
        const usual = quantity.units.filter((unit) => {
          const factor = findUnitFactor(unit, quantity.unit) ?? 0;
          return factor <= 1 && factor >= 0.9e-3;
        });
        return (column.unit === undefined ? usual : [column.unit]).map((unit) =>
          fitColumn({ quantity: quantity.id, unit }, decoded, name, context),
        );
      }),
    );
  };
}

function findImplausible(
  curves: readonly Curve[],
  mass: Column,
  value: Column,
  decode: Decode,
  plane: PlaneContext | undefined,
  { problems }: Findings,
): void {
  for (const [name, column] of [
    ['mass', mass],
    ['value', value],
  ] as const) {
    const quantity = plane?.quantities.get(column.quantity);
    if (quantity === undefined) continue;
    const [lowest, highest] = quantity.plausible;
    const read = name === 'mass' ? decode.mass : decode.value;
    for (const { file, points } of curves) {
      const bad = points.find((point) => {
        const number = read(point[`${name}Number`]);
        return !(number >= lowest && number <= highest) && !(number === 0 && name === 'mass');
      });
      if (bad === undefined) continue;
      const unit = quantity.unit === '1' ? '' : ` ${quantity.unit}`;
      problems.push({
        file,
        line: bad.row.line,
        found: `${name} ${bad[name]}, which is ${String(Number(read(bad[`${name}Number`]).toPrecision(6)))}${unit}`,
        expected: `${quantity.id} between ${String(lowest)} and ${String(highest)}${unit}`,
        fix: `check the column, its unit (${name}Unit) and its scale (${name}Scale); rows that stand for no limit are left out with rails: drop`,
      });
      break;
    }
  }
}

/** Bands that some rows lack cannot be written. */
function tellExtras(
  shape: Dataset['shape'],
  curves: readonly Curve[],
  { statements }: Findings,
): void {
  const written = new Set<string>(listExtras(shape, curves));
  const lost = (['expected', 'lo1', 'hi1', 'lo2', 'hi2'] as const).filter(
    (role) => curves.some(({ picks }) => picks[role] !== undefined) && !written.has(role),
  );
  if (lost.length > 0)
    statements.push({
      about: 'columns',
      text: `${lost.join(', ')} cannot be written: ${shape === 'one-sided' ? 'some rows have no number there' : `a limit of shape ${shape} has no such columns`}`,
    });
}

function tellRows(dataset: Dataset, sources: readonly Source[], { statements }: Findings): void {
  for (const { source, accounting } of dataset.raw) {
    const { role, rows, kept, dropped, written } = accounting;
    const reasons = dropped.map((group) => `${countRows(group.rows)} left out (${group.why})`);
    statements.push({
      about: 'rows',
      text: `${sources[source]?.name ?? ''} as ${role}: ${[`${countRows(rows)} found`, `${String(kept)} kept`, ...reasons, `${String(written)} written`].join(', ')}`,
    });
  }
  for (const { from, to, why } of dataset.gaps)
    statements.push({
      about: 'gaps',
      text: `gap from ${String(from)} to ${String(to)} GeV: ${why}`,
    });
  statements.push({
    about: 'range',
    text: `masses from ${String(dataset.massRange[0])} to ${String(dataset.massRange[1])} GeV`,
  });
}
