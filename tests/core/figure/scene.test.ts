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
      makeSpec({ outlines: [{ scope: 'ee', rings: [ring] }] }),
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
});
