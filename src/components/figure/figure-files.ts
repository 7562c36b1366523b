import { readFile } from 'node:fs/promises';
import { applyView } from '../../core/figure/apply-view.ts';
import type { FigureSpec } from '../../core/figure/figure-spec.ts';
import { DEFAULT_VIEW } from '../../core/figure/view.ts';
import { buildDrawing, type Drawing } from '../../figures/drawing.ts';
import { COLUMN_MM, type FigureLayout, PAPER, WIDE } from '../../figures/layout.ts';
import type { Theme } from '../../figures/palette.ts';
import { writePdf } from '../../figures/pdf.ts';
import { writeStandaloneSvg } from '../../figures/standalone-svg.ts';
import { getCatalogue } from '../../io/site.ts';
import { getPlaneFigure } from './figure-data.ts';
import { FONT_FILES, renderPng } from './render-png.ts';

/** A plane's figure as a file of vectors for screens. */
export async function writeFigureSvg(plane: string, theme: Theme): Promise<string> {
  return writeStandaloneSvg(await drawPlane(plane, WIDE), { theme, id: plane });
}

/** The same in pixels, two for each of its own. */
export async function writeFigurePng(plane: string): Promise<Uint8Array<ArrayBuffer>> {
  return renderPng(await writeFigureSvg(plane, 'light'), 2);
}

/** A plane's figure for one column of a paper. */
export async function writeFigurePdf(plane: string): Promise<Uint8Array<ArrayBuffer>> {
  const { version } = await getCatalogue();
  const spec = await getPlaneFigure(plane);
  fonts ??= readFonts();
  return writePdf(await drawPlane(plane, PAPER), {
    theme: 'light',
    widthMm: COLUMN_MM,
    fonts: await fonts,
    subject: spec.finding,
    keywords: ['exclusion limits', spec.y.name, spec.x.name, ...listExperiments(spec)],
    created: new Date(version.date),
  });
}

/** Names on the curves, each once. */
const listExperiments = (spec: FigureSpec): string[] => [
  ...new Set(spec.series.filter((one) => !one.startsHidden).map((one) => one.label)),
];

const drawings = new Map<string, Promise<Drawing>>();

/** The figure as it starts, drawn once for all its files. */
function drawPlane(plane: string, layout: FigureLayout): Promise<Drawing> {
  const key = `${plane} ${String(layout.width)}`;
  const known = drawings.get(key);
  // In development the content changes under a running server.
  if (known !== undefined && !import.meta.env.DEV) return known;
  const drawing = getPlaneFigure(plane).then((spec) =>
    buildDrawing(applyView(spec, DEFAULT_VIEW), { layout }),
  );
  drawings.set(key, drawing);
  return drawing;
}

let fonts: Promise<{ regular: Uint8Array; semibold: Uint8Array }> | undefined;

async function readFonts(): Promise<{ regular: Uint8Array; semibold: Uint8Array }> {
  const [regular, semibold] = await Promise.all(FONT_FILES.map((file) => readFile(file)));
  if (regular === undefined || semibold === undefined) throw new Error('A font is missing.');
  return { regular, semibold };
}
