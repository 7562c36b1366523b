import { describe, expect, it } from 'vitest';
import { renderFrontierBar } from '../../../src/components/figure/frontier-bar.ts';
import type { CombinedFile, FrontierEntry } from '../../../src/core/combine/combined-file.ts';
import { makeSeries, makeSpec } from '../../core/figure/make-series.ts';

const style = { shade: 0, line: 'solid', weight: 'normal', fill: 'light' } as const;
const figure = {
  x: { ...makeSpec().x, range: [0.1, 10], scale: 'log' } as const,
  series: [
    makeSeries({ limit: 'babar', style: { ...style, hue: 'babar', shade: 1 } }),
    makeSeries({ limit: 'na64', style: { ...style, hue: 'laboratory' } }),
  ],
};
const span = (from: number, to: number, limit: string): FrontierEntry => ({
  from,
  to,
  limit,
  confidence: 0.9,
});
const combine = (ee: FrontierEntry[], laboratory: FrontierEntry[]): CombinedFile => {
  const level = (frontier: FrontierEntry[]) => ({
    inputs: [],
    envelope: [],
    frontier,
    regions: [],
  });
  const scope = (frontier: FrontierEntry[]) => ({
    levels: { all: level(frontier), '0.90': level([]), '0.95': level([]) },
  });
  return {
    plane: 'p',
    x: 'm',
    y: 'e',
    inputsHash: '',
    scopes: { ee: scope(ee), laboratory: scope(laboratory) },
  };
};

describe('renderFrontierBar', () => {
  it('draws who leads as wide as the mass axis, neighbours of one look joined', () => {
    const bar = renderFrontierBar(
      figure,
      combine(
        [span(0.01, 1, 'babar'), span(1, 3.1623, 'babar')],
        [span(0.1, 1, 'na64'), span(1, 3.1623, 'babar')],
      ),
    );
    expect(bar).toContain('<path class="h-babar s-1" d="M0 2.5H750"/>');
    expect(bar).toContain('<path class="h-laboratory" d="M0 8.5H500"/>');
    expect(bar).toContain('<path class="h-babar s-1" d="M500 8.5H750"/>');
  });

  it('is empty where nobody leads, or only beyond the axis', () => {
    expect(renderFrontierBar(figure, undefined)).toBe('');
    expect(renderFrontierBar(figure, combine([], [span(20, 30, 'na64')]))).toBe('');
  });
});
