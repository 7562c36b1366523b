import type { jsPDF } from 'jspdf';
import type { PixelPath } from '../core/figure/axis-scale.ts';
import type { MathRun } from '../core/figure/plain-math.ts';
import type {
  CirclesPrimitive,
  Drawing,
  FormulaPrimitive,
  FramePrimitive,
  HatchPrimitive,
  PathPrimitive,
  Primitive,
  Stroke,
  TextPrimitive,
  TintPrimitive,
} from './drawing.ts';
import { listHatchLines } from './hatch-lines.ts';
import { resolveColour, type Theme } from './palette.ts';
import { parseOutline } from './path-data.ts';
import { findScriptDrop, SCRIPT_SIZE } from './script-runs.ts';

export interface PdfOptions {
  readonly theme: Theme;
  /** Width of the page [mm]. */
  readonly widthMm: number;
  /** TrueType files with every letter of figures. */
  readonly fonts: { readonly regular: Uint8Array; readonly semibold: Uint8Array };
  /** What the document says about itself; the date also makes equal figures equal files. */
  readonly subject: string;
  readonly keywords: readonly string[];
  readonly created: Date;
}

const POINTS_PER_MM = 72 / 25.4;
const FAMILY = 'FigureSans';

/**
 * A drawing as one page of vectors with real text and its fonts inside. jsPDF is loaded when
 * called; it brings the document, the fonts and the text, the shapes are written as they are.
 */
export async function writePdf(
  drawing: Drawing,
  options: PdfOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const { jsPDF: Document, GState } = await import('jspdf');
  const { theme, widthMm, fonts } = options;
  const scale = (widthMm * POINTS_PER_MM) / drawing.width;
  const size: [number, number] = [drawing.width * scale, drawing.height * scale];
  const doc = new Document({
    unit: 'pt',
    format: size,
    orientation: size[0] > size[1] ? 'landscape' : 'portrait',
    compress: true,
    putOnlyUsedFonts: true,
    floatPrecision: 3,
  });
  doc.setCreationDate(writePdfDate(options.created));
  doc.setFileId(makeFileId(drawing, options));
  doc.setLanguage('en');
  doc.setDocumentProperties({
    title: drawing.title,
    subject: options.subject,
    keywords: options.keywords.join(', '),
    creator: 'Dark Portals',
  });
  for (const [weight, file] of Object.entries(fonts)) {
    doc.addFileToVFS(`${weight}.ttf`, encodeBase64(file));
    doc.addFont(`${weight}.ttf`, FAMILY, weight);
  }
  const sheet: Sheet = {
    doc,
    pdf: openInternals(doc),
    setOpacity: (value) => {
      doc.setGState(new GState({ opacity: value, 'stroke-opacity': value }));
    },
    colour: (name) => resolveColour(name, theme),
    paper: resolveColour(drawing.paper, theme),
    scale,
    height: size[1],
    frame: drawing.frame,
    forms: [],
  };
  putForms(sheet);
  sheet.pdf.write(`q ${writeFill(sheet.paper)} 0 0 ${size.map(writeNumber).join(' ')} re f Q`);
  const { width, height } = drawing.frame;
  draw(sheet, () => {
    sheet.pdf.write(`0 0 ${writeNumber(width)} ${writeNumber(height)} re W n 1 j`);
    for (const item of drawing.inside) drawShape(item, sheet);
  });
  for (const item of drawing.around) {
    if (item.kind === 'text') drawText(item, sheet);
    else
      draw(sheet, () => {
        drawShape(item, sheet);
      });
  }
  const file = new Uint8Array(doc.output('arraybuffer'));
  // jsPDF calls every file version 1.3, which knew no transparency.
  file.set(new TextEncoder().encode('%PDF-1.4'));
  return file;
}

/** What of jsPDF's insides is used: its own plugins stand on the same. */
interface Internals {
  readonly write: (operators: string) => void;
  readonly out: (line: string) => void;
  readonly newObject: () => number;
  readonly putStream: (stream: {
    readonly data: string;
    readonly objectId: number;
    readonly additionalKeyValues: { readonly key: string; readonly value: string }[];
    readonly filters: readonly string[];
  }) => void;
  readonly events: { readonly subscribe: (topic: string, callback: () => void) => void };
}

function openInternals(doc: jsPDF): Internals {
  // Not typed, but what images and annotations of jsPDF itself are written with.
  const internals = doc.internal as unknown as Partial<Internals>;
  const { write, out, newObject, putStream, events } = internals;
  if (
    write === undefined ||
    out === undefined ||
    newObject === undefined ||
    putStream === undefined ||
    events === undefined
  ) {
    throw new Error('This version of jsPDF hides what figures are written with.');
  }
  return { write, out, newObject, putStream, events };
}

interface Sheet {
  readonly doc: jsPDF;
  readonly pdf: Internals;
  readonly setOpacity: (value: number) => void;
  readonly colour: (name: string) => string;
  readonly paper: string;
  /** Points per pixel of the drawing. */
  readonly scale: number;
  /** Height of the page [pt]. */
  readonly height: number;
  readonly frame: Drawing['frame'];
  /** Operators of the tints drawn so far. */
  readonly forms: string[];
}

/** Lets shapes be drawn in the drawing's own coordinates. */
function draw({ pdf, scale, height, frame }: Sheet, body: () => void): void {
  const left = frame.left * scale;
  const top = height - frame.top * scale;
  pdf.write(`q ${[scale, 0, 0, -scale, left, top].map((value) => value.toFixed(5)).join(' ')} cm`);
  body();
  pdf.write('Q');
}

function drawShape(item: Primitive, sheet: Sheet): void {
  switch (item.kind) {
    case 'path':
      drawPath(item, sheet);
      return;
    case 'hatch':
      drawHatch(item, sheet);
      return;
    case 'circles':
      sheet.pdf.write(writeCircles(item, sheet));
      return;
    case 'formula':
      sheet.pdf.write(writeFormula(item, sheet));
      return;
    case 'tint':
      drawTint(item, sheet);
      return;
    case 'frame':
      sheet.pdf.write(writeFrame(item, sheet));
      return;
    case 'text':
      throw new RangeError('Text is not cut at the frame: it belongs around it.');
  }
}

function drawPath(item: PathPrimitive, sheet: Sheet): void {
  const { opacity } = item.stroke ?? {};
  sheet.pdf.write('q');
  if (opacity !== undefined) sheet.setOpacity(opacity);
  sheet.pdf.write(writePathItem(item, sheet));
  // jsPDF leaves out a state that it takes to be in force, and knows nothing of what Q restores.
  if (opacity !== undefined) sheet.setOpacity(1);
  sheet.pdf.write('Q');
}

function writePathItem({ paths, isClosed, fill, stroke }: PathPrimitive, sheet: Sheet): string {
  const operator = fill === undefined ? 'S' : stroke === undefined ? 'f*' : 'B*';
  return [
    fill === undefined ? '' : writeFill(sheet.colour(fill)),
    stroke === undefined ? '' : writeStroke(stroke, sheet),
    writePaths(paths, isClosed),
    operator,
  ].join(' ');
}

function drawHatch({ areas, stroke, spacing }: HatchPrimitive, { pdf, colour }: Sheet): void {
  pdf.write(`q ${writePaths(areas, true)} W* n`);
  pdf.write(
    `${writeStroke(stroke, { colour })} ${writePaths(listHatchLines(areas, spacing), false)} S Q`,
  );
}

/** Four Bézier curves draw a circle to a part in ten thousand. */
const ARC = 0.5523;

function writeCircles(
  { centres, radius: r, fill, stroke }: CirclesPrimitive,
  sheet: Sheet,
): string {
  const k = r * ARC;
  const circles = centres.map(([x, y]) => {
    const curve = (...offsets: readonly number[]): string =>
      `${offsets.map((offset, i) => writeNumber(offset + (i % 2 === 0 ? x : y))).join(' ')} c`;
    return [
      `${writeNumber(x + r)} ${writeNumber(y)} m`,
      curve(r, k, k, r, 0, r),
      curve(-k, r, -r, k, -r, 0),
      curve(-r, -k, -k, -r, 0, -r),
      curve(k, -r, r, -k, r, 0),
      'h B',
    ].join(' ');
  });
  return `q ${writeFill(sheet.colour(fill))} ${writeStroke(stroke, sheet)} ${circles.join(' ')} Q`;
}

function writeFormula({ d, at: [x, y], fontPx, colour }: FormulaPrimitive, sheet: Sheet): string {
  const size = fontPx / 1000;
  let [atX, atY] = [0, 0];
  const steps = parseOutline(d).map(({ command, numbers }) => {
    const from = [atX, atY] as const;
    [atX, atY] = [numbers.at(-2) ?? atX, numbers.at(-1) ?? atY];
    switch (command) {
      case 'M':
        return `${numbers.join(' ')} m`;
      case 'L':
        return `${numbers.join(' ')} l`;
      case 'C':
        return `${numbers.join(' ')} c`;
      case 'Q':
        return `${raiseQuadratic(from, numbers).map(writeNumber).join(' ')} c`;
      case 'Z':
        return 'h';
    }
  });
  return `q ${size.toFixed(5)} 0 0 ${size.toFixed(5)} ${writeNumber(x)} ${writeNumber(y)} cm ${writeFill(sheet.colour(colour))} ${steps.join(' ')} f Q`;
}

/** The cubic curve that is a quadratic one: PDF knows no others. */
function raiseQuadratic(
  [x0, y0]: readonly [number, number],
  [qx = 0, qy = 0, x = 0, y = 0]: readonly number[],
): number[] {
  const part = (end: number, control: number): number => end + (2 / 3) * (control - end);
  return [part(x0, qx), part(y0, qy), part(x, qx), part(y, qy), x, y];
}

const writeFrame = ({ stroke }: FramePrimitive, sheet: Sheet): string =>
  `q ${writeStroke(stroke, sheet)} 0 0 ${writeNumber(sheet.frame.width)} ${writeNumber(sheet.frame.height)} re S Q`;

/** A tint is a form that is made transparent as a whole, as a group of an SVG is. */
function drawTint({ opacity, items }: TintPrimitive, sheet: Sheet): void {
  const shapes = items.map((item) => {
    if (item.kind !== 'path') throw new RangeError(`A tint holds regions, not ${item.kind}.`);
    return writePathItem(item, sheet);
  });
  sheet.forms.push(shapes.join('\n'));
  sheet.pdf.write('q');
  sheet.setOpacity(opacity);
  sheet.pdf.write(`/Tint${String(sheet.forms.length)} Do`);
  sheet.setOpacity(1);
  sheet.pdf.write('Q');
}

/** Has the forms of tints written when jsPDF writes its resources. */
function putForms({ pdf, forms, frame }: Sheet): void {
  const objects: number[] = [];
  pdf.events.subscribe('putResources', () => {
    for (const data of forms) {
      const objectId = pdf.newObject();
      objects.push(objectId);
      pdf.putStream({
        data,
        objectId,
        filters: ['FlateEncode'],
        additionalKeyValues: [
          { key: 'Type', value: '/XObject' },
          { key: 'Subtype', value: '/Form' },
          {
            key: 'BBox',
            value: `[0 0 ${writeNumber(frame.width)} ${writeNumber(frame.height)}]`,
          },
          { key: 'Group', value: '<</S /Transparency /CS /DeviceRGB>>' },
        ],
      });
      pdf.out('endobj');
    }
  });
  pdf.events.subscribe('putXobjectDict', () => {
    for (const [i, object] of objects.entries())
      pdf.out(`/Tint${String(i + 1)} ${String(object)} 0 R`);
  });
}

function drawText(text: TextPrimitive, sheet: Sheet): void {
  const { doc, pdf, scale, frame } = sheet;
  const { runs, at, drop, anchor, angle, fontPx, haloPx } = text;
  doc.setFont(FAMILY, text.part === 'main-label' ? 'semibold' : 'regular');
  const sizeOf = (run: MathRun): number =>
    fontPx * scale * (run.script === 'base' ? 1 : SCRIPT_SIZE);
  const widths = runs.map((run) => {
    doc.setFontSize(sizeOf(run));
    return doc.getTextWidth(run.text);
  });
  const total = widths.reduce((sum, width) => sum + width, 0);
  const radians = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const [x, y] = [(frame.left + at[0]) * scale, (frame.top + at[1]) * scale];
  const write = (mode: 'stroke' | 'fill'): void => {
    let along = { start: 0, middle: -total / 2, end: -total }[anchor];
    for (const [i, run] of runs.entries()) {
      const down = (drop + findScriptDrop(run) * fontPx) * scale;
      doc.setFontSize(sizeOf(run));
      doc.text(run.text, x + along * cos - down * sin, y + along * sin + down * cos, {
        angle: -angle,
        renderingMode: mode,
      });
      along += widths[i] ?? 0;
    }
  };
  if (haloPx !== undefined) {
    // Who copies or hears the text gets it once: the halo says nothing.
    pdf.write('/Span <</ActualText <FEFF>>> BDC q 1 j');
    pdf.write(
      writeStroke(
        { colour: text.colour, width: haloPx * scale, dash: [] },
        { colour: () => sheet.paper },
      ),
    );
    write('stroke');
    pdf.write('Q EMC');
  }
  doc.setTextColor(sheet.colour(text.colour));
  write('fill');
}

function writeStroke({ colour, width, dash }: Stroke, sheet: Pick<Sheet, 'colour'>): string {
  return `${writeRgb(sheet.colour(colour))} RG ${writeNumber(width)} w [${dash.map(writeNumber).join(' ')}] 0 d`;
}

const writeFill = (colour: string): string => `${writeRgb(colour)} rg`;

/** Shares of red, green and blue of a `#rrggbb`. */
const writeRgb = (colour: string): string =>
  [1, 3, 5].map((i) => writeNumber(parseInt(colour.slice(i, i + 2), 16) / 255, 3)).join(' ');

function writePaths(paths: readonly PixelPath[], isClosed: boolean): string {
  return paths
    .map((path) => {
      const steps = path.map(
        ([x, y], i) => `${writeNumber(x)} ${writeNumber(y)} ${i === 0 ? 'm' : 'l'}`,
      );
      return `${steps.join(' ')}${isClosed ? ' h' : ''}`;
    })
    .join(' ');
}

/** Two decimals of a pixel unless told otherwise, without an exponent. */
const writeNumber = (value: number, digits = 2): string => String(Number(value.toFixed(digits)));

/** Base64 in pieces: a call takes only so many letters at once. Every document has the same fonts. */
function encodeBase64(bytes: Uint8Array): string {
  const known = encoded.get(bytes);
  if (known !== undefined) return known;
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  const base64 = btoa(text);
  encoded.set(bytes, base64);
  return base64;
}
const encoded = new WeakMap<Uint8Array, string>();

/** In universal time, so that the file does not depend on where it was made. */
const writePdfDate = (date: Date): string =>
  `D:${date.toISOString().slice(0, 19).replaceAll(/[-:T]/gu, '')}+00'00'`;

/** 32 hexadecimal digits from what the file shows, in place of random ones. */
function makeFileId(drawing: Drawing, { theme, widthMm, subject, created }: PdfOptions): string {
  const text = [drawing.title, drawing.description, theme, widthMm, subject, created.toISOString()];
  let hash = 0x811c9dc5;
  let id = '';
  for (let part = 0; part < 4; part++) {
    for (const letter of `${String(part)} ${text.join(' ')}`)
      hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    id += hash.toString(16).padStart(8, '0');
  }
  return id.toUpperCase();
}
