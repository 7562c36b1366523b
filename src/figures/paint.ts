import type { PixelPath } from '../core/figure/axis-scale.ts';
import type { MathRun } from '../core/figure/plain-math.ts';
import type {
  Colour,
  FormulaPrimitive,
  HatchPrimitive,
  PathPrimitive,
  Primitive,
  Stroke,
  TextPrimitive,
  TintPrimitive,
} from './drawing.ts';

/** What a page knows and a drawing does not: its colours and fonts as they are now. */
export interface PagePaint {
  readonly read: (colour: Colour) => string;
  readonly sans: () => string;
  readonly serif: () => string;
  /** Device pixels per pixel. */
  readonly ratio: number;
}

/** Size of the frame [px]. */
interface Frame {
  readonly width: number;
  readonly height: number;
}

/**
 * Paints the primitives of a drawing on a canvas whose origin is the corner of the frame. Edges and
 * circles are left out: on a page they are Chart.js's own datasets.
 */
export function paintPrimitives(
  ctx: CanvasRenderingContext2D,
  primitives: readonly Primitive[],
  frame: Frame,
  page: PagePaint,
): void {
  for (const primitive of primitives) {
    ctx.save();
    ctx.lineJoin = 'round';
    paint(ctx, primitive, frame, page);
    ctx.restore();
  }
}

function paint(
  ctx: CanvasRenderingContext2D,
  primitive: Primitive,
  frame: Frame,
  page: PagePaint,
): void {
  switch (primitive.kind) {
    case 'path':
      if (primitive.part !== 'edge') paintPath(ctx, primitive, page);
      break;
    case 'hatch':
      paintHatch(ctx, primitive, frame, page);
      break;
    case 'tint':
      paintTint(ctx, primitive, frame, page);
      break;
    case 'text':
      paintText(ctx, primitive, page);
      break;
    case 'formula':
      paintFormula(ctx, primitive, page);
      break;
    case 'frame':
      setStroke(ctx, primitive.stroke, page);
      ctx.strokeRect(0, 0, frame.width, frame.height);
      break;
    case 'circles':
      break;
  }
}

/** Paths as one path of the canvas. */
export function tracePaths(paths: readonly PixelPath[], isClosed: boolean): Path2D {
  const traced = new Path2D();
  for (const path of paths) {
    for (const [i, [x, y]] of path.entries()) {
      if (i === 0) traced.moveTo(x, y);
      else traced.lineTo(x, y);
    }
    if (isClosed) traced.closePath();
  }
  return traced;
}

function setStroke(
  ctx: CanvasRenderingContext2D,
  { colour, width, dash, opacity = 1 }: Stroke,
  page: PagePaint,
): void {
  ctx.strokeStyle = page.read(colour);
  ctx.lineWidth = width;
  ctx.setLineDash([...dash]);
  ctx.globalAlpha = opacity;
}

function paintPath(ctx: CanvasRenderingContext2D, path: PathPrimitive, page: PagePaint): void {
  const traced = tracePaths(path.paths, path.isClosed);
  if (path.fill !== undefined) {
    ctx.fillStyle = page.read(path.fill);
    ctx.fill(traced, 'evenodd');
  }
  if (path.stroke === undefined) return;
  setStroke(ctx, path.stroke, page);
  ctx.stroke(traced);
}

function paintHatch(
  ctx: CanvasRenderingContext2D,
  { areas, stroke, spacing }: HatchPrimitive,
  { width, height }: Frame,
  page: PagePaint,
): void {
  ctx.clip(tracePaths(areas, true), 'evenodd');
  setStroke(ctx, stroke, page);
  ctx.beginPath();
  for (let c = -height; c < width; c += spacing * Math.SQRT2) {
    ctx.moveTo(c, height);
    ctx.lineTo(c + height, 0);
  }
  ctx.stroke();
}

/** Overlapping results of one colour stay one tint: painted opaque aside, laid on as a whole. */
function paintTint(
  ctx: CanvasRenderingContext2D,
  { opacity, items }: TintPrimitive,
  frame: Frame,
  page: PagePaint,
): void {
  const aside = document.createElement('canvas');
  aside.width = Math.ceil(frame.width * page.ratio);
  aside.height = Math.ceil(frame.height * page.ratio);
  const paintAside = aside.getContext('2d');
  if (paintAside === null) return;
  paintAside.scale(page.ratio, page.ratio);
  paintPrimitives(paintAside, items, frame, page);
  ctx.globalAlpha = opacity;
  ctx.drawImage(aside, 0, 0, aside.width / page.ratio, aside.height / page.ratio);
}

function paintFormula(
  ctx: CanvasRenderingContext2D,
  { d, at, fontPx, colour }: FormulaPrimitive,
  page: PagePaint,
): void {
  ctx.translate(...at);
  ctx.scale(fontPx / 1000, fontPx / 1000);
  ctx.fillStyle = page.read(colour);
  ctx.fill(new Path2D(d));
}

/** Sub- and superscripts: their size and how far they are shifted down, in parts of the letter size. */
const SCRIPTS = {
  base: { size: 1, shift: 0 },
  sub: { size: 0.72, shift: 0.24 },
  sup: { size: 0.72, shift: -0.38 },
} as const satisfies Record<MathRun['script'], unknown>;

function paintText(ctx: CanvasRenderingContext2D, text: TextPrimitive, page: PagePaint): void {
  const { at, angle, drop, runs, anchor, fontPx, haloPx } = text;
  ctx.translate(...at);
  if (angle !== 0) ctx.rotate((angle * Math.PI) / 180);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  const family = text.part === 'title' ? page.serif() : page.sans();
  const weight = text.part === 'main-label' ? 640 : 400;
  const setFont = ({ italic, script }: MathRun): void => {
    const size = fontPx * SCRIPTS[script].size;
    ctx.font = `${italic ? 'italic ' : ''}${String(weight)} ${String(size)}px ${family}`;
  };
  const widths = runs.map((run) => {
    setFont(run);
    return ctx.measureText(run.text).width;
  });
  const total = widths.reduce((sum, width) => sum + width, 0);
  const start = { start: 0, middle: -total / 2, end: -total }[anchor];
  const write = (draw: (letters: string, x: number, y: number) => void): void => {
    let x = start;
    for (const [i, run] of runs.entries()) {
      setFont(run);
      draw(run.text, x, drop + SCRIPTS[run.script].shift * fontPx);
      x += widths[i] ?? 0;
    }
  };
  if (haloPx !== undefined) {
    ctx.strokeStyle = page.read('--fig-paper');
    ctx.lineWidth = haloPx;
    write((letters, x, y) => {
      ctx.strokeText(letters, x, y);
    });
  }
  ctx.fillStyle = page.read(text.colour);
  write((letters, x, y) => {
    ctx.fillText(letters, x, y);
  });
}
