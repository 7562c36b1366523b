import type { Polyline } from './geometry.ts';
import type { Span } from './piece.ts';

/**
 * The straight edges of a curve in log–log space. Vertical steps have no width and so no span; rows
 * at mass 0 stay outside log–log space.
 */
export function listSpans(line: Polyline): Span[] {
  const spans: Span[] = [];
  for (let i = 1; i < line.mass.length; i++) {
    const [m0, m1] = [line.mass[i - 1] ?? 0, line.mass[i] ?? 0];
    if (m0 <= 0 || m1 <= m0) continue;
    const x0 = Math.log10(m0);
    const x1 = Math.log10(m1);
    if (x1 <= x0) continue;
    const y0 = Math.log10(line.value[i - 1] ?? NaN);
    const y1 = Math.log10(line.value[i] ?? NaN);
    spans.push({ x0, x1, y0, y1 });
  }
  return spans;
}
