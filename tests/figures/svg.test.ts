import { describe, expect, it } from 'vitest';
import { MINIATURE, renderSvg, WIDE } from '../../src/figures/svg.ts';
import { makeSpec } from '../core/figure/make-series.ts';
import { makeFullSpec } from './make-full-spec.ts';

/** One element a line, so that a difference can be read. */
const normalise = (svg: string): string => svg.replaceAll('><', '>\n<');

describe('renderSvg', () => {
  const svg = renderSvg(makeSpec(), { layout: WIDE, id: 'test' });

  it('draws every kind of mark', () => {
    expect(normalise(svg)).toMatchSnapshot();
  });

  it('draws lifetimes, outlines, formulas and own curves as classes', () => {
    const full = normalise(renderSvg(makeFullSpec(), { layout: WIDE, id: 'test' }));
    const lines = full
      .split('\n')
      .filter((line) => /lifetime|outline|formula|h-own|h-belle-2|h-context/u.test(line));
    expect(lines.join('\n')).toMatchSnapshot();
  });

  it('has a name and a description and asks for nothing from elsewhere', () => {
    expect(svg).toContain('role="img" aria-labelledby="test-title test-desc"');
    expect(svg).toContain('A plane &amp; its limits');
    expect(svg).not.toMatch(/href|https?:|<style|<script/u);
  });

  it('leaves every look to the style sheet of the page', () => {
    expect(svg).not.toMatch(/#[0-9a-f]{6}|stroke-width|stroke="/u);
  });

  it('carries its colours where it stands alone', () => {
    const alone = renderSvg(makeSpec(), { layout: WIDE, id: 'test', standalone: 'dark' });
    expect(alone).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(alone).toContain('fill="#151413"');
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
