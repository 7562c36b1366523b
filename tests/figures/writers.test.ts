import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildDrawing, type Drawing, type Primitive } from '../../src/figures/drawing.ts';
import { WIDE } from '../../src/figures/layout.ts';
import { writePageSvg } from '../../src/figures/page-svg.ts';
import { writePdf } from '../../src/figures/pdf.ts';
import { writeStandaloneSvg } from '../../src/figures/standalone-svg.ts';
import { makeFullSpec } from './make-full-spec.ts';

const drawing = buildDrawing(makeFullSpec(), { layout: WIDE });
const fonts = {
  regular: readFileSync('src/styles/fonts/figure-sans-400.ttf'),
  semibold: readFileSync('src/styles/fonts/figure-sans-600.ttf'),
};

const WRITERS: Readonly<Record<string, (one: Drawing) => Promise<string>>> = {
  page: (one) => Promise.resolve(writePageSvg(one, { id: 'test' })),
  standalone: (one) => Promise.resolve(writeStandaloneSvg(one, { theme: 'light', id: 'test' })),
  pdf: async (one) => {
    const bytes = await writePdf(one, {
      theme: 'light',
      widthMm: 86,
      fonts,
      subject: '',
      keywords: [],
      created: new Date(0),
    });
    return Buffer.from(bytes).toString('latin1');
  },
};

const nameOf = (item: Primitive): string =>
  item.kind === 'path' || item.kind === 'text' ? `${item.kind} ${item.part}` : item.kind;

/** The drawing without the first primitive of a name. */
function leaveOut(name: string): Drawing {
  const without = (items: readonly Primitive[]): Primitive[] => {
    const index = items.findIndex((item) => nameOf(item) === name);
    return items.filter((_, i) => i !== index);
  };
  return { ...drawing, inside: without(drawing.inside), around: without(drawing.around) };
}

const names = [...new Set([...drawing.inside, ...drawing.around].map(nameOf))];

describe.each(Object.entries(WRITERS))('the writer of %s', (_, write) => {
  it.each(names)('draws a primitive of the kind %s', async (name) => {
    expect(await write(leaveOut(name))).not.toBe(await write(drawing));
  });

  it('draws what a tint holds', async () => {
    const inside = drawing.inside.map((item) =>
      item.kind === 'tint' ? { ...item, items: [] } : item,
    );
    expect(await write({ ...drawing, inside })).not.toBe(await write(drawing));
  });
});
