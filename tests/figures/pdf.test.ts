import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDrawing } from '../../src/figures/drawing.ts';
import { COLUMN_MM, PAPER } from '../../src/figures/layout.ts';
import { PALETTE, resolveColour } from '../../src/figures/palette.ts';
import { type PdfOptions, writePdf } from '../../src/figures/pdf.ts';
import { makeFullSpec } from './make-full-spec.ts';
import { hasColourNear, readPpm } from './read-pixels.ts';

const options: PdfOptions = {
  theme: 'light',
  widthMm: COLUMN_MM,
  fonts: {
    regular: readFileSync('src/styles/fonts/figure-sans-400.ttf'),
    semibold: readFileSync('src/styles/fonts/figure-sans-600.ttf'),
  },
  subject: 'The best e⁺e⁻ limit',
  keywords: ['exclusion limits', 'dark photon'],
  created: new Date('2026-01-02T03:04:05Z'),
};
const drawing = buildDrawing(makeFullSpec(), { layout: PAPER });

const isThere = (command: string): boolean => spawnSync(command, ['-v']).error === undefined;

describe('writePdf', () => {
  let folder = '';
  let file = '';
  let bytes = new Uint8Array();
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'figure-pdf-'));
    file = join(folder, 'figure.pdf');
    bytes = await writePdf(drawing, options);
    writeFileSync(file, bytes);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const ask = (command: string, ...rest: string[]): string =>
    execFileSync(command, [file, ...rest], { encoding: 'utf8' });

  it('writes the same file for the same figure, whatever the time zone', async () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Asia/Tokyo';
    const again = await writePdf(drawing, options);
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    expect(Buffer.compare(bytes, again)).toBe(0);
  });

  it('calls itself a version that knows transparency', () => {
    expect(new TextDecoder('latin1').decode(bytes.subarray(0, 8))).toBe('%PDF-1.4');
  });

  it.skipIf(!isThere('pdfinfo'))('says what it shows and has the size of a column', () => {
    const info = ask('pdfinfo');
    expect(info).toMatch(/Title: +A plane & its limits/u);
    expect(info).toMatch(/Subject: +The best e⁺e⁻ limit/u);
    expect(info).toMatch(/Keywords: +exclusion limits, dark photon/u);
    expect(info).toMatch(/Page size: +243\.78/u);
  });

  it.skipIf(!isThere('pdffonts'))('embeds both fonts', () => {
    const fonts = ask('pdffonts')
      .trim()
      .split('\n')
      .filter((line) => line.includes('FigureSans'));
    expect(fonts).toHaveLength(2);
    for (const font of fonts) expect(font).toMatch(/CID TrueType +Identity-H +yes/u);
  });

  it.skipIf(!isThere('pdftotext'))('keeps every label as text, once', () => {
    const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
    for (const label of ['BaBar 2014', 'Mine', 'Favoured', 'cτ = 1 m', '10−2', ' [GeV]'])
      expect(text).toContain(label);
    expect(text.match(/Mine/gu)).toHaveLength(1);
  });

  it.skipIf(!isThere('pdftoppm'))('shows curves, tints and markers where they belong', () => {
    const scale = 2;
    const picture = readPpm(
      execFileSync('pdftoppm', ['-r', String(72 * 2 * scale), file], { maxBuffer: 1e8 }),
    );
    const { left, top, width, height } = drawing.frame;
    const place = (mass: number, value: number): [number, number] => [
      scale * (left + (Math.log10(mass / 1e-2) / 3) * width),
      scale * (top + (1 - Math.log10(value / 1e-6) / 5) * height),
    ];
    const line = (hue: keyof typeof PALETTE): string => PALETTE[hue].light.line[0];
    expect(picture.at(3, 3)).toBe(resolveColour('--fig-paper', 'light'));
    expect(hasColourNear(picture, place(5, 8e-6), line('own'))).toBe(true);
    expect(hasColourNear(picture, place(5, 3e-5), line('belle-2'), 20)).toBe(true);
    expect(hasColourNear(picture, place(0.3, 3.35e-4), line('babar'))).toBe(true);
    expect(hasColourNear(picture, place(2, 2e-2), line('ee-other'), 8)).toBe(true);
    expect(hasColourNear(picture, place(0.04, 1.4e-4), line('favoured'), 12)).toBe(true);
    // A tint is a tenth of its colour, not the colour.
    expect(hasColourNear(picture, place(3, 3e-2), '#f9ebdf', 1)).toBe(true);
    expect(picture.at(...place(3, 4e-6))).toBe(resolveColour('--fig-paper', 'light'));
  });
});
