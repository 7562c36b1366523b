import type { CombinedFile, FrontierEntry } from '../../core/combine/combined-file.ts';
import { toFraction } from '../../core/figure/axis-scale.ts';
import type { FigureSpec } from '../../core/figure/figure-spec.ts';

/** Coordinates of the bar: a thousand across. Drawn as wide as its thumbnail. */
const WIDTH = 1000;
const ROWS = [
  { scope: 'ee', y: 2.5, className: 'frontier-ee' },
  { scope: 'laboratory', y: 8.5, className: 'frontier-laboratory' },
] as const;

/**
 * Who leads where, for a thumbnail: a row of colours along mass for e+e- colliders, and a thinner one
 * for all laboratories. Empty where the plane has no frontier on its axis.
 */
export function renderFrontierBar(
  figure: Pick<FigureSpec, 'x' | 'series'>,
  combined: CombinedFile | undefined,
): string {
  if (combined === undefined) return '';
  const looks = new Map(figure.series.map(({ limit, style }) => [limit, style]));
  const lookOf = (limit: string): string => {
    const { hue, shade } = looks.get(limit) ?? { hue: 'context', shade: 0 };
    return `h-${hue}${shade === 0 ? '' : ` s-${String(shade)}`}`;
  };
  const rows = ROWS.map(({ scope, ...row }) => ({
    ...row,
    looks: collectSpans(combined.scopes[scope].levels.all.frontier, figure.x, lookOf),
  }));
  if (rows.every(({ looks: { size } }) => size === 0)) return '';
  const body = rows
    .map(({ y, className, looks: own }) => {
      const paths = [...own].map(
        ([look, spans]) =>
          `<path class="${look}" d="${spans.map(([from, to]) => `M${String(from)} ${String(y)}H${String(to)}`).join('')}"/>`,
      );
      return `<g class="${className}"><path class="frontier-track" d="M0 ${String(y)}H${String(WIDTH)}"/>${paths.join('')}</g>`;
    })
    .join('');
  return `<svg class="dpf frontier-mini" viewBox="0 0 ${String(WIDTH)} 10" preserveAspectRatio="none" aria-hidden="true">${body}</svg>`;
}

/** Spans along the axis by their look, neighbours of one look joined, those too narrow to be seen left out. */
function collectSpans(
  frontier: readonly FrontierEntry[],
  x: FigureSpec['x'],
  lookOf: (limit: string) => string,
): ReadonlyMap<string, (readonly [number, number])[]> {
  const place = (mass: number): number =>
    Math.round(Math.min(1, Math.max(0, toFraction(x, mass))) * WIDTH);
  const byLook = new Map<string, (readonly [number, number])[]>();
  for (const entry of frontier) {
    const [from, to] = [place(entry.from), place(entry.to)];
    if (to <= from) continue;
    const look = lookOf(entry.limit);
    const spans = byLook.get(look) ?? [];
    byLook.set(look, spans);
    const last = spans.at(-1);
    if (last?.[1] === from) spans[spans.length - 1] = [last[0], to];
    else spans.push([from, to]);
  }
  return byLook;
}
