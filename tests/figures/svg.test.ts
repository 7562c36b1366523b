import { describe, expect, it } from 'vitest';
import { MINIATURE, renderSvg, WIDE, writePath } from '../../src/figures/svg.ts';
import { makeSpec } from '../core/figure/make-series.ts';

/** One element a line, so that a difference can be read. */
const normalise = (svg: string): string => svg.replaceAll('><', '>\n<');

describe('renderSvg', () => {
  const svg = renderSvg(makeSpec(), { layout: WIDE, id: 'test' });

  it('draws every kind of mark', () => {
    expect(normalise(svg)).toMatchSnapshot();
  });

  it('has a name and a description and asks for nothing from elsewhere', () => {
    expect(svg).toContain('role="img" aria-labelledby="test-title test-desc"');
    expect(svg).toContain('A plane &amp; its limits');
    expect(svg).not.toMatch(/href|https?:|<style|<script/u);
  });

  it('carries its colours where it stands alone', () => {
    const alone = renderSvg(makeSpec(), { layout: WIDE, id: 'test', standalone: 'dark' });
    expect(alone).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(alone).toContain('--fig-paper:#151413');
  });

  it('has no words in a miniature', () => {
    expect(renderSvg(makeSpec(), { layout: MINIATURE, id: 'test' })).not.toContain('<text');
  });

  it('draws a massless particle at the edge of a log axis', () => {
    const [, points] = makeSpec().series;
    const series =
      points === undefined
        ? []
        : [{ ...points, mark: { kind: 'markers', points: [[0, 1e-2]] } as const }];
    expect(renderSvg(makeSpec({ series }), { layout: WIDE, id: 'test' })).toMatch(
      /dpf-marker[^>]*d="M-3\.2 /u,
    );
  });
});

describe('writePath', () => {
  it('writes relative steps of one decimal without drift', () => {
    const path = Array.from({ length: 101 }, (_, i) => [i * 0.33, 5] as const);
    const steps = [...writePath(path, false).matchAll(/(-?[\d.]+) 0/gu)].map((m) => Number(m[1]));
    expect(steps.reduce((sum, step) => sum + step, 0)).toBeCloseTo(33, 1);
  });

  it('closes a region', () => {
    expect(
      writePath(
        [
          [0, 0],
          [1, 0],
          [1, 1],
        ],
        true,
      ),
    ).toBe('M0 0l1 0 0 1z');
  });
});
