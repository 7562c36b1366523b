import { describe, expect, it } from 'vitest';
import { panRange, zoomRange } from '../../../src/core/figure/zoom-range.ts';

const log = (from: number, to: number) => ({ scale: 'log', range: [from, to] }) as const;
const whole = [1e-3, 10] as const;

describe('zoomRange', () => {
  it('takes the part between two fractions', () => {
    expect(zoomRange(log(1e-3, 10), whole, [0.25, 0.5])).toEqual([0.01, 0.1]);
    expect(zoomRange({ scale: 'linear', range: [0, 8] }, [0, 8], [0.25, 0.5])).toEqual([2, 4]);
  });

  it('stops at the whole axis and is then no window at all', () => {
    expect(zoomRange(log(0.01, 0.1), whole, [-5, 6])).toBeUndefined();
    expect(zoomRange(log(0.01, 0.1), whole, [-5, 1])).toEqual([1e-3, 0.1]);
  });

  it('keeps what lies beyond the axis when it was asked for', () => {
    expect(zoomRange(log(1e-5, 0.1), whole, [0, 1])).toEqual([1e-5, 0.1]);
  });

  it('does not narrow for ever', () => {
    expect(zoomRange(log(1, 1.0002), whole, [0.4, 0.5])).toEqual([1, 1.0002]);
  });
});

describe('panRange', () => {
  it('moves the window as it is', () => {
    expect(panRange(log(0.01, 0.1), whole, 0.5)).toEqual([0.0316228, 0.316228]);
  });

  it('stops at the end instead of squeezing the window', () => {
    expect(panRange(log(1, 10), whole, 0.1)).toEqual([1, 10]);
    expect(panRange(log(0.5, 5), whole, 9)).toEqual([1, 10]);
    expect(panRange(log(1e-3, 10), whole, -0.1)).toBeUndefined();
  });
});
