import { Worker } from 'node:worker_threads';

/** The letters of every figure, regular and semibold. */
export const FONT_FILES = [
  'src/styles/fonts/figure-sans-400.ttf',
  'src/styles/fonts/figure-sans-600.ttf',
] as const;

interface Answer {
  readonly id: number;
  readonly png?: Uint8Array<ArrayBuffer>;
  readonly error?: string;
}

/** What the thread runs: as text, since the build puts modules elsewhere. */
const PROGRAM = `
const { parentPort } = require('node:worker_threads');
const { Resvg } = require('@resvg/resvg-js');
parentPort.on('message', ({ id, svg, options }) => {
  try {
    const png = new Uint8Array(new Resvg(svg, options).render().asPng());
    parentPort.postMessage({ id, png }, [png.buffer]);
  } catch (error) {
    parentPort.postMessage({ id, error: String(error) });
  }
});`;

let worker: Worker | undefined;
const waiting = new Map<number, (answer: Answer) => void>();
let asked = 0;

/** The thread that draws pictures, so that pages are built meanwhile; it never keeps a process alive. */
function startWorker(): Worker {
  const started = new Worker(PROGRAM, { eval: true });
  started.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
    if (waiting.size === 0) started.unref();
  });
  started.on('error', (error) => {
    for (const [id, answer] of waiting) answer({ id, error: String(error) });
    waiting.clear();
    worker = undefined;
  });
  return started;
}

/**
 * A drawing in pixels, with our own fonts only: no machine's own may show.
 * @param zoom pixels of the picture per pixel of the drawing
 */
export async function renderPng(svg: string, zoom: number): Promise<Uint8Array<ArrayBuffer>> {
  worker ??= startWorker();
  worker.ref();
  const id = asked++;
  const options = {
    font: {
      loadSystemFonts: false,
      fontFiles: [...FONT_FILES],
      defaultFontFamily: 'Figure Sans',
    },
    fitTo: { mode: 'zoom', value: zoom },
  };
  const drawing = new Promise<Answer>((resolve) => waiting.set(id, resolve));
  worker.postMessage({ id, svg, options });
  const { png, error } = await drawing;
  if (png === undefined) throw new Error(`A picture could not be drawn: ${error ?? ''}`);
  return png;
}
