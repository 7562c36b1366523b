import type { Shape, Transform } from '../schema/index.ts';
import { dropPoints, type Curve, type RawPoint } from './curve.ts';
import { countRows, listSome, type Findings } from './findings.ts';
import { findGaps, readGapWindows, type GapWindow } from './find-gaps.ts';
import type { Decode } from './find-rails.ts';
import type { Decisions } from './source.ts';

/** A curve in the order of the CSV, cut into its parts. */
export interface ShapedCurve {
  readonly curve: Curve;
  /** Segments, or rings. */
  readonly parts: readonly (readonly RawPoint[])[];
  readonly transforms: readonly Transform[];
}

export interface Shaped {
  readonly shape: Shape;
  readonly curves: readonly ShapedCurve[];
}

const REPEATS = 'repeats the row before';
const INSIDE_STEP = 'between the first and last of several rows at one mass, on a vertical step';
const NO_POINTS = 'no points in the source';

type Order = 'up' | 'down' | 'closed' | 'out-and-back' | 'jagged';

/**
 * The shape of the curves, their parts in the order of the CSV; undefined where it has to be asked first.
 */
export function settleShape(
  curves: readonly Curve[],
  decisions: Decisions,
  { mass: decodeMass, value: decodeValue }: Decode,
  findings: Findings,
): Shaped | undefined {
  const distinct = curves.map((curve) => dropRepeats(curve, findings));
  const shape = decideShape(distinct, decisions, decodeValue, findings);
  if (shape === undefined) return undefined;
  if (shape === 'contour') return closeRings(distinct, decisions, findings);
  if (shape === 'points') return shapePoints(distinct, findings);
  return shapeFunctions(shape, distinct, decisions, decodeMass, findings);
}

function dropRepeats(curve: Curve, { statements }: Findings): Curve {
  const { points } = curve;
  const after = dropPoints(
    curve,
    ({ massNumber, valueNumber, breakWhy }, i) =>
      breakWhy === undefined &&
      points[i - 1]?.massNumber === massNumber &&
      points[i - 1]?.valueNumber === valueNumber,
    REPEATS,
    false,
  );
  const dropped = points.length - after.points.length;
  if (dropped > 0)
    statements.push({
      about: 'rows',
      text: `${curve.file}: ${countRows(dropped)} left out: ${dropped === 1 ? 'it repeats' : 'each repeats'} the row before`,
    });
  return after;
}

function decideShape(
  curves: readonly Curve[],
  decisions: Decisions,
  decodeValue: (raw: number) => number,
  { statements, questions, problems }: Findings,
): Shape | undefined {
  const say = (shape: Shape, why: string): Shape => {
    statements.push({ about: 'shape', text: `${shape}: ${why}` });
    return shape;
  };
  const hasEdges = curves.length > 1 && curves.every(({ edge }) => edge !== undefined);
  const decided = decisions.shape;
  if ((decided === 'interval' || decided === 'band') && !hasEdges) {
    problems.push({
      file: curves[0]?.file ?? '',
      found: `shape ${decided} and no two edges`,
      expected: 'a lower and an upper edge: two columns, two tables or two files',
      fix: 'say which columns are lower and upper, or give both files',
    });
    return undefined;
  }
  if (decided !== undefined) return say(decided, 'as decided');
  if (hasEdges) return say('interval', 'excluded between a lower and an upper edge');
  const orders = curves.flatMap((curve) => listStrands(curve).map(findOrder));
  const [order] = orders;
  const isZigzag = orders.length === 1 && curves.some(({ points }) => zigzags(points, decodeValue));
  if (!isZigzag && orders.length === 1 && (order === 'up' || order === 'down'))
    return say('one-sided', 'a function of mass');
  if (orders.every((one) => one === 'closed'))
    return say(
      'contour',
      `${orders.length === 1 ? 'a closed outline: the last row is' : 'closed outlines: each last row is'} the first one again`,
    );
  const manyChoices =
    curves.length === 2 ? ['interval', 'one-sided', 'contour'] : ['one-sided', 'contour'];
  questions.push(
    orders.length > 1
      ? {
          decision: 'shape',
          text: `There are ${String(orders.length)} curves. Two edges of one region (interval), segments of one limit (one-sided), or outlines (contour)?`,
          choices: manyChoices,
        }
      : {
          decision: 'shape',
          text: isZigzag
            ? 'The value jumps up and down from row to row by more than a factor of two: a curve with large fluctuations (one-sided), or the two edges of a region in order of mass (contour; put the rows in the order of the outline first)?'
            : order === 'jagged'
              ? 'The masses go back and forth: a function of mass read out of order (one-sided; rows are sorted), or an outline (contour)?'
              : 'The masses go out and come back, without the first row again at the end: an outline (contour), or a function of mass (one-sided; rows are sorted)?',
          choices:
            isZigzag || order === 'jagged' ? ['one-sided', 'contour'] : ['contour', 'one-sided'],
        },
  );
  return undefined;
}

/** Stretches between blank lines where they are curves of their own, else the curve as a whole. */
function listStrands({ points }: Curve): readonly (readonly RawPoint[])[] {
  const whole = findOrder(points);
  const blocks = cutAtBreaks(points);
  // A curve with a blank line after every row has no blocks.
  if (whole === 'up' || whole === 'down' || blocks.every(({ length }) => length === 1))
    return [points];
  return blocks;
}

function cutAtBreaks(points: readonly RawPoint[]): RawPoint[][] {
  const parts: RawPoint[][] = [];
  for (const point of points) {
    if (point.breakWhy !== undefined || parts.length === 0) parts.push([]);
    parts.at(-1)?.push(point);
  }
  return parts;
}

function findOrder(points: readonly RawPoint[]): Order {
  const [first, last] = [points[0], points.at(-1)];
  const steps = points
    .slice(1)
    .map(({ massNumber }, i) => Math.sign(massNumber - (points[i]?.massNumber ?? NaN)));
  if (steps.every((step) => step >= 0)) return 'up';
  if (steps.every((step) => step <= 0)) return 'down';
  if (
    points.length > 3 &&
    first?.massNumber === last?.massNumber &&
    first?.valueNumber === last?.valueNumber
  )
    return 'closed';
  const moving = steps.filter((step) => step !== 0);
  const turns = moving.filter((step, i) => i > 0 && step !== moving[i - 1]).length;
  return turns <= 2 ? 'out-and-back' : 'jagged';
}

/** A turn counts with a factor of two on either side. */
const TURN = Math.log(2);

/** True where the values turn often and far, as those of two edges do when they stand in order of mass. */
function zigzags(points: readonly RawPoint[], decodeValue: (raw: number) => number): boolean {
  const logs = points.map(({ valueNumber }) => Math.log(decodeValue(valueNumber)));
  const turns = logs.filter((here, i) => {
    const [before = NaN, after = NaN] = [logs[i - 1], logs[i + 1]].map(
      (log) => here - (log ?? NaN),
    );
    return before * after > 0 && Math.min(Math.abs(before), Math.abs(after)) > TURN;
  });
  return turns.length >= 3 && turns.length > points.length / 10;
}

/** More outlines are no published region. */
const MOST_RINGS = 500;

function closeRings(
  curves: readonly Curve[],
  decisions: Decisions,
  { statements, questions, problems }: Findings,
): Shaped | undefined {
  const rings = curves.map((curve) => ({ curve, parts: listStrands(curve) }));
  const count = rings.reduce((sum, { parts }) => sum + parts.length, 0);
  if (count > MOST_RINGS) {
    problems.push({
      file: curves[0]?.file ?? '',
      found: `${String(count)} outlines`,
      expected: `at most ${String(MOST_RINGS)}`,
      fix: 'leave out the blank lines that part the outlines, or import the outlines that matter',
    });
    return undefined;
  }
  const open = rings.flatMap(({ curve, parts }) =>
    parts.filter((ring) => !isClosed(ring)).map((ring) => ({ curve, ring })),
  );
  const small = rings.flatMap(({ curve, parts }) =>
    parts.filter(({ length }) => length < 3).map((ring) => ({ curve, ring })),
  )[0];
  if (small !== undefined) {
    const { row } = small.ring[0] ?? {};
    problems.push({
      file: small.curve.file,
      ...(row === undefined ? {} : { line: row.line }),
      found: `an outline of ${countRows(small.ring.length)}`,
      expected: 'at least three corners',
      fix: 'choose another shape, or complete the outline',
    });
    return undefined;
  }
  if (open.length > 0 && decisions.close !== 'yes') {
    if (decisions.close === 'no')
      problems.push({
        file: open[0]?.curve.file ?? '',
        found: 'an outline that stays open',
        expected: 'a contour ends where it begins',
        fix: 'close it, or choose another shape (one-sided, line)',
      });
    else
      questions.push({
        decision: 'close',
        text: `${open.length === 1 ? 'The outline does' : `${String(open.length)} outlines do`} not end where ${open.length === 1 ? 'it begins' : 'they begin'} (${listSome(
          open.map(
            ({ ring }) => `lines ${String(ring[0]?.row.line)} to ${String(ring.at(-1)?.row.line)}`,
          ),
        )}): close by a straight line from the last row to the first?`,
        choices: ['yes', 'no'],
      });
    return undefined;
  }
  if (open.length > 0)
    statements.push({
      about: 'shape',
      text: `${open.length === 1 ? 'the outline is' : 'the outlines are'} closed by repeating the first row`,
    });
  return {
    shape: 'contour',
    curves: rings.map(({ curve, parts }) => ({
      curve,
      parts: parts.map((ring) => (isClosed(ring) ? ring : [...ring, ...ring.slice(0, 1)])),
      transforms: parts.every(isClosed) ? ['none'] : ['close-ring'],
    })),
  };
}

const isClosed = (ring: readonly RawPoint[]): boolean =>
  ring.length > 1 &&
  ring[0]?.massNumber === ring.at(-1)?.massNumber &&
  ring[0]?.valueNumber === ring.at(-1)?.valueNumber;

function shapePoints(
  curves: readonly Curve[],
  { statements, problems }: Findings,
): Shaped | undefined {
  const [curve] = curves;
  if (curve === undefined || curves.length > 1) {
    problems.push({
      file: curve?.file ?? '',
      found: `${String(curves.length)} curves`,
      expected: 'one table of points',
      fix: 'import one table, or choose another shape',
    });
    return undefined;
  }
  const { points, transforms } = sortPoints(curve.points, curve.file, statements);
  const twice = points.find(({ massNumber }, i) => massNumber === points[i - 1]?.massNumber);
  if (twice !== undefined) {
    problems.push({
      file: curve.file,
      line: twice.row.line,
      found: `a second row at mass ${twice.mass}`,
      expected: 'each tested mass once',
      fix: 'choose another shape, or leave one of the rows out of the file',
    });
    return undefined;
  }
  return { shape: 'points', curves: [{ curve, parts: [points], transforms }] };
}

function sortPoints(
  points: readonly RawPoint[],
  file: string,
  statements: Findings['statements'],
): { readonly points: readonly RawPoint[]; readonly transforms: readonly Transform[] } {
  const order = findOrder(points);
  if (order === 'up') return { points, transforms: ['none'] };
  statements.push({
    about: 'rows',
    text: `${file}: ${order === 'down' ? 'the masses go down' : 'the masses are out of order'}: the rows are sorted by mass`,
  });
  // Turned round, the two rows of a step and the rows beside a break change places.
  if (order === 'down') return { points: turnRound(points), transforms: ['sort'] };
  return { points: points.toSorted((a, b) => a.massNumber - b.massNumber), transforms: ['sort'] };
}

/** The points from last to first; a break stands before the row that now comes second. */
function turnRound(points: readonly RawPoint[]): RawPoint[] {
  return points.toReversed().map((point, i, turned) => {
    const before = turned[i - 1]?.breakWhy;
    const { breakWhy: _, ...rest } = point;
    return before === undefined ? rest : { ...rest, breakWhy: before };
  });
}

function shapeFunctions(
  shape: Shape,
  curves: readonly Curve[],
  decisions: Decisions,
  decodeMass: (raw: number) => number,
  findings: Findings,
): Shaped | undefined {
  const { statements, questions, problems } = findings;
  const windows = decisions.gaps === undefined ? undefined : readGapWindows(decisions.gaps);
  if (decisions.gaps !== undefined && windows === undefined) {
    problems.push({
      file: 'gaps',
      found: decisions.gaps,
      expected: 'none, or windows of mass in the unit of the file, like 3.0..3.2,3.6..3.7',
      fix: 'write two dots between the ends and a comma between windows',
    });
    return undefined;
  }
  const shaped = curves.map((curve) => {
    const strands = listStrands(curve).map((strand) => sortPoints(strand, curve.file, statements));
    const thinned = thinSteps(
      curve,
      strands.map(({ points }) => points),
      statements,
    );
    const isSorted = strands.some(({ transforms }) => transforms.includes('sort'));
    return { ...thinned, transforms: isSorted ? (['sort'] as const) : (['none'] as const) };
  });
  const candidates = shaped.flatMap(({ curve, strands }) =>
    strands.flatMap((points) => findGaps(points, decodeMass)).map((gap) => ({ gap, curve })),
  );
  if (candidates.length > 0 && windows === undefined) {
    const found = [...new Set(candidates.map(({ gap: { from, to } }) => `${from}..${to}`))];
    questions.push({
      decision: 'gaps',
      text: `${found.length === 1 ? 'One step in mass is' : `${String(found.length)} steps in mass are`} much larger than those around: ${listSome(
        candidates.map(({ gap: { from, to, line } }) => `${from} to ${to} (line ${String(line)})`),
      )}. Gaps without a limit, or does the curve go on across (none)?`,
      choices: ['none', found.join(',')],
    });
    return undefined;
  }
  const cut = shaped.map(({ curve, strands, transforms }) => ({
    curve,
    parts: strands.flatMap((points) => cutAtBreaks(cutAtWindows(points, windows ?? []))),
    transforms,
  }));
  const missed = (windows ?? []).find(({ from, to }) =>
    shaped.every(({ strands }) =>
      strands.every((points) => !points.some((_, i) => isAcross(points, i, from, to))),
    ),
  );
  if (missed !== undefined) {
    problems.push({
      file: 'gaps',
      found: `${String(missed.from)}..${String(missed.to)}, with rows inside or none beyond`,
      expected: 'a window between two neighbouring rows',
      fix: 'give the masses of the rows on either side, in the unit of the file',
    });
    return undefined;
  }
  if (windows !== undefined)
    statements.push({
      about: 'gaps',
      text:
        windows.length === 0
          ? 'no gaps, as decided'
          : `${windows.length === 1 ? '1 gap' : `${String(windows.length)} gaps`}, as decided`,
    });
  const uneven = cut.find(({ curve, parts }) =>
    cut.some(
      (other) =>
        (other.curve.region ?? 0) === (curve.region ?? 0) && other.parts.length !== parts.length,
    ),
  );
  if ((shape === 'interval' || shape === 'band') && uneven !== undefined) {
    problems.push({
      file: uneven.curve.file,
      found: `edges in ${cut.map(({ parts }) => String(parts.length)).join(' and ')} stretches`,
      expected: 'as many stretches of the lower as of the upper edge',
      fix: 'say the gaps, or import each stretch on its own',
    });
    return undefined;
  }
  return { shape, curves: cut };
}

/** Of more than two rows at one mass only the ends of the step are kept. */
function thinSteps(
  curve: Curve,
  strands: readonly (readonly RawPoint[])[],
  statements: Findings['statements'],
): { readonly curve: Curve; readonly strands: readonly (readonly RawPoint[])[] } {
  const inside = new Set(
    strands.flatMap((points) =>
      points.filter(
        ({ massNumber }, i) =>
          points[i - 1]?.massNumber === massNumber && points[i + 1]?.massNumber === massNumber,
      ),
    ),
  );
  if (inside.size === 0) return { curve, strands };
  statements.push({
    about: 'rows',
    text: `${curve.file}: ${countRows(inside.size)} left out inside vertical steps, of which the first and last row are kept`,
  });
  const rows = new Set([...inside].map(({ row }) => row));
  return {
    curve: dropPoints(curve, ({ row }) => rows.has(row), INSIDE_STEP, false),
    strands: strands.map((points) => points.filter((point) => !inside.has(point))),
  };
}

/** True where a window lies between a point and the one before. */
function isAcross(points: readonly RawPoint[], i: number, from: number, to: number): boolean {
  const [before, here] = [points[i - 1]?.massNumber, points[i]?.massNumber];
  return before !== undefined && here !== undefined && before <= from && here >= to;
}

const cutAtWindows = (points: readonly RawPoint[], windows: readonly GapWindow[]): RawPoint[] =>
  points.map((point, i) =>
    point.breakWhy === undefined && windows.some(({ from, to }) => isAcross(points, i, from, to))
      ? { ...point, breakWhy: NO_POINTS }
      : point,
  );
