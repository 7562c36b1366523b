import { SHAPE_COLUMNS } from '../formats/limit-table.ts';
import type { Column } from '../schema/index.ts';
import type { ColumnRole } from './column-facts.ts';
import type { Curve, RawPoint } from './curve.ts';
import type { Shaped, ShapedCurve } from './settle-shape.ts';
import type { Dataset, RawRows } from './source.ts';

export interface DatasetColumns {
  readonly mass: Column;
  readonly value: Column;
  readonly parameter?: Column;
}

/** Writes shaped curves as the catalogue's CSV, digits as given, with the accounting of their rows. */
export function buildDataset(
  { shape, curves }: Shaped,
  columns: DatasetColumns,
  decodeMass: (raw: number) => number,
): Dataset {
  const extras = listExtras(
    shape,
    curves.map(({ curve }) => curve),
  );
  const writeExtras = (curve: Curve, { row }: RawPoint): string[] =>
    extras.map((role) => row.cells[curve.picks[role] ?? -1] ?? '');
  // Segments of a region stand behind those of the regions before it.
  const countBefore = (region: number): number =>
    curves
      .filter(({ curve }) => curve.edge === 'lower' && (curve.region ?? 0) < region)
      .reduce((sum, { parts }) => sum + parts.length, 0);
  const byPart = curves.flatMap(({ curve, parts }) =>
    parts.map((points, part) => ({ curve, points, part: part + countBefore(curve.region ?? 0) })),
  );
  const ordered = shape === 'interval' || shape === 'band' ? byEdges(byPart) : byPart;
  const rings = shape === 'contour' ? findHoles(ordered.map(({ points }) => points)) : [];
  const rows = ordered.flatMap(({ curve, points, part }, i) =>
    points.map((point) => {
      const { mass, value } = point;
      const more = writeExtras(curve, point);
      switch (shape) {
        case 'interval':
        case 'band':
          return [String(part + 1), curve.edge ?? 'lower', mass, value];
        case 'contour':
          return [String(i + 1), rings[i] === true ? 'hole' : 'outer', mass, value];
        case 'points':
          return [mass, value, ...more];
        case 'grid':
          return [mass, point.row.cells[curve.picks.parameter ?? -1] ?? '', value];
        case 'ratio-map':
          return [mass, value, point.row.cells[curve.picks.ratio ?? -1] ?? ''];
        case 'one-sided':
        case 'line':
          return [String(i + 1), mass, value, ...more];
      }
    }),
  );
  const header = [...SHAPE_COLUMNS[shape].required, ...extras];
  const masses = curves.flatMap(({ parts }) =>
    parts.flat().map(({ massNumber }) => toTwelve(decodeMass(massNumber))),
  );
  return {
    shape,
    ...columns,
    massRange: [
      masses.reduce((a, b) => Math.min(a, b), Infinity),
      masses.reduce((a, b) => Math.max(a, b), -Infinity),
    ],
    gaps: shape === 'contour' || shape === 'points' ? [] : listGaps(curves, decodeMass),
    csv: [header, ...rows].map((cells) => `${cells.join(',')}\n`).join(''),
    raw: curves.map((one) => accountFor(one, extras)),
  };
}

/** Further columns that the shape may have and every row has. Groups come whole. */
export function listExtras(
  shape: Shaped['shape'],
  curves: readonly Curve[],
): readonly ColumnRole[] {
  const isFull = (role: string): boolean =>
    curves.every(({ picks, points }) => {
      const pick = picks[role as ColumnRole];
      return pick !== undefined && points.every(({ row }) => (row.cells[pick] ?? '') !== '');
    });
  return SHAPE_COLUMNS[shape].optional
    .filter((group) => group.every(isFull))
    .flat() as ColumnRole[];
}

interface Placed {
  readonly curve: Curve;
  readonly points: readonly RawPoint[];
  readonly part: number;
}

/** Lower before upper inside each segment. */
const byEdges = (placed: readonly Placed[]): Placed[] =>
  placed.toSorted(
    (a, b) =>
      a.part - b.part || Number(a.curve.edge === 'upper') - Number(b.curve.edge === 'upper'),
  );

/** True for rings that lie inside an odd number of others. */
const findHoles = (rings: readonly (readonly RawPoint[])[]): boolean[] =>
  rings.map((ring, i) => {
    const corner = ring[0];
    if (corner === undefined) return false;
    const around = rings.filter((other, k) => k !== i && isInside(corner, other));
    return around.length % 2 === 1;
  });

function isInside({ massNumber: x, valueNumber: y }: RawPoint, ring: readonly RawPoint[]): boolean {
  let inside = false;
  for (const [i, a] of ring.entries()) {
    const b = ring[i + 1];
    if (b === undefined || a.valueNumber > y === b.valueNumber > y) continue;
    const t = (y - a.valueNumber) / (b.valueNumber - a.valueNumber);
    if (x < a.massNumber + t * (b.massNumber - a.massNumber)) inside = !inside;
  }
  return inside;
}

function listGaps(
  curves: readonly ShapedCurve[],
  decodeMass: (raw: number) => number,
): Dataset['gaps'][number][] {
  const gaps = new Map<string, Dataset['gaps'][number]>();
  for (const { parts } of curves) {
    for (const [i, part] of parts.entries()) {
      const [last, first] = [parts[i - 1]?.at(-1), part[0]];
      if (last === undefined || first === undefined) continue;
      const [from, to] = [last, first].map(({ massNumber }) => toTwelve(decodeMass(massNumber)));
      if (from === undefined || to === undefined || from >= to) continue;
      const why = first.breakWhy ?? 'no points in the source';
      gaps.set(`${String(from)} ${String(to)}`, { from, to, why: GAP_WORDS[why] ?? why });
    }
  }
  return [...gaps.values()].sort((a, b) => a.from - b.from);
}

/** What a row was left out for, as the reason of the gap it leaves. */
const GAP_WORDS: Readonly<Record<string, string>> = {
  'sentinel 1e5 marks no limit': 'no limit in the source',
  'no value': 'no limit in the source',
};

/** Decoding must not show the computer's binary fractions. */
const toTwelve = (value: number): number => Number(value.toPrecision(12));

function accountFor(
  { curve, parts, transforms }: ShapedCurve,
  extras: readonly ColumnRole[],
): RawRows {
  const { table, picks, points, drops, edge, source } = curve;
  const rows = table.rows.length;
  const value = edge === undefined ? picks.value : (picks[edge] ?? picks.value);
  const isBinned = picks.mass === undefined;
  const used = isBinned
    ? [
        picks.massLow,
        picks.massHigh,
        value,
        ...extras.filter((role) => !role.startsWith('mass')).map((role) => picks[role]),
      ]
    : [picks.mass, value, picks.parameter, picks.ratio, ...extras.map((role) => picks[role])];
  const columns = used.flatMap((pick) => (pick === undefined ? [] : [table.columns[pick]?.at]));
  const named = columns.flatMap((at) => at ?? []);
  const lines = table.rows.map(({ line }) => line);
  const steps = isBinned
    ? [...transforms.filter((one) => one !== 'none'), 'bin-centre' as const]
    : transforms;
  return {
    source,
    accounting: {
      // Nested text such as YAML has no columns, and its numbers stand all over the file.
      ...(named.length === columns.length
        ? { lines: [lines[0] ?? 1, lines.at(-1) ?? 1], columns: named }
        : {}),
      role:
        edge ??
        (picks.parameter !== undefined || picks.ratio !== undefined
          ? 'map'
          : parts.length > 0 && transforms.includes('close-ring')
            ? 'ring'
            : 'value'),
      rows,
      kept: points.length,
      dropped: [...drops].map(([why, count]) => ({ rows: count, why })),
      written: parts.reduce((sum, part) => sum + part.length, 0),
      transforms: [...steps],
    },
  };
}
