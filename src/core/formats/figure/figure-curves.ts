import type { FigureMark, FigureSpec, Path } from '../../figure/figure-spec.ts';
import { OUTLINE_LABELS } from '../../figure/words.ts';

/** What a run of points is to its limit. Rings are filled by the even-odd rule: a ring in a ring is a hole. */
export const ROLES = ['curve', 'lower', 'upper', 'ring', 'point'] as const;
export type PartRole = (typeof ROLES)[number];

/** One run of points of a limit, in the units of the axes. */
export interface FigurePart {
  /** Counts the segments, strips or rings of the limit from one; the two edges of a strip share it. */
  readonly part: number;
  readonly role: PartRole;
  readonly points: Path;
}

/** Every run of points of a mark, in drawing order, none resampled or cut. */
export function listParts(mark: FigureMark): FigurePart[] {
  switch (mark.kind) {
    case 'segments':
      return mark.segments.map((points, i) => ({ part: i + 1, role: 'curve', points }));
    case 'strips':
      return mark.strips.flatMap(({ lower, upper }, i): FigurePart[] => [
        { part: i + 1, role: 'lower', points: lower },
        { part: i + 1, role: 'upper', points: upper },
      ]);
    case 'rings':
      return mark.rings.map((points, i) => ({ part: i + 1, role: 'ring', points }));
    case 'markers':
      return mark.points.length === 0 ? [] : [{ part: 1, role: 'point', points: mark.points }];
  }
}

/** Anything of a figure that has points. */
export interface FigureCurve {
  /** Id of the limit; `combined:ee` or `lifetime:0.001` for what is none (no id has a colon). */
  readonly id: string;
  readonly label: string;
  readonly parts: readonly FigurePart[];
}

/** Everything a figure draws, limits first, in drawing order. */
export function listCurves(spec: FigureSpec): FigureCurve[] {
  return [
    ...spec.series.map((one) => ({
      id: one.limit,
      label: one.label,
      parts: listParts(one.mark),
    })),
    ...spec.outlines.map(({ scope, rings }) => ({
      id: `combined:${scope}`,
      label: `${OUTLINE_LABELS[scope]} (union of the published, not a statistical combination)`,
      parts: listParts({ kind: 'rings', rings }),
    })),
    ...spec.lifetimes.map(({ ctauM, label, segments }) => ({
      id: `lifetime:${String(ctauM)}`,
      label: `decay length ${label}`,
      parts: listParts({ kind: 'segments', segments }),
    })),
  ];
}
