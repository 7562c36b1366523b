import { readFile } from 'node:fs/promises';
import { renderPng } from '../figure/render-png.ts';

export interface AppIcon {
  readonly name: string;
  readonly pixels: number;
  /** A maskable one may be cut to any shape: what counts lies in a circle of four fifths of its width. */
  readonly purpose: 'any' | 'maskable';
}

export const ICONS: readonly AppIcon[] = [
  { name: '192', pixels: 192, purpose: 'any' },
  { name: '512', pixels: 512, purpose: 'any' },
  { name: 'maskable-512', pixels: 512, purpose: 'maskable' },
];

/** The page's ground in both themes, as in `styles/tokens.css`. */
export const PAPER = { light: '#fdfcf9', dark: '#151413' } as const;

const SIGN = 'public/favicon.svg';
/** Side of its square [its units]. */
const SIDE = 24;

/** The sign of the site as a picture; maskable ones without rounded corners, to their edges. */
export async function drawIcon({ pixels, purpose }: AppIcon): Promise<Uint8Array<ArrayBuffer>> {
  const sign = await readFile(SIGN, 'utf8');
  const svg = purpose === 'maskable' ? sign.replace(/ rx="\d+"/, '') : sign;
  return renderPng(svg, pixels / SIDE);
}
