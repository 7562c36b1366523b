import { describe, expect, it } from 'vitest';
import { TAKE_AWAY_FORMATS } from '../../../../src/core/formats/figure/take-away.ts';
import { makeSeries, makeSpec } from '../../figure/make-series.ts';
import { makeContext } from './make-context.ts';

/** Where names stand is decided, and tested, elsewhere. */
const hidePlaces = (text: string): string =>
  text
    .replaceAll(/^( {4}\("[^"]*"), -?[\d.]+, -?[\d.]+, -?[\d.]+,/gmu, '$1, X, Y, ANGLE,')
    .replaceAll(/rotate=-?[\d.]+(?=, inner sep=0pt)/gu, 'rotate=ANGLE')
    .replaceAll(/rel axis cs:[\d.]+,[\d.]+/gu, 'rel axis cs:X,Y');

describe('the formats a figure is taken away in', () => {
  it.each(TAKE_AWAY_FORMATS)('$id writes the small figure', ({ write }) => {
    const series = makeSpec().series.map((one) =>
      one.limit === 'babar' ? { ...one, reference: 'BaBar:2014zli', confidenceLevel: 0.9 } : one,
    );
    expect(hidePlaces(write(makeSpec({ series }), makeContext()))).toMatchSnapshot();
  });

  it('have ids and file names of their own', () => {
    for (const key of ['id', 'extension', 'label'] as const) {
      expect(new Set(TAKE_AWAY_FORMATS.map((format) => format[key])).size).toBe(
        TAKE_AWAY_FORMATS.length,
      );
    }
  });

  it.each(TAKE_AWAY_FORMATS)('$id writes a figure without a single series', ({ write }) => {
    expect(() => write(makeSpec({ series: [] }), makeContext())).not.toThrow();
  });

  it.each(TAKE_AWAY_FORMATS)('$id writes marks without points', ({ write }) => {
    const series = [
      makeSeries({ limit: 'a', mark: { kind: 'segments', side: 'above', segments: [] } }),
      makeSeries({ limit: 'b', mark: { kind: 'rings', rings: [] } }),
      makeSeries({ limit: 'c', mark: { kind: 'strips', strips: [] } }),
      makeSeries({ limit: 'd', mark: { kind: 'markers', points: [] } }),
    ];
    expect(() => write(makeSpec({ series }), makeContext())).not.toThrow();
  });

  it('refuse a colour that is none: it would stand in a program', () => {
    const context = makeContext({ colourOf: () => 'red};\\input{x}' });
    const drawn = TAKE_AWAY_FORMATS.filter(({ id }) => id === 'matplotlib' || id === 'pgfplots');
    expect(drawn).toHaveLength(2);
    for (const { write } of drawn) expect(() => write(makeSpec(), context)).toThrow(/no colour/u);
  });
});
