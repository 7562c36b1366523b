import { describe, expect, it } from 'vitest';
import { listTicks } from '../../../src/core/figure/ticks.ts';

const labels = (
  range: [number, number],
  scale: 'log' | 'linear',
  lengthPx = 800,
  spacingPx = 40,
): string[] =>
  listTicks({ range, scale }, lengthPx, spacingPx)
    .map((tick) => tick.label)
    .filter((label) => label !== '');

describe('listTicks', () => {
  it('labels powers of ten, one and ten as such', () => {
    expect(labels([1e-2, 1e3], 'log')).toEqual(['10^-2', '10^-1', '1', '10', '10^2', '10^3']);
  });

  it('thins the labels of many decades but keeps their ticks', () => {
    expect(labels([1e-9, 1e-1], 'log', 200)).toEqual(['10^-8', '10^-6', '10^-4', '10^-2']);
    const majors = listTicks({ range: [1e-9, 1e-1], scale: 'log' }, 200, 40);
    expect(majors.filter((tick) => tick.kind === 'major')).toHaveLength(9);
  });

  it('puts minor ticks at two to nine where there is room', () => {
    const minor = listTicks({ range: [1, 10], scale: 'log' }, 60, 40).filter(
      (t) => t.kind === 'minor',
    );
    expect(minor.map((tick) => tick.value)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('names two and five on a short axis', () => {
    expect(labels([0.1, 10], 'log')).toEqual(['10^-1', '0.2', '0.5', '1', '2', '5', '10']);
  });

  it('steps by one, two or five on a linear axis, zero included', () => {
    expect(labels([0, 1], 'linear', 400)).toEqual([
      '0.0',
      '0.1',
      '0.2',
      '0.3',
      '0.4',
      '0.5',
      '0.6',
      '0.7',
      '0.8',
      '0.9',
      '1.0',
    ]);
    expect(labels([0, 4.8], 'linear', 200)).toEqual(['0', '1', '2', '3', '4']);
  });

  it('stays inside the range', () => {
    const ticks = listTicks({ range: [0.3, 40], scale: 'log' }, 500, 40);
    expect(ticks.every((tick) => tick.value >= 0.3 && tick.value <= 40)).toBe(true);
  });
});

describe('a window inside a decade', () => {
  const labels = (from: number, to: number): string[] =>
    listTicks({ scale: 'log', range: [from, to] }, 800, 40)
      .map(({ label }) => label)
      .filter((label) => label !== '');

  it('has numbers at steps of equal size', () => {
    expect(labels(6, 9)).toEqual(['6.0', '6.5', '7.0', '7.5', '8.0', '8.5', '9.0']);
    expect(labels(3.05, 3.15).length).toBeGreaterThan(3);
    expect(labels(1.02e-4, 1.3e-4)).toContain('1.1·10^-4');
    expect(labels(2e4, 9e4)).toContain('4·10^4');
  });

  it('never has more ticks than a reader could see, however narrow it is', () => {
    for (const scale of ['log', 'linear'] as const)
      expect(
        listTicks({ scale, range: [5, 5.000000000000001] }, 800, 40).length,
      ).toBeLessThanOrEqual(200);
  });
});
