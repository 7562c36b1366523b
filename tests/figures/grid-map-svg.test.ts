import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  buildGridMap,
  COLOUR_COUNT,
  COLUMN_COUNT,
  hasColumn,
} from '../../src/core/figure/grid-map.ts';
import {
  type GridMapSvgOptions,
  NARROW_MAP,
  RAMP,
  WIDE_MAP,
  writeGridMapSvg,
} from '../../src/figures/grid-map-svg.ts';

const makeSlice = (parameter: number, value: readonly number[]) => ({
  parameter,
  mass: Float64Array.from([1, 2, 4, 8].slice(0, value.length)),
  value: Float64Array.from(value),
});
const map = buildGridMap(
  {
    kind: 'grid',
    slices: [makeSlice(1, [1e-6, 2e-7, 3e-8, 4e-9]), makeSlice(10, [1e-5, 2e-4])],
    gaps: [[2, 4]],
  },
  [0.01, 0.1],
  { scale: 'log', top: 1e-4 },
);
const OPTIONS: GridMapSvgOptions = {
  id: 'test',
  layout: WIDE_MAP,
  className: 'figure-wide',
  title: 'A map & its limit',
  description: 'What it shows.',
  titles: {
    x: { plain: 'm_X', unitLabel: 'GeV' },
    y: { plain: 'cτ', unitLabel: 'm' },
    value: { plain: 'B(B→KS)', unitLabel: '' },
  },
};
/** One element a line, so that a difference can be read. */
const normalise = (svg: string): string => svg.replaceAll('><', '>\n<');

describe('writeGridMapSvg', () => {
  const svg = writeGridMapSvg(map, OPTIONS);

  it('draws bands, colour bar, axes and the strongest value', () => {
    expect(normalise(svg)).toMatchSnapshot();
  });

  it('leaves every colour to the style sheet and asks for nothing from elsewhere', () => {
    expect(svg).not.toMatch(/#[0-9a-f]{6}|https?:|<style|<script/u);
    expect(svg).toContain('A map &amp; its limit');
  });

  it('shows the same cells again instead of writing them twice', () => {
    const narrow = writeGridMapSvg(map, {
      ...OPTIONS,
      id: 'narrow',
      layout: NARROW_MAP,
      cellsOf: 'test',
    });
    expect(narrow).toContain('<use href="#test-cells"/>');
    expect(narrow).not.toContain('data-slice');
  });

  it('stays below 60 kB for a grid as large as any, with a step at every fortieth mass', () => {
    const lengths = Array.from({ length: 281 }, (_, i) => 1e-5 * 1.03 ** i);
    const mass = Float64Array.from({ length: 2067 }, (_, i) => 0.2 + i * 0.002);
    const value = mass.map((_, i) => 1e-8 * 10 ** (3 * Math.sin(Math.floor(i / 40))));
    const large = buildGridMap(
      { kind: 'grid', slices: lengths.map((parameter) => ({ parameter, mass, value })), gaps: [] },
      lengths,
      { scale: 'linear', top: 1 },
    );
    expect(writeGridMapSvg(large, OPTIONS).length).toBeLessThan(60_000);
  });

  it('can be read back column by column', () => {
    const bands = [...svg.matchAll(/<g data-slice="(\d)"[^>]*>(.*?)<\/g>/gu)];
    expect(bands).toHaveLength(2);
    for (const [i, [, , body = '']] of bands.entries()) {
      const paths = [...body.matchAll(/ d="([^"]*)"/gu)].map(([, d = '']) => d);
      for (let column = 0; column < COLUMN_COUNT; column++) {
        const isDrawn = !Number.isNaN(map.bands[i]?.values[column]);
        expect(paths.filter((d) => hasColumn(d, column))).toHaveLength(isDrawn ? 1 : 0);
      }
    }
  });
});

describe('RAMP', () => {
  /** OKLab of a colour (Ottosson 2020). */
  const toOklab = (hex: string): [number, number, number] => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
      const v = parseInt(hex.slice(i, i + 2), 16) / 255;
      return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    });
    const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return [
      0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
    ];
  };

  it('is a straight line of equal steps in OKLab, so that lightness rises evenly', () => {
    expect(RAMP).toHaveLength(COLOUR_COUNT);
    const [from, to] = [
      [0.4, -0.005, -0.15],
      [0.88, -0.01, 0.15],
    ] as const;
    for (const [i, colour] of RAMP.entries()) {
      for (const [k, part] of toOklab(colour).entries()) {
        const [a = NaN, b = NaN] = [from[k], to[k]];
        expect(part).toBeCloseTo(a + ((b - a) * i) / (COLOUR_COUNT - 1), 2);
      }
    }
  });

  it('is what the style sheet has', () => {
    const css = readFileSync('src/styles/grid-map.css', 'utf8');
    const colours = [...css.matchAll(/\.gm-(\d+) \{\s*stroke: (#\w{6});\s*fill: (#\w{6});/gu)];
    expect(colours.map(([, index, stroke]) => [Number(index), stroke])).toEqual([
      ...RAMP.entries(),
    ]);
    for (const [, , stroke, fill] of colours) expect(fill).toBe(stroke);
  });
});
