import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildPlaneFigure } from '../../src/core/figure/build-plane-figure.ts';
import type { FigureSpec } from '../../src/core/figure/figure-spec.ts';
import { buildDrawing } from '../../src/figures/drawing.ts';
import { WIDE } from '../../src/figures/layout.ts';
import { readRealContent } from '../fixtures/real-content.ts';

const FILES = ['src/styles/fonts/figure-sans-400.ttf', 'src/styles/fonts/figure-sans-600.ttf'];

/** The characters a TrueType file has glyphs for: the table `cmap` in its format 4. */
function readCharacters(file: string): Set<number> {
  const bytes = readFileSync(file);
  const tables = Array.from({ length: bytes.readUInt16BE(4) }, (_, i) => 12 + 16 * i);
  const entry = tables.find((at) => bytes.toString('latin1', at, at + 4) === 'cmap') ?? NaN;
  const cmap = bytes.readUInt32BE(entry + 8);
  const starts = Array.from({ length: bytes.readUInt16BE(cmap + 2) }, (_, i) =>
    bytes.readUInt32BE(cmap + 4 + 8 * i + 4),
  ).map((offset) => cmap + offset);
  const table = starts.find((at) => bytes.readUInt16BE(at) === 4) ?? NaN;
  const count = bytes.readUInt16BE(table + 6) / 2;
  const characters = new Set<number>();
  for (let i = 0; i < count; i++) {
    const end = bytes.readUInt16BE(table + 14 + 2 * i);
    const start = bytes.readUInt16BE(table + 16 + 2 * count + 2 * i);
    for (let code = start; code <= end && code < 0xffff; code++) characters.add(code);
  }
  return characters;
}

/** Everything that can be written on a figure or a card of it. */
function listTexts(spec: FigureSpec): string[] {
  const { around } = buildDrawing(spec, { layout: WIDE });
  const drawn = around.flatMap((item) =>
    item.kind === 'text' ? item.runs.map(({ text }) => text) : [],
  );
  const axes = [spec.x, spec.y].flatMap((axis) => [axis, ...(axis.choices ?? [])]);
  return [
    ...drawn,
    ...axes.flatMap(({ plain, unitLabel }) => [plain, unitLabel]),
    ...spec.series.flatMap(({ short, label }) => [short, label]),
    ...spec.lifetimes.map(({ label }) => label),
    spec.finding,
    spec.title.replaceAll(/\$[^$]*\$/gu, ''),
  ];
}

let texts: readonly string[] = [];
beforeAll(async () => {
  const { catalogue } = await readRealContent();
  texts = [...catalogue.planes.values()].flatMap((plane) =>
    listTexts(buildPlaneFigure(plane, catalogue)),
  );
}, 60_000);

describe.each(FILES)('%s', (file) => {
  it('has every character of every figure', () => {
    const characters = readCharacters(file);
    const missing = new Map<string, string>();
    for (const text of texts) {
      for (const letter of text.normalize('NFC')) {
        if (!characters.has(letter.codePointAt(0) ?? 0)) missing.set(letter, text);
      }
    }
    expect(texts.length).toBeGreaterThan(1000);
    expect([...missing]).toEqual([]);
  });

  it('has the letters a reader may name a curve with', () => {
    const characters = readCharacters(file);
    const letters = 'ABCxyz0189äéñçøŁšž ΓΔΛΥΨΩαβγεμντχ ⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉ ′−×·→ℓ±≤≥≈%&()[]{}/';
    expect(
      [...letters.matchAll(/./gu)].filter(([c]) => !characters.has(c.codePointAt(0) ?? 0)),
    ).toEqual([]);
  });

  it('stays small', () => {
    expect(readFileSync(file).length).toBeLessThan(60_000);
  });
});
