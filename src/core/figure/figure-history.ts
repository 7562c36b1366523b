import type { Catalogue, PlaneEntry } from '../catalogue.ts';
import { combine, describeRegions } from '../combine/combine.ts';
import { isEvidence, paperDate, UNDATED } from '../combine/inputs.ts';
import { listPlaneLimits } from '../curve/plane-limit.ts';
import { DETAIL_SIZE, drawRegions, listLevels } from './build-plane-figure.ts';
import type { FigureOutline, FigureSpec } from './figure-spec.ts';

/** What a figure needs to be drawn as of the end of any year. */
export interface FigureHistory {
  readonly plane: string;
  /** First and last year in which something appeared. */
  readonly years: readonly [first: number, last: number];
  /** Year in which each curve appeared; absent where it is not known. */
  readonly since: Readonly<Record<string, number>>;
  /** Year in which a newer result took the place of a curve, where one did. */
  readonly until: Readonly<Record<string, number>>;
  /** The combined outlines from that year on, only for years that changed one of them. */
  readonly outlines: readonly {
    readonly year: number;
    readonly outlines: readonly FigureOutline[];
  }[];
}

/** Coarser than the figure itself: an outline only underlines the curves it follows. */
const DETAIL = { size: DETAIL_SIZE, tolerancePx: 0.4, columnPx: 0.75 };

/** The years of a plane's figure, or undefined where fewer than two are known. */
export function buildFigureHistory(
  plane: PlaneEntry,
  catalogue: Catalogue,
  figure: FigureSpec,
): FigureHistory | undefined {
  const since: Record<string, number> = {};
  const until: Record<string, number> = {};
  const evidenceYears = new Set<number>();
  for (const { limit } of listPlaneLimits(plane, catalogue)) {
    const date = paperDate(limit, catalogue);
    if (date === UNDATED) continue;
    const year = Number(date.slice(0, 4));
    since[limit.id] = year;
    if (!isEvidence(limit)) continue;
    evidenceYears.add(year);
    for (const { limit: old } of limit.supersedes) {
      until[old] = Math.min(until[old] ?? Infinity, year);
    }
  }
  const years = Object.values(since);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (!(first < last)) return undefined;
  return {
    plane: plane.id,
    years: [first, last],
    since,
    until,
    outlines: listOutlineYears(
      plane,
      catalogue,
      figure,
      [...evidenceYears].sort((a, b) => a - b),
    ),
  };
}

function listOutlineYears(
  plane: PlaneEntry,
  catalogue: Catalogue,
  { x, y }: FigureSpec,
  years: readonly number[],
): FigureHistory['outlines'] {
  const known = new Map<string, FigureOutline['rings']>();
  let last = '';
  return years.flatMap((year) => {
    const drawn = (['laboratory', 'ee'] as const).map((scope) => {
      const combination = combine(plane, catalogue, scope, 'all', { asOf: String(year) });
      const key = combination.inputs.map(({ id }) => id).join();
      const rings =
        known.get(key) ?? drawRegions(describeRegions(combination), { x, y, ...DETAIL });
      known.set(key, rings);
      return { scope, key, rings, levels: listLevels(combination.inputs) };
    });
    const key = drawn.map((one) => one.key).join('|');
    if (key === last) return [];
    last = key;
    const outlines = drawn.flatMap(({ scope, rings, levels }) =>
      rings.length === 0 ? [] : [{ scope, levels, rings }],
    );
    return [{ year, outlines }];
  });
}
