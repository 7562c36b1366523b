import { describe, expect, it } from 'vitest';
import { isOverlapping } from '../../src/core/figure/place-labels.ts';
import {
  DECAY_FRAME,
  type DecayCurve,
  type DecayPlot,
  layOutDecays,
  writeDecaySvg,
} from '../../src/figures/decay-svg.ts';

const curve = (
  id: string,
  points: readonly (readonly [number, number])[],
  style: DecayCurve['style'] = { hue: 'belle-2', line: 'solid' },
): DecayCurve => ({ id, segments: [points], style, label: { plain: id } });

const PLOT: DecayPlot = {
  x: { scale: 'log', range: [0.01, 10] },
  y: { scale: 'log', range: [1e-3, 1] },
  curves: [
    curve('ee', [
      [0.01, 0.9],
      [10, 0.3],
    ]),
    curve(
      'μ^+μ^-',
      [
        [0.2, 1e-5],
        [0.21, 0.1],
        [10, 0.3],
      ],
      { hue: 'babar', line: 'dashed' },
    ),
  ],
};

const TITLES = {
  x: { plain: 'm_X', unitLabel: 'GeV' },
  y: { plain: 'BR', unitLabel: '' },
};
const write = (plot: DecayPlot): string =>
  writeDecaySvg(plot, { id: 'one', title: 'A & B', description: 'x < y', titles: TITLES });

describe('layOutDecays', () => {
  it('cuts lines at the frame', () => {
    const { curves } = layOutDecays(PLOT);
    for (const [x, y] of curves.flatMap(({ paths }) => paths.flat())) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(DECAY_FRAME.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(DECAY_FRAME.height + 1e-9);
    }
    // What lies below the frame is not drawn.
    expect(curves[1]?.paths[0]?.[0]?.[1]).toBeCloseTo(DECAY_FRAME.height, 6);
  });

  it('thins what a screen cannot show', () => {
    const points = Array.from(
      { length: 3001 },
      (_, i) => [0.01 * 1000 ** (i / 3000), 0.5] as const,
    );
    const { curves } = layOutDecays({ ...PLOT, curves: [curve('flat', points)] });
    expect(curves[0]?.paths[0]?.length).toBeLessThan(10);
  });

  it('names every line, and no name covers another', () => {
    const levels = Array.from({ length: 8 }, (_, i) => 0.9 / 1.4 ** i);
    const curves = levels.map((level, i) =>
      curve(`line ${String(i)}`, [
        [0.01, level],
        [10, level / 2],
      ]),
    );
    const { labels } = layOutDecays({ ...PLOT, curves });
    expect(labels.map(({ id }) => id).sort()).toEqual(curves.map(({ id }) => id).sort());
    for (const [i, a] of labels.entries())
      for (const b of labels.slice(i + 1)) expect(isOverlapping(a, b)).toBe(false);
  });

  it('does not name a line at a sliver of it', () => {
    const slivered: DecayCurve = {
      ...curve('c', []),
      segments: [
        [
          [0.01, 0.5],
          [0.0102, 0.5],
        ],
        [
          [1, 0.5],
          [10, 0.5],
        ],
      ],
    };
    const [label] = layOutDecays({ ...PLOT, curves: [slivered] }).labels;
    expect(label?.x).toBeGreaterThan(DECAY_FRAME.width / 2);
  });
});

describe('writeDecaySvg', () => {
  it('says what it shows, with its axes for scripts, and escapes what it is given', () => {
    const svg = write(PLOT);
    expect(svg).toContain('role="img" aria-labelledby="one-title one-desc"');
    expect(svg).toContain('<title id="one-title">A &amp; B</title>');
    expect(svg).toContain('<desc id="one-desc">x &lt; y</desc>');
    expect(svg).toContain('data-x="0.01 10" data-y="0.001 1"');
  });

  it('tells lines apart by colour and by dashes', () => {
    const svg = write(PLOT);
    expect(svg).toContain('class="dpf-edge decay-line h-belle-2" data-channel="ee"');
    expect(svg).toContain('class="dpf-edge decay-line h-babar l-dashed"');
  });

  it('writes an outline where a label was typeset, and letters where not', () => {
    const typeset = { d: 'M0 0L500 0L500 -500Z', width: 500, height: 500, depth: 0 };
    const one = curve('ee', PLOT.curves[0]?.segments[0]?.map(([x, y]) => [x, y] as const) ?? []);
    const svg = write({ ...PLOT, curves: [{ ...one, label: { plain: 'ee', typeset } }] });
    expect(svg).toMatch(/class="decay-label h-belle-2"><path transform="[^"]*scale\(0?\.014\)"/u);
    expect(write({ ...PLOT, curves: [one] })).toMatch(
      /class="decay-label h-belle-2"><text text-anchor="middle"/u,
    );
  });

  it('never writes a number that is none, also without lines', () => {
    expect(write(PLOT)).not.toMatch(/NaN|Infinity|undefined/u);
    expect(write({ ...PLOT, curves: [] })).not.toMatch(/NaN|Infinity|undefined/u);
  });
});
