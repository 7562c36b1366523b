import { describe, expect, it } from 'vitest';
import { buildDrawing } from '../../src/figures/drawing.ts';
import { COLUMN_MM, PAPER, WIDE } from '../../src/figures/layout.ts';
import { PALETTE, resolveColour } from '../../src/figures/palette.ts';
import { writeStandaloneSvg } from '../../src/figures/standalone-svg.ts';
import { makeFullSpec } from './make-full-spec.ts';
import { drawPixels, hasColourNear } from './read-pixels.ts';

const drawing = buildDrawing(makeFullSpec(), { layout: WIDE });
const svg = writeStandaloneSvg(drawing, { theme: 'light', id: 'test' });

describe('writeStandaloneSvg', () => {
  it('draws everything with attributes', () => {
    // Ticks and their numbers by the dozen say nothing more.
    const lines = svg.replaceAll('><', '>\n<').split('\n');
    const isTick = (line: string): boolean => /font-size="1(?:4\.5|0\.4)"/u.test(line);
    expect(lines.filter((line) => !isTick(line)).join('\n')).toMatchSnapshot();
  });

  it('needs neither custom properties nor style sheets', () => {
    expect(svg).not.toMatch(/var\(|class=|\sstyle=|<style|<use|href/u);
  });

  it('has the size of a column of paper where asked', () => {
    const paper = writeStandaloneSvg(buildDrawing(makeFullSpec(), { layout: PAPER }), {
      theme: 'light',
      id: 'test',
      widthMm: COLUMN_MM,
    });
    expect(paper).toMatch(/^<svg [^>]*width="86mm" height="67\.73mm"/u);
  });

  it('brings its letters along where asked', () => {
    const fontCss = '@font-face{font-family:"Figure Sans";src:url(data:font/ttf;base64,AAEC)}';
    const withFonts = writeStandaloneSvg(drawing, { theme: 'light', id: 'test', fontCss });
    expect(withFonts).toContain(`<style>${fontCss}</style>`);
  });

  it('writes a halo as a text of its own below the text', () => {
    expect(svg).toMatch(/<text [^>]*stroke="#ffffff"[^>]*>Mine<\/text><text [^>]*>Mine<\/text>/u);
  });

  describe.each(['light', 'dark'] as const)('drawn by another program, %s', (theme) => {
    // Large, so that lines are more than their smoothed edges.
    const zoom = 4;
    const picture = drawPixels(writeStandaloneSvg(drawing, { theme, id: 'test' }), zoom);
    const { left, top, width, height } = drawing.frame;
    /** Pixel of a mass and a value on the axes of the test's figure. */
    const place = (mass: number, value: number): [number, number] => [
      zoom * (left + (Math.log10(mass / 1e-2) / 3) * width),
      zoom * (top + (1 - Math.log10(value / 1e-6) / 5) * height),
    ];

    it('has the size of the drawing on its paper', () => {
      expect([picture.width, picture.height]).toEqual([920 * zoom, 690 * zoom]);
      expect(picture.at(2, 2)).toBe(resolveColour('--fig-paper', theme));
    });

    it('shows each curve in its colour where it belongs', () => {
      expect(hasColourNear(picture, place(5, 8e-6), PALETTE.own[theme].line[0])).toBe(true);
      expect(hasColourNear(picture, place(5, 3e-5), PALETTE['belle-2'][theme].line[0], 32)).toBe(
        true,
      );
      expect(hasColourNear(picture, place(0.3, 3.35e-4), PALETTE.babar[theme].line[0])).toBe(true);
    });

    it('tints what is excluded and leaves the rest', () => {
      const [tinted, open] = [picture.at(...place(3, 3e-2)), picture.at(...place(3, 4e-6))];
      expect(open).toBe(resolveColour('--fig-paper', theme));
      expect(tinted).not.toBe(open);
    });
  });
});
