import type { FigureSpec, Point } from '../../figure/figure-spec.ts';
import { cleanText } from './clean-text.ts';
import { describeDrawn, describeNumbers, describeView } from './describe-take-away.ts';
import {
  type FigureCurve,
  type FigurePart,
  listCurves,
  type PartRole,
  ROLES,
} from './figure-curves.ts';
import type { TakeAwayContext } from './take-away-context.ts';
import { writeDigits } from './write-number.ts';

const HEADER = 'limit,label,part,role,x,y';

/**
 * A figure as one table, a row per point: `#` lines say what it is, then
 * `limit,label,part,role,x,y` in the units of the axes. Numbers have at most twelve digits.
 */
export function writeFigureCsv(spec: FigureSpec, context: TakeAwayContext): string {
  const rows = listCurves(spec).flatMap(({ id, label, parts }) => {
    const name = `${writeCell(id)},${writeCell(label)}`;
    return parts.flatMap(({ part, role, points }) =>
      points.map(([x, y]) => `${name},${String(part)},${role},${writeDigits(x)},${writeDigits(y)}`),
    );
  });
  const comments = [
    ...describeView(spec, context),
    describeNumbers(spec, 'line'),
    ...describeDrawn(spec, context),
  ].map((line) => `# ${disarm(cleanText(line))}`);
  return [...comments, HEADER, ...rows, ''].join('\n');
}

/** Characters that make a spreadsheet compute a cell, also in their wide forms. */
const FORMULA = '=+\\-@＝＋－＠';
const STARTS_FORMULA = new RegExp(`^'*[${FORMULA}]`, 'u');

/** Text as a cell: a leading apostrophe keeps spreadsheets from computing it, quotes keep it one cell. */
function writeCell(text: string): string {
  const clean = disarm(cleanText(text));
  const safe = STARTS_FORMULA.test(clean) ? `'${clean}` : clean;
  return /[",;#'|]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A spreadsheet cuts comments into cells too, and quoted cells where it expects other separators:
 * nothing it may take for a cell begins a formula.
 */
export const disarm = (text: string): string =>
  text.replaceAll(new RegExp(`([,;|][\\s"']*)(?=[${FORMULA}])`, 'gu'), "$1'");

/** What `writeFigureCsv` wrote. Limits without any point left no row. */
export interface FigureCsv {
  /** Without their mark. */
  readonly comments: readonly string[];
  readonly curves: readonly FigureCurve[];
}

type ReadPart = Omit<FigurePart, 'points'> & { readonly points: Point[] };

/**
 * Reads a figure's table back.
 * @throws SyntaxError with the line where it is not such a table
 */
export function readFigureCsv(text: string): FigureCsv {
  const comments: string[] = [];
  const curves = new Map<string, { id: string; label: string; parts: ReadPart[] }>();
  let hasHeader = false;
  for (const [i, line] of text.split('\n').entries()) {
    const fail = (found: string): SyntaxError =>
      new SyntaxError(`Line ${String(i + 1)} of a figure's table: ${found}.`);
    if (line.startsWith('#')) comments.push(line.slice(1).trimStart());
    else if (!hasHeader) {
      if (line !== HEADER) throw fail(`expected the header ${HEADER}`);
      hasHeader = true;
    } else if (line !== '') {
      const cells = splitCells(line);
      const [id = '', label = '', part = '', role = '', x = '', y = ''] = cells;
      if (cells.length !== 6) throw fail(`expected 6 cells, found ${String(cells.length)}`);
      if (!isRole(role)) throw fail(`"${role}" is none of ${ROLES.join(', ')}`);
      const point: Point = [Number(x), Number(y)];
      if (x === '' || y === '' || point.some(Number.isNaN)) throw fail('expected two numbers');
      const curve = curves.get(id) ?? { id: unquote(id), label: unquote(label), parts: [] };
      curves.set(id, curve);
      const last = curve.parts.at(-1);
      if (last?.part === Number(part) && last.role === role) last.points.push(point);
      else curve.parts.push({ part: Number(part), role, points: [point] });
    }
  }
  return { comments, curves: [...curves.values()] };
}

const isRole = (text: string): text is PartRole => (ROLES as readonly string[]).includes(text);

const unquote = (text: string): string => (STARTS_FORMULA.test(text) ? text.slice(1) : text);

function splitCells(line: string): string[] {
  const cells: string[] = [];
  let at = 0;
  do {
    const quoted = /^"((?:[^"]|"")*)"/u.exec(line.slice(at));
    const length = quoted?.[0].length ?? /^[^,]*/u.exec(line.slice(at))?.[0].length ?? 0;
    cells.push(quoted?.[1]?.replaceAll('""', '"') ?? line.slice(at, at + length));
    at += length + 1;
  } while (at <= line.length);
  return cells;
}
