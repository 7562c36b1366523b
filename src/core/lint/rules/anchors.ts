import { isCurve, listCrossings } from '../curve-crossings.ts';
import { atKey } from '../places.ts';
import type { LoneLimitRule } from '../rule.ts';

export const anchors: LoneLimitRule = {
  name: 'anchors',
  description:
    'A value that the paper states in words is reproduced by the curve within the tolerance given: it ties the numbers to the text.',
  scope: 'limit-alone',
  *check(limit) {
    for (const [i, { mass, value, within, where }] of limit.anchors.entries()) {
      const place = atKey(limit, 'anchors', i);
      const stated = `${String(value)} at ${String(mass)} (${where})`;
      if (!isCurve(limit)) {
        yield {
          ...place,
          found: `an anchor of a limit with shape ${limit.shape}`,
          expected: 'anchors of curves and regions only',
          fix: 'remove the anchor',
        };
        continue;
      }
      const values = listCrossings(limit, mass);
      const nearest = values.toSorted((a, b) => distance(a, value) - distance(b, value))[0];
      if (nearest === undefined) {
        yield {
          ...place,
          found: `no value at mass ${String(mass)} ${limit.mass.unit}`,
          expected: stated,
          fix: 'correct the mass (in the unit of the mass column), or the numbers',
        };
      } else if (!(Math.abs(nearest / value - 1) <= within)) {
        yield {
          ...place,
          found: `${nearest.toPrecision(3)} at mass ${String(mass)} ${limit.mass.unit}, a factor ${(nearest / value).toPrecision(3)} from what the paper says`,
          expected: `${stated} within ${String(+(within * 100).toPrecision(3))} %`,
          fix: advise(nearest, value, limit.value.quantity),
        };
      }
    }
  },
};

/** Powers that separate quantities which papers call by similar names. */
const POWERS = [
  [2, 'the square of'],
  [0.5, 'the square root of'],
] as const;

function advise(found: number, stated: number, quantity: string): string {
  const close = (a: number, b: number): boolean => distance(a, b) < 0.2;
  for (const [power, name] of POWERS) {
    if (close(found, stated ** power))
      return `the numbers look like ${name} ${quantity}: name the quantity they are`;
  }
  if (close(10 ** found, stated))
    return 'the numbers look like logarithms: write scale: log10 in value';
  return 'compare unit, quantity, confidence level and channel with the paper; or correct the anchor';
}

const distance = (a: number, b: number): number => Math.abs(Math.log(a / b));
