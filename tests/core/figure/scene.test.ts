import { describe, expect, it } from 'vitest';
import { buildScene } from '../../../src/core/figure/scene.ts';
import { makeSeries, makeSpec } from './make-series.ts';

const options = {
  size: { width: 300, height: 250 },
  labelPx: { primary: 12, secondary: 10 },
  tolerancePx: 0.2,
  columnPx: 0.2,
  measureText: (text: string, fontPx: number) => text.length * fontPx * 0.5,
};

describe('buildScene', () => {
  it('cuts everything to the frame', () => {
    const mark = {
      kind: 'segments',
      side: 'above',
      segments: [
        [
          [1e-5, 1e-9],
          [1, 1e-3],
          [1e5, 1e5],
        ],
      ],
    } as const;
    const [one] = buildScene(makeSpec({ series: [makeSeries({ mark })] }), options).series;
    const points = [...(one?.areas.flat() ?? []), ...(one?.edges.flat() ?? [])];
    expect(points.length).toBeGreaterThan(4);
    for (const [x, y] of points) {
      expect(x >= -4.001 && x <= 304.001 && y >= -4.001 && y <= 254.001).toBe(true);
    }
  });

  it('leaves the ends of a mass range out of a combined outline', () => {
    const ring = [
      [0.1, 1e-3],
      [1, 1e-3],
      [1, 1e-1],
      [0.1, 1e-1],
      [0.1, 1e-3],
    ] as const;
    const [outline] = buildScene(
      makeSpec({ outlines: [{ scope: 'ee', levels: [0.9], rings: [ring] }] }),
      options,
    ).outlines;
    expect(outline?.edges).toHaveLength(1);
    expect(new Set(outline?.edges[0]?.map(([, y]) => Math.round(y))).size).toBe(1);
  });

  it('leaves out what starts hidden, unless asked for', () => {
    const spec = makeSpec({ series: [makeSeries({ startsHidden: true })] });
    expect(buildScene(spec, options).series).toHaveLength(0);
    expect(buildScene(spec, { ...options, isShown: () => true }).series).toHaveLength(1);
  });

  it('labels e+e- results', () => {
    expect(buildScene(makeSpec(), options).labels.map((label) => label.text)).toContain(
      'BaBar 2014',
    );
  });

  it("labels the reader's own curve first and as large as the main results", () => {
    const own = makeSeries({ limit: 'own', short: 'Mine', layer: 'own' });
    const { labels } = buildScene(makeSpec({ series: [makeSeries(), own] }), options);
    expect(labels[0]).toMatchObject({ text: 'Mine', fontPx: 12 });
  });

  it('draws lines of equal lifetime and names them where nothing covers them', () => {
    const lifetimes = [
      {
        ctauM: 1,
        label: '1 m',
        segments: [
          [
            [0.02, 2e-3],
            [9, 3e-6],
          ] as const,
        ],
      },
    ];
    const covered = makeSeries({
      layer: 'laboratory',
      style: { hue: 'laboratory', shade: 0, line: 'solid', weight: 'normal', fill: 'grey' },
      mark: {
        kind: 'rings',
        rings: [
          [
            [1e-2, 1e-6],
            [2, 1e-6],
            [2, 1e-1],
            [1e-2, 1e-1],
            [1e-2, 1e-6],
          ],
        ],
      },
    });
    const [line] = buildScene(makeSpec({ series: [covered], lifetimes }), options).lifetimes;
    expect(line?.edges).toHaveLength(1);
    expect(line?.label).toMatchObject({ text: '1 m', fontPx: 10 });
    // Two GeV lie at three quarters of the axis.
    expect(line?.label?.x).toBeGreaterThan(300 * (2.3 / 3) - 10);
  });
});
