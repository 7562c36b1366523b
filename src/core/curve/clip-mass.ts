import type { Polyline } from './geometry.ts';

/** The part of a curve inside a mass range, cut exactly at its ends (log–log interpolation). */
export function clipMass(line: Polyline, range: readonly [number, number] | undefined): Polyline {
  if (range === undefined) return line;
  const [from, to] = range;
  const mass: number[] = [];
  const value: number[] = [];
  const push = (m: number, v: number): void => {
    mass.push(m);
    value.push(v);
  };
  for (let i = 0; i < line.mass.length; i++) {
    const m = line.mass[i] ?? NaN;
    const v = line.value[i] ?? NaN;
    const previous = line.mass[i - 1];
    if (previous !== undefined && previous < from && m > from) {
      push(from, interpolate(line, i - 1, from));
    }
    if (m >= from && m <= to) push(m, v);
    if (previous !== undefined && previous < to && m > to) push(to, interpolate(line, i - 1, to));
  }
  return { mass: Float64Array.from(mass), value: Float64Array.from(value) };
}

/** Log–log interpolation between points `i` and `i + 1`. */
export function interpolate(line: Polyline, i: number, mass: number): number {
  const [m0, m1] = [Math.log(line.mass[i] ?? NaN), Math.log(line.mass[i + 1] ?? NaN)];
  const [v0, v1] = [Math.log(line.value[i] ?? NaN), Math.log(line.value[i + 1] ?? NaN)];
  return Math.exp(v0 + ((v1 - v0) * (Math.log(mass) - m0)) / (m1 - m0));
}
