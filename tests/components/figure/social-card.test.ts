import { describe, expect, it } from 'vitest';
import { renderSocialCard, writeSocialCard } from '../../../src/components/figure/social-card.ts';
import { makeFullSpec } from '../../figures/make-full-spec.ts';
import { drawPixels, hasColourNear } from '../../figures/read-pixels.ts';

const card = {
  kicker: 'Dark Portals',
  title: 'Dark photon & friends',
  text: 'The best e⁺e⁻ limit is BaBar 2014.',
  figures: [makeFullSpec()],
};

describe('a social card', () => {
  it('is a picture of the size that link previews ask for', async () => {
    const bytes = Buffer.from(await renderSocialCard(card));
    expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  });

  it('has the title on its left and the figure on its right', () => {
    const picture = drawPixels(writeSocialCard(card));
    const count = (left: number, right: number, colour: string): number => {
      let found = 0;
      for (let x = left; x < right; x += 3)
        for (let y = 0; y < picture.height; y += 3)
          if (hasColourNear(picture, [x, y], colour, 0)) found++;
      return found;
    };
    expect(count(50, 520, '#1a1917')).toBeGreaterThan(100);
    expect(count(560, 1150, '#da720d')).toBeGreaterThan(10);
  });

  it('wraps what is long and cuts what is longer', () => {
    const texts = (title: string): string[] =>
      [...writeSocialCard({ ...card, title }).matchAll(/font-weight="600">([^<]*)</gu)].map(
        ([, line = '']) => line,
      );
    expect(texts('word '.repeat(12).trim()).length).toBeGreaterThan(3);
    const long = texts('a longer word '.repeat(40).trim());
    expect(long.length).toBeLessThanOrEqual(6);
    expect(long.at(-1)).toMatch(/ …$/u);
  });

  it('sets four figures in a square', () => {
    const four = writeSocialCard({ ...card, figures: Array(4).fill(card.figures[0]) as never });
    const places = [...four.matchAll(/<svg x="(\d+)" y="(\d+)"/gu)].map(
      ([, x, y]) => `${x ?? ''} ${y ?? ''}`,
    );
    expect(new Set(places).size).toBe(4);
  });
});
