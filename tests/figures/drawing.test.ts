import { describe, expect, it } from 'vitest';
import { buildDrawing, type Primitive } from '../../src/figures/drawing.ts';
import { MINIATURE, PAPER, WIDE } from '../../src/figures/layout.ts';
import { OUTLINES } from '../../src/figures/palette.ts';
import { makeSeries, makeSpec } from '../core/figure/make-series.ts';
import { makeFullSpec } from './make-full-spec.ts';

const drawing = buildDrawing(makeFullSpec(), { layout: WIDE });
const nameOf = (item: Primitive): string =>
  item.kind === 'path' || item.kind === 'text' ? item.part : item.kind;
const names = [...drawing.inside, ...drawing.around].map(nameOf);

describe('buildDrawing', () => {
  it('goes from the grid over lifetimes, fills, greys and outlines to coloured edges and labels', () => {
    const order = [...new Set(names)];
    expect(order).toEqual([
      'grid',
      'lifetime',
      'sky',
      'grey',
      'clear',
      'tint',
      'hatch',
      'edge',
      'outline-ee',
      'outline-laboratory',
      'circles',
      'frame',
      'ticks',
      'tick',
      'title',
      'formula',
      'lifetime-label',
      'main-label',
      'label',
    ]);
  });

  it('clears the greys below every tint', () => {
    const count = (name: string): number => names.filter((one) => one === name).length;
    const tinted = drawing.inside.flatMap((item) => (item.kind === 'tint' ? item.items : []));
    expect(count('clear')).toBe(tinted.length);
  });

  it('draws lines of equal lifetime only where the view gives any', () => {
    const without = buildDrawing(makeFullSpec({ lifetimes: [] }), { layout: WIDE });
    expect([...without.inside, ...without.around].map(nameOf).join(' ')).not.toContain('lifetime');
  });

  it("sets the reader's own curve apart: a strong line with the label of a main result", () => {
    const isOwn = (item: Primitive): boolean =>
      (item.kind === 'path' || item.kind === 'text') && item.style?.hue === 'own';
    const [edge] = drawing.inside.filter(isOwn);
    const [label] = drawing.around.filter(isOwn);
    expect(edge).toMatchObject({ part: 'edge', stroke: { width: 2, dash: [] } });
    expect(label).toMatchObject({ part: 'main-label', runs: [{ text: 'Mine' }] });
  });

  it('dashes a projection', () => {
    const edges = drawing.inside.filter(
      (item) => item.kind === 'path' && item.part === 'edge' && item.style?.hue === 'belle-2',
    );
    expect(edges).toMatchObject([{ stroke: { dash: [7, 4] } }]);
  });

  it('leads a line from a label that has no room beside its curve', () => {
    // One short curve between walls of others.
    const wall = (limit: string, y: number): ReturnType<typeof makeSeries> =>
      makeSeries({
        limit,
        label: limit,
        short: limit,
        isSuperseded: true,
        mark: {
          kind: 'segments',
          segments: [
            [
              [1e-2, y],
              [10, y],
            ],
          ],
        },
      });
    const short = makeSeries({
      mark: {
        kind: 'segments',
        segments: [
          [
            [0.3, 1e-3],
            [0.4, 1e-3],
          ],
        ],
      },
    });
    const spec = makeSpec({ series: [wall('a', 1.15e-3), wall('b', 8.7e-4), short] });
    const { around } = buildDrawing(spec, { layout: WIDE });
    const [leader] = around.filter((item) => item.kind === 'path' && item.part === 'leader');
    const [label] = around.filter((item) => item.kind === 'text' && item.part === 'main-label');
    expect(label).toMatchObject({ runs: [{ text: 'BaBar 2014' }] });
    expect(leader).toMatchObject({ stroke: { colour: '--fig-babar-ink' } });
  });

  it('scales lines, dashes and markers with the layout', () => {
    const small = buildDrawing(makeFullSpec(), { layout: { ...PAPER, lineScale: 0.5 } });
    const [outline] = small.inside.filter(
      (item) => item.kind === 'path' && item.part === 'outline-ee',
    );
    const [circles] = small.inside.filter(({ kind }) => kind === 'circles');
    expect(outline).toMatchObject({ stroke: { width: OUTLINES.ee.width / 2 } });
    expect(circles).toMatchObject({ radius: 1.6, stroke: { width: 0.6 } });
  });

  it('holds no words where the layout has no room for any', () => {
    const { around } = buildDrawing(makeFullSpec(), { layout: MINIATURE });
    expect(around.map(({ kind }) => kind)).toEqual(['frame']);
  });
});

describe('PAPER', () => {
  it('is one column of a two-column paper with labels of eight points', () => {
    const pointsPerUnit = ((86 / 25.4) * 72) / PAPER.width;
    expect(PAPER.labelPx.primary * pointsPerUnit).toBeCloseTo(8, 2);
    expect(PAPER.tickPx * pointsPerUnit).toBeCloseTo(7, 2);
  });
});
