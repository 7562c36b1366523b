import type { LiteElement, LiteText, MathJaxApi } from 'mathjax';
import svgpath from 'svgpath';
import type { FigureAxis, TypesetTitle } from '../../core/figure/figure-spec.ts';

/**
 * The title of an axis, symbol and unit, as one outline; each formula is typeset once.
 * @throws where MathJax cannot typeset the symbol: no error text ever becomes a title
 */
export function typesetTitle(
  axis: Pick<FigureAxis, 'symbol' | 'unitLabel'>,
): Promise<TypesetTitle> {
  const formula = writeTitleFormula(axis);
  let title = titles.get(formula);
  if (title === undefined) {
    title = typesetFormula(formula);
    titles.set(formula, title);
  }
  return title;
}
const titles = new Map<string, Promise<TypesetTitle>>();

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹⁻';

/** LaTeX of a title: the unit upright in square brackets after the symbol. */
export function writeTitleFormula({
  symbol,
  unitLabel,
}: Pick<FigureAxis, 'symbol' | 'unitLabel'>): string {
  if (unitLabel === '') return symbol;
  const unit = unitLabel
    .replaceAll(/[A-Za-z]+/gu, (letters) => `\\mathrm{${letters}}`)
    .replaceAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+/gu, (exponent) => `^{${lowerDigits(exponent)}}`);
  return `${symbol}\\;\\,[${unit}]`;
}

const lowerDigits = (exponent: string): string =>
  exponent.replaceAll(/./gu, (digit) => '0123456789-'[SUPERSCRIPTS.indexOf(digit)] ?? '');

let starting: Promise<MathJaxApi> | undefined;

async function startMathJax(): Promise<MathJaxApi> {
  const { default: mathJax } = await import('mathjax');
  await mathJax.init({
    loader: { load: ['input/tex', 'output/svg'] },
    svg: { fontCache: 'none' },
    tex: {
      // Both would turn a mistake into something drawn.
      packages: { '[-]': ['noundefined', 'noerrors'] },
      formatError: (_: unknown, error: Error) => {
        throw error;
      },
    },
  });
  return mathJax;
}

async function typesetFormula(formula: string): Promise<TypesetTitle> {
  starting ??= startMathJax();
  const mathJax = await starting;
  const fail = (why: string): Error =>
    new Error(`MathJax cannot typeset the axis title ${formula}: ${why}.`);
  // In running text MathJax 4 breaks lines, and so the drawing, into parts; displayed it does not.
  const container = await mathJax
    .tex2svgPromise(formula, { display: true })
    .catch((error: unknown) => {
      throw fail(readMessage(error));
    });
  const [drawing, ...others] = container.children.filter((child) => child.kind === 'svg');
  if (drawing === undefined || !('attributes' in drawing) || others.length > 0)
    throw fail('it is not one drawing');
  const [, top = NaN, width = NaN, height = NaN] = (drawing.attributes['viewBox'] ?? '')
    .split(' ')
    .map(Number);
  const outlines = drawing.children.flatMap((child) => listOutlines(child, [], fail));
  return {
    d: outlines.map(writeAbsolute).join(''),
    width: Math.ceil(width),
    height: Math.ceil(-top),
    depth: Math.ceil(height + top),
  };
}

/** MathJax throws objects of its own. */
const readMessage = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);

/** Every glyph and rule below a node, in the coordinates of the drawing. */
function listOutlines(
  node: LiteElement | LiteText,
  transforms: readonly string[],
  fail: (why: string) => Error,
): ReturnType<typeof svgpath>[] {
  if (!('attributes' in node)) return [];
  const { kind, attributes, children } = node;
  const own = attributes['transform'];
  const all = own === undefined ? transforms : [...transforms, own];
  const place = (d: string): ReturnType<typeof svgpath> => svgpath(d).transform(all.join(' '));
  switch (kind) {
    case 'g':
      if (attributes['data-mml-node'] === 'merror')
        throw fail(attributes['data-mjx-error'] ?? 'error');
      return children.flatMap((child) => listOutlines(child, all, fail));
    case 'path':
      return attributes['d'] === undefined ? [] : [place(attributes['d'])];
    case 'rect': {
      const { x = '0', y = '0', width = '0', height = '0' } = attributes;
      return [place(`M${x} ${y}h${width}v${height}h-${width}z`)];
    }
    default:
      // Letters the font lacks come as text, which an outline cannot hold.
      throw fail(`it needs <${kind}>`);
  }
}

/** Whole thousandths of an em, with the commands of a typeset title only. */
function writeAbsolute(outline: ReturnType<typeof svgpath>): string {
  return outline
    .abs()
    .unshort()
    .iterate((segment, _, x, y) => {
      if (segment[0] === 'H') return [['L', segment[1], y]];
      return segment[0] === 'V' ? [['L', x, segment[1]]] : undefined;
    })
    .round(0)
    .toString();
}
