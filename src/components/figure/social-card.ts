import { applyView } from '../../core/figure/apply-view.ts';
import type { FigureSpec } from '../../core/figure/figure-spec.ts';
import { estimateTextWidth } from '../../core/figure/text-width.ts';
import { DEFAULT_VIEW } from '../../core/figure/view.ts';
import { buildDrawing } from '../../figures/drawing.ts';
import { type FigureLayout, MINIATURE } from '../../figures/layout.ts';
import { resolveColour } from '../../figures/palette.ts';
import { writeStandaloneSvg } from '../../figures/standalone-svg.ts';
import { escapeXml } from '../../core/escape-xml.ts';
import { renderPng } from './render-png.ts';

/** What a card says and shows. */
export interface SocialCard {
  /** What kind of page it leads to, above the title. */
  readonly kicker: string;
  readonly title: string;
  readonly text: string;
  /** One figure, or four in a square. */
  readonly figures: readonly FigureSpec[];
}

/** The size link previews are made for [px]. */
const CARD = { width: 1200, height: 630 } as const;
const MARGIN = 56;
const COLUMN = 452;
const FIGURES = { left: 564, top: 56, width: 580, height: 518, gap: 20 } as const;

/** The picture of a page for link previews. */
export const renderSocialCard = (card: SocialCard): Promise<Uint8Array<ArrayBuffer>> =>
  renderPng(writeSocialCard(card), 1);

/** The same as SVG. */
export function writeSocialCard({ kicker, title, text, figures }: SocialCard): string {
  const ink = resolveColour('--fig-ink', 'light');
  const accent = resolveColour('--fig-accent-0', 'light');
  const muted = resolveColour('--fig-context-ink', 'light');
  const heading = fitText(title, COLUMN, [46, 40, 34, 30], 5);
  const body = fitText(text, COLUMN, [27, 24, 21], 7);
  const headingTop = MARGIN + 76;
  const bodyTop = headingTop + heading.lines.length * heading.fontPx * 1.16 + 22;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(CARD.width)}" height="${String(CARD.height)}" viewBox="0 0 ${String(CARD.width)} ${String(CARD.height)}" font-family="Figure Sans">`,
    `<rect width="${String(CARD.width)}" height="${String(CARD.height)}" fill="${resolveColour('--fig-paper', 'light')}"/>`,
    `<rect width="10" height="${String(CARD.height)}" fill="${accent}"/>`,
    `<text x="${String(MARGIN)}" y="${String(MARGIN + 24)}" font-size="24" fill="${accent}" font-weight="600">${escapeXml(kicker)}</text>`,
    writeLines(heading, headingTop, `fill="${ink}" font-weight="600"`, 1.16),
    writeLines(body, bodyTop, `fill="${muted}"`, 1.36),
    placeFigures(figures),
    '</svg>',
  ].join('');
}

function placeFigures(figures: readonly FigureSpec[]): string {
  const isSingle = figures.length === 1;
  const { left, top, gap } = FIGURES;
  const width = isSingle ? FIGURES.width : (FIGURES.width - gap) / 2;
  const height = isSingle ? FIGURES.height : (FIGURES.height - gap) / 2;
  const layout: FigureLayout = { ...MINIATURE, width, height, lineScale: isSingle ? 1.5 : 1 };
  return figures
    .slice(0, 4)
    .map((spec, i) => {
      const svg = drawSmall(spec, layout, `figure-${String(i)}`);
      const x = left + (i % 2) * (width + gap);
      const y = top + Math.floor(i / 2) * (height + gap);
      return svg.replace('<svg ', `<svg x="${String(x)}" y="${String(y)}" `);
    })
    .join('');
}

/** Results only: a small figure has no room for what may come. */
function drawSmall(spec: FigureSpec, layout: FigureLayout, id: string): string {
  const drawing = buildDrawing(applyView(spec, DEFAULT_VIEW), {
    layout,
    isShown: (one) => one.layer !== 'projection',
  });
  return writeStandaloneSvg(drawing, { theme: 'light', id });
}

interface FittedText {
  readonly lines: readonly string[];
  readonly fontPx: number;
}

/** The text in the largest size that needs no more than so many lines; cut where none does. */
function fitText(
  text: string,
  width: number,
  sizes: readonly number[],
  maxLines: number,
): FittedText {
  let fitted: FittedText = { lines: [], fontPx: sizes[0] ?? 16 };
  for (const fontPx of sizes) {
    fitted = { lines: wrapText(text, width, fontPx), fontPx };
    if (fitted.lines.length <= maxLines) return fitted;
  }
  const lines = fitted.lines.slice(0, maxLines);
  return { ...fitted, lines: lines.with(-1, `${lines.at(-1) ?? ''} …`) };
}

function wrapText(text: string, width: number, fontPx: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && estimateTextWidth(longer, fontPx) <= width)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const writeLines = (
  { lines, fontPx }: FittedText,
  top: number,
  attributes: string,
  leading: number,
): string =>
  lines
    .map(
      (line, i) =>
        `<text x="${String(MARGIN)}" y="${String(Math.round(top + (i + 0.75) * fontPx * leading))}" font-size="${String(fontPx)}" ${attributes}>${escapeXml(line)}</text>`,
    )
    .join('');
