import { TAKE_AWAY_FORMATS } from '../../core/formats/figure/take-away.ts';
import type { FigureSpec } from '../../core/figure/figure-spec.ts';
import { buildDrawing } from '../../figures/drawing.ts';
import { COLUMN_MM, type FigureLayout, PAPER, WIDE } from '../../figures/layout.ts';
import type { Theme } from '../../figures/palette.ts';
import { writePdf } from '../../figures/pdf.ts';
import { writeStandaloneSvg } from '../../figures/standalone-svg.ts';
import regularFont from '../../styles/fonts/figure-sans-400.ttf?url';
import semiboldFont from '../../styles/fonts/figure-sans-600.ttf?url';
import { viewAddress } from './address.ts';
import type { FigureModel } from './figure-model.ts';
import { makeTakeAwayContext } from './take-away-context.ts';
import type { TakeAwayData } from './take-away-data.ts';

/** How a drawing is taken away. */
export interface DrawingChoice {
  /** For one column of a paper, or for a screen. */
  readonly size: 'paper' | 'screen';
  readonly theme: Theme;
}

export interface TakenFile {
  readonly blob: Blob;
  readonly name: string;
}

/** Formats that are drawn; the others are text. */
export const DRAWN_FORMATS = [
  { id: 'svg', label: 'SVG' },
  { id: 'pdf', label: 'PDF (vector)' },
  { id: 'png', label: 'PNG' },
] as const;
export type DrawnFormat = (typeof DRAWN_FORMATS)[number]['id'];

const data = new Map<string, Promise<TakeAwayData>>();

async function loadData(address: string): Promise<TakeAwayData> {
  let loading = data.get(address);
  if (loading === undefined) {
    loading = fetch(address).then(async (response) => {
      if (!response.ok) throw new Error(`${address}: ${String(response.status)}`);
      return (await response.json()) as TakeAwayData;
    });
    data.set(address, loading);
    loading.catch(() => data.delete(address));
  }
  return loading;
}

/**
 * What is shown as text in one of the formats, with every digit.
 * @throws when a part of it cannot be loaded: half a file is worse than none
 */
export async function takeText(
  id: string,
  host: HTMLElement,
  model: FigureModel,
): Promise<TakenFile & { readonly text: string }> {
  const format = TAKE_AWAY_FORMATS.find((one) => one.id === id);
  if (format === undefined) throw new Error(`There is no format ${id}.`);
  const [sources, shown] = await Promise.all([
    loadData(host.dataset['sources'] ?? ''),
    model.settle(),
  ]);
  const context = makeTakeAwayContext(sources, viewAddress(host, model, 'permalink'));
  const text = format.write(shown, context);
  return {
    text,
    blob: new Blob([text], { type: format.mime }),
    name: `${nameOf(model)}.${format.extension}`,
  };
}

/** Files are called after the limit in focus, or the plane. */
const nameOf = ({ spec }: FigureModel): string => spec.highlight ?? spec.plane;

/** What is shown as a drawing. */
export async function takeDrawing(
  format: DrawnFormat,
  { size, theme }: DrawingChoice,
  host: HTMLElement,
  model: FigureModel,
): Promise<TakenFile> {
  const shown = await model.settle();
  const layout = size === 'paper' ? PAPER : WIDE;
  const name = `${nameOf(model)}.${format}`;
  switch (format) {
    case 'svg': {
      const svg = await drawSvg(shown, layout, theme, size === 'paper');
      return { blob: new Blob([svg], { type: 'image/svg+xml' }), name };
    }
    case 'png':
      return {
        blob: await drawPng(await drawSvg(shown, layout, theme, false), layout, size),
        name,
      };
    case 'pdf': {
      const [regular, semibold] = await Promise.all([regularFont, semiboldFont].map(loadBytes));
      if (regular === undefined || semibold === undefined) throw new Error('no fonts');
      const { contentVersion } = await loadData(host.dataset['sources'] ?? '');
      const file = await writePdf(buildDrawing(shown, { layout }), {
        theme,
        // A screen's figure at the same letter size fills the page of a paper.
        widthMm: size === 'paper' ? COLUMN_MM : 180,
        fonts: { regular, semibold },
        subject: `${viewAddress(host, model, 'permalink')}, content of ${contentVersion.date}`,
        keywords: shown.series.flatMap(({ reference }) => reference ?? []),
        created: new Date(contentVersion.date),
      });
      return {
        blob: new Blob([file], { type: 'application/pdf' }),
        name,
      };
    }
  }
}

async function loadBytes(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${String(response.status)}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** A drawing that carries its letters: outside this site nobody has them. */
async function drawSvg(
  shown: FigureSpec,
  layout: FigureLayout,
  theme: Theme,
  isPaper: boolean,
): Promise<string> {
  const rules = await Promise.all(
    [
      { address: regularFont, weight: '400' },
      { address: semiboldFont, weight: '600 700' },
    ].map(async ({ address, weight }) => {
      const bytes = await loadBytes(address);
      const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
      return `@font-face{font-family:"Source Sans 3";font-weight:${weight};src:url(data:font/ttf;base64,${text})}`;
    }),
  );
  return writeStandaloneSvg(buildDrawing(shown, { layout }), {
    id: 'figure',
    theme,
    fontCss: rules.join(''),
    ...(isPaper ? { widthMm: COLUMN_MM } : {}),
  });
}

/** Pixels of a drawing: twice a screen's, or 600 dots per inch on paper. */
async function drawPng(
  svg: string,
  layout: FigureLayout,
  size: DrawingChoice['size'],
): Promise<Blob> {
  const scale = size === 'paper' ? ((COLUMN_MM / 25.4) * 600) / layout.width : 2;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(layout.width * scale);
  canvas.height = Math.round(layout.height * scale);
  const paint = canvas.getContext('2d');
  if (paint === null) throw new Error('The browser gives no canvas.');
  paint.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The browser could not write the image.'));
      else resolve(blob);
    }, 'image/png');
  });
}
