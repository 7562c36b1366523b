import { Resvg } from '@resvg/resvg-js';

/** A picture as colours. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** `#rrggbb` at a pixel. */
  readonly at: (x: number, y: number) => string;
}

const FONTS = ['src/styles/fonts/figure-sans-400.ttf', 'src/styles/fonts/figure-sans-600.ttf'];

/** An SVG drawn by a program that knows neither this site nor the machine's fonts. */
export function drawPixels(svg: string, zoom = 1): Picture {
  const image = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: 'Figure Sans' },
    fitTo: { mode: 'zoom', value: zoom },
  }).render();
  return readBytes(image.width, image.height, image.pixels, 4);
}

/** A picture in binary PPM, as `pdftoppm` writes it. */
export function readPpm(bytes: Uint8Array): Picture {
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/u.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 64)),
  );
  if (header === null) throw new Error('not a PPM');
  return readBytes(Number(header[1]), Number(header[2]), bytes.subarray(header[0].length), 3);
}

function readBytes(width: number, height: number, bytes: Uint8Array, step: number): Picture {
  return {
    width,
    height,
    at: (x, y) => {
      const start = (Math.round(y) * width + Math.round(x)) * step;
      const hex = [0, 1, 2].map((i) => (bytes[start + i] ?? 0).toString(16).padStart(2, '0'));
      return `#${hex.join('')}`;
    },
  };
}

/** Whether a colour, as good as exact, is somewhere near a pixel. */
export function hasColourNear(
  picture: Picture,
  [x, y]: readonly [number, number],
  colour: string,
  reach = 3,
): boolean {
  const channels = (hex: string): number[] =>
    [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
  const wanted = channels(colour);
  for (let dx = -reach; dx <= reach; dx++) {
    for (let dy = -reach; dy <= reach; dy++) {
      const found = channels(picture.at(x + dx, y + dy));
      if (found.every((value, i) => Math.abs(value - (wanted[i] ?? 0)) <= 12)) return true;
    }
  }
  return false;
}
