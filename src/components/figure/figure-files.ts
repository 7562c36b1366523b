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
import { memoise } from './memo.ts';
import { FONT_FILES, renderPng } from './render-png.ts';

/** A plane's figure as a file of vectors for screens. */
export async function writeFigureSvg(plane: string, theme: Theme): Promise<string> {
  // Its pixels are wanted later and drawn on another thread: they may as well begin now.
  if (theme === 'light') void writeFigurePng(plane);
  return drawSvg(plane, theme);
}

const drawSvg = async (plane: string, theme: Theme): Promise<string> =>
  writeStandaloneSvg(await drawPlane(plane, WIDE), { theme, id: plane });

/** The same in pixels, two for each of its own. */
export const writeFigurePng = memoise(async (plane) => renderPng(await drawSvg(plane, 'light'), 2));

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

const drawings = memoise(async (key) => {
  const [plane = '', size] = key.split(' ');
  const spec = applyView(await getPlaneFigure(plane), DEFAULT_VIEW);
  return buildDrawing(spec, { layout: size === 'paper' ? PAPER : WIDE });
});

/** The figure as it starts, drawn once for all its files. */
const drawPlane = (plane: string, layout: FigureLayout): Promise<Drawing> =>
  drawings(`${plane} ${layout === PAPER ? 'paper' : 'wide'}`);

let fonts: Promise<{ regular: Uint8Array; semibold: Uint8Array }> | undefined;

async function readFonts(): Promise<{ regular: Uint8Array; semibold: Uint8Array }> {
  const [regular, semibold] = await Promise.all(FONT_FILES.map((file) => readFile(file)));
  if (regular === undefined || semibold === undefined) throw new Error('A font is missing.');
  return { regular, semibold };
}
