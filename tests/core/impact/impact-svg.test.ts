import { describe, expect, it } from 'vitest';
import { drawImpact } from '../../../src/core/impact/impact-svg.ts';
import { pairUp } from '../../../src/core/impact/impact.ts';
import { makeCatalogue, makeLimit, makePlane } from '../../fixtures/make-catalogue.ts';

const before = makeCatalogue();
const after = makeCatalogue({
  limits: [
    makeLimit({ rows: '1,1,1e-4 1,2,1e-4 2,3,1e-4 2,4,1e-4' }),
    makeLimit({ id: 'island', shape: 'interval' }),
  ],
});

const draw = (...scopes: ('laboratory' | 'ee')[]): string =>
  drawImpact(
    makePlane({ title: 'A & B' }),
    'mass [GeV]',
    'ε',
    scopes.map((scope) => ({ scope, ...pairUp('dark-photon-visible', scope, before, after) })),
  );

describe('the picture of an impact', () => {
  it('draws before in grey under after in the accent, islands dashed, gaps open', () => {
    const svg = draw('ee');
    const paths = [...svg.matchAll(/<path d="(M[^"]+)" stroke="(#\w+)" stroke-width="([\d.]+)"/gu)]
      .map(([, d = '', colour, weight]) => ({ parts: d.split('M').length - 1, colour, weight }))
      .filter(({ weight }) => weight !== undefined);
    expect(paths).toEqual([
      { parts: 1, colour: '#8f8980', weight: '4.5' },
      { parts: 2, colour: '#8f1d2c', weight: '1.6' },
      { parts: 1, colour: '#8f1d2c', weight: '0.8' },
    ]);
    expect(svg).toContain('stroke-dasharray');
  });

  it('has a panel for each scope', () => {
    expect(draw('ee')).toContain('viewBox="0 0 460 400"');
    const both = draw('laboratory', 'ee');
    expect(both).toContain('viewBox="0 0 920 400"');
    expect(both).toContain('All laboratory results');
    expect(both).toContain('e⁺e⁻ colliders');
  });

  it('escapes what it writes and names no number that is none', () => {
    const svg = draw('laboratory', 'ee');
    expect(svg).toContain('A &amp; B');
    expect(svg).not.toMatch(/NaN|Infinity|undefined/u);
  });

  it('draws one state alone', () => {
    const [panel] = [{ scope: 'ee' as const, before: undefined, after: undefined }];
    expect(drawImpact(makePlane(), 'm', 'ε', [panel])).not.toContain('stroke-width');
  });
});
