import { renderAsync } from '@resvg/resvg-js';

/** The letters of every figure, regular and semibold. */
export const FONT_FILES = [
  'src/styles/fonts/figure-sans-400.ttf',
  'src/styles/fonts/figure-sans-600.ttf',
] as const;

/**
 * A drawing in pixels, with our own fonts only: no machine's own may show.
 * @param zoom pixels of the picture per pixel of the drawing
 */
export async function renderPng(svg: string, zoom: number): Promise<Uint8Array<ArrayBuffer>> {
  // On a thread of its own: pages are built meanwhile.
  const picture = await renderAsync(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: [...FONT_FILES],
      defaultFontFamily: 'Figure Sans',
    },
    fitTo: { mode: 'zoom', value: zoom },
  });
  return new Uint8Array(picture.asPng());
}
