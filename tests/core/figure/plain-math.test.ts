import { expect, it } from 'vitest';
import { parsePlainMath } from '../../../src/core/figure/plain-math.ts';

const show = (plain: string): string =>
  parsePlainMath(plain)
    .map(({ text, italic, script }) => {
      const styled = italic ? `*${text}*` : text;
      return script === 'base' ? styled : `${script}(${styled})`;
    })
    .join('');

it.each([
  ['m_{A′}', '*m*sub(*A*)sub(′)'],
  ['|U_{eN}|^2', '|*U*sub(*eN*)|sup(2)'],
  ['sin^2θ', 'sinsup(2)*θ*'],
  ['10^-3', '10sup(−3)'],
  ['g_{aγγ}', '*g*sub(*aγγ*)'],
  ['g′/e', '*g*′/*e*'],
])('sets %s with variables italic and the rest upright', (plain, expected) => {
  expect(show(plain)).toBe(expected);
});
