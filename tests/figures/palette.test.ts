import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HUES } from '../../src/core/figure/figure-spec.ts';
import { listVariables, PALETTE, resolveColour, SURFACES } from '../../src/figures/palette.ts';
import { writeFigureRules } from '../../src/figures/svg.ts';

/** Relative luminance of WCAG 2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const v = parseInt(hex.slice(i, i + 2), 16) / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe.each(['light', 'dark'] as const)('the palette on the %s theme', (theme) => {
  const paper = SURFACES['paper']?.[theme] ?? '';
  it.each(HUES)('draws lines of %s at 3 : 1 and its text at 4.5 : 1', (hue) => {
    const swatch = PALETTE[hue][theme];
    for (const line of swatch.line) expect(contrast(line, paper)).toBeGreaterThanOrEqual(3);
    expect(contrast(swatch.ink, paper)).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps e+e- colours apart', () => {
    const colours = HUES.map((hue) => PALETTE[hue][theme].line[0]).slice(0, 8);
    expect(new Set(colours).size).toBe(8);
  });
});

describe('figure.css', () => {
  const flatten = (css: string): string =>
    css
      .replaceAll(/\s+/gu, '')
      .replaceAll("'", '"')
      .replaceAll(';}', '}')
      .replaceAll(/(?<=[:, ])0\./gu, '.')
      .toLowerCase();
  const css = flatten(readFileSync('src/styles/figure.css', 'utf8'));

  it('carries every colour of the palette', () => {
    for (const { name, light, dark } of listVariables()) {
      expect(css).toContain(
        `${flatten(name)}:${name === '--fig-paper' ? 'var(--paper,' : ''}light-dark(${light},${dark})`,
      );
    }
  });

  it('carries the rules of a drawing that stands alone', () => {
    for (const rule of writeFigureRules().split(/(?<=\})/u)) expect(css).toContain(flatten(rule));
  });
});

it('gives files white paper, and everything else the colours of the page', () => {
  expect(resolveColour('--fig-paper', 'light')).toBe('#ffffff');
  expect(resolveColour('--fig-paper', 'dark')).toBe(SURFACES['paper']?.dark);
  expect(resolveColour('--fig-babar-0', 'light')).toBe(PALETTE.babar.light.line[0]);
  expect(() => resolveColour('--fig-nothing', 'light')).toThrow(RangeError);
});
