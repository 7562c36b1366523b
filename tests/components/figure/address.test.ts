import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  decodeCurves,
  encodeCurves,
  readCurves,
  viewAddress,
} from '../../../src/components/figure/address.ts';
import { makeOwnSeries } from '../../../src/components/figure/own-series.ts';
import type { FigureSeries } from '../../../src/core/figure/figure-spec.ts';
import { MOST_CURVES } from '../../../src/core/figure/own-curve-address.ts';
import { DEFAULT_VIEW } from '../../../src/core/figure/view.ts';

const makeOwn = (...names: string[]): FigureSeries[] =>
  names.map((name, i) =>
    makeOwnSeries(
      name,
      [
        [
          [0.1, 1e-3],
          [1, 2e-3],
        ],
      ],
      i,
    ),
  );

describe('the address of a view', () => {
  const host = { dataset: { page: '/planes/p/', embed: '/embed/p/', image: '/figures/p.svg' } };
  const model = { view: { ...DEFAULT_VIEW, only: ['babar'] }, own: makeOwn('Secret') };

  beforeEach(() => {
    vi.stubGlobal('location', new URL('https://site/planes/p/?v=1#curve=1~Secret~AAAA'));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('carries the reader’s curves where it stays with the reader', () => {
    expect(viewAddress(host, model, 'page')).toMatch(
      /^https:\/\/site\/planes\/p\/\?v=1&only=babar#curve=1~Secret~/u,
    );
  });
  it('leaves them out of files and of code that others publish', () => {
    expect(viewAddress(host, model, 'permalink')).toBe('https://site/planes/p/?v=1&only=babar');
    expect(viewAddress(host, model, 'embed')).toBe('https://site/embed/p/?v=1&only=babar');
    expect(viewAddress(host, model, 'image')).toBe('https://site/figures/p.svg');
  });
});

describe('curves in a fragment', () => {
  it('are read back as they were written', () => {
    const own = makeOwn('One', 'Two & more~');
    const hash = encodeCurves({ own });
    expect(readCurves(hash)).toEqual({ own, problems: [] });
    expect(readCurves(hash.slice(1)).own).toEqual(own);
  });
  it('leave alone what belongs to others, and say what is broken', () => {
    const hash = `${encodeCurves({ own: makeOwn('One') })}&figure-1&curve=2~x~y`;
    const { own, problems } = readCurves(hash);
    expect(own.map(({ label }) => label)).toEqual(['One']);
    expect(problems).toHaveLength(1);
    expect(readCurves('')).toEqual({ own: [], problems: [] });
    expect(readCurves('#figure-1')).toEqual({ own: [], problems: [] });
  });
  it('are as many as an address carries', () => {
    const own = makeOwn(...Array.from({ length: MOST_CURVES + 2 }, (_, i) => `C${String(i)}`));
    expect(readCurves(encodeCurves({ own })).own).toHaveLength(MOST_CURVES);
    const text = encodeCurves({ own: own.slice(0, 1) }).replace('#curve=', '');
    const { own: kept, problems } = decodeCurves(Array.from({ length: 30 }, () => text));
    expect(kept).toHaveLength(MOST_CURVES);
    expect(problems).toEqual(['The link has 30 curves; the first 20 are read.']);
    expect(new Set(kept.map(({ limit }) => limit)).size).toBe(MOST_CURVES);
  });
  it('are turned round where an older link has them in falling mass', () => {
    const [falling] = makeOwn('Falling').map((one) => ({
      ...one,
      mark: {
        kind: 'segments' as const,
        segments: [
          [
            [1, 2e-3],
            [0.1, 1e-3],
          ] as const,
        ],
      },
    }));
    const hash = encodeCurves({ own: falling === undefined ? [] : [falling] });
    expect(readCurves(hash).own).toEqual(makeOwn('Falling'));
  });
});
