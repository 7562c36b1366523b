import type { FigureAxis, FigureSeries, FigureSpec } from './figure-spec.ts';
import { formatMass } from './finding.ts';
import { formatValue } from './format-value.ts';
import { listPoints } from './summary.ts';

/**
 * The same plane with one limit in focus: its curve in colour on top, everything else grey. A limit
 * that is no e+e- result borrows the accent.
 */
export function buildLimitFigure(plane: FigureSpec, limitId: string): FigureSpec {
  const focus = plane.series.find((one) => one.limit === limitId);
  if (focus === undefined) return plane;
  const others = plane.series
    .filter((one) => one.limit !== limitId && one.layer !== 'projection')
    .map(greyOut);
  const style: FigureSeries['style'] = {
    ...focus.style,
    hue:
      focus.isEe || focus.layer === 'favoured' || focus.layer === 'target'
        ? focus.style.hue
        : 'accent',
    shade: 0,
    weight: 'strong',
    fill: focus.style.fill === 'grey' ? 'light' : focus.style.fill,
  };
  // Looking back is for the whole plane.
  const { years: _, ...rest } = plane;
  return {
    ...rest,
    title: `${focus.label} over ${plane.title}`,
    finding: describeReach(focus, plane.y),
    series: [...others, { ...focus, style, startsHidden: false }],
    outlines: [],
    highlight: limitId,
  };
}

const greyOut = (one: FigureSeries): FigureSeries => ({
  ...one,
  style: {
    hue: 'context',
    shade: 0,
    line: one.style.line,
    weight: 'thin',
    fill: one.layer === 'ee' || one.layer === 'laboratory' ? 'grey' : 'none',
  },
});

/** Where the limit lies in mass and where it is strongest, from its own numbers. */
function describeReach(focus: FigureSeries, y: FigureAxis): string {
  const points = listPoints(focus.mark);
  const first = points[0];
  if (first === undefined) return focus.title;
  const masses = points.map(([mass]) => mass);
  const [from, to] = [Math.min(...masses), Math.max(...masses)];
  const covers =
    from === to
      ? `${focus.label} was tested at ${formatMass(from)}`
      : `${focus.label} covers ${formatMass(from)} to ${formatMass(to)}`;
  const isUpperLimit =
    focus.status === 'observed' &&
    (focus.mark.kind === 'markers' ||
      (focus.mark.kind === 'segments' && focus.mark.side === 'above'));
  if (!isUpperLimit || from === to) return `${covers}.`;
  const best = points.reduce((lowest, point) => (point[1] < lowest[1] ? point : lowest), first);
  return `${covers} and is strongest at ${formatMass(best[0])}, where it reaches ${formatValue(best[1], y.unitLabel)}.`;
}
