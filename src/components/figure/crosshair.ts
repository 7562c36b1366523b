import { type AxisFrame, fromFraction, toFraction } from '../../core/figure/axis-scale.ts';
import { findChoice } from '../../core/figure/axis-choices.ts';
import type { FigureSpec } from '../../core/figure/figure-spec.ts';
import { formatValue } from '../../core/figure/format-value.ts';
import { findNearestCurve } from '../../core/figure/nearest-curve.ts';
import { parsePlainMath } from '../../core/figure/plain-math.ts';
import { applyPowerLaw, IDENTITY, invertPowerLaw } from '../../core/quantities.ts';
import { toPercent } from '../../core/figure/words.ts';
import { roundTo } from '../../core/combine/digits.ts';
import type { FigureChart } from '../../figures/chart.ts';
import { lineVariable } from '../../figures/palette.ts';
import { make } from '../elements.ts';
import type { FigureModel } from './figure-model.ts';
import type { FigureOverlay } from './overlay.ts';
import { readValuesAt, type ValueRow, type ValuesAt } from './values.ts';

/** How near a curve the pointer must be to mean it [px]. */
const REACH_PX = 14;
/** More values than these go to the table below. */
const MOST_ROWS = 9;

/**
 * The crosshair of a figure: under the pointer it reads what is drawn, and a click or the keyboard
 * keeps it at a mass, where it reads the numbers themselves.
 */
export class Crosshair {
  readonly #model: FigureModel;
  readonly #chart: FigureChart;
  readonly #overlay: FigureOverlay;
  readonly #tip = make('div');
  readonly #box: HTMLElement;
  #hover: { readonly x: number; readonly y: number } | undefined;
  #focused: string | undefined;
  #frame = 0;

  constructor(
    box: HTMLElement,
    model: FigureModel,
    chart: FigureChart,
    overlay: FigureOverlay,
    signal: AbortSignal,
  ) {
    this.#model = model;
    this.#chart = chart;
    this.#overlay = overlay;
    this.#box = box;
    this.#tip.className = 'figure-tip';
    this.#tip.hidden = true;
    box.append(this.#tip);
    signal.addEventListener('abort', () => {
      cancelAnimationFrame(this.#frame);
    });
  }

  /** The mass the crosshair is kept at, on the axis as shown; undefined where it is not. */
  get pinned(): number | undefined {
    const { view, spec } = this.#model;
    if (view.mass === undefined) return undefined;
    return applyPowerLaw(findChoice(spec.x, view.x.choice)?.law ?? IDENTITY, view.mass);
  }

  /** Reads under a pointer [px of the frame]. */
  hover(at: { readonly x: number; readonly y: number } | undefined): void {
    this.#hover = at;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.refresh();
    });
  }

  /** Keeps the crosshair at a place along the axis [fraction], or lets it go. */
  pin(fraction: number | undefined): void {
    const { x } = this.#model.shown;
    if (fraction === undefined) {
      const { mass: _, ...rest } = this.#model.view;
      this.#model.replace(rest);
      return;
    }
    const place = Math.min(1, Math.max(0, fraction));
    const shown = roundTo(fromFraction(x, place), countDigits(x));
    const law = findChoice(this.#model.spec.x, this.#model.view.x.choice)?.law ?? IDENTITY;
    this.#model.update({ mass: roundTo(applyPowerLaw(invertPowerLaw(law), shown), 10) });
    void this.#model.loadExact(this.#model.shown.series);
  }

  /** Draws one curve above all others whatever the pointer does, or none. */
  focus(limit: string | undefined): void {
    this.#focused = limit;
    this.refresh();
  }

  /** Draws the crosshair anew, after a move or a change of the figure. */
  refresh(): void {
    const { shown } = this.#model;
    const frame = this.#chart.getFrame();
    const scale = this.#chart.getScale();
    const at = this.#hover;
    const hit =
      at === undefined
        ? undefined
        : findNearestCurve(
            this.#chart.getScene().series,
            [at.x / scale, at.y / scale],
            REACH_PX / scale,
          );
    const focused = this.#focused ?? hit?.series.limit;
    this.#overlay.focus(
      this.#chart.getScene().series.find(({ series }) => series.limit === focused),
    );
    const x = at === undefined ? this.pinned : fromFraction(shown.x, at.x / frame.width);
    const values = x === undefined ? undefined : readValuesAt(this.#model, x);
    this.#overlay.cross(values, shown, frame);
    if (values === undefined || at === undefined) this.#tip.hidden = true;
    else this.#showTip(values, focused, frame.left + at.x, frame.top + at.y);
  }

  #showTip(values: ValuesAt, focused: string | undefined, left: number, top: number): void {
    const { shown } = this.#model;
    const head = make('p');
    head.className = 'figure-tip-mass';
    head.append(...writeSymbol(shown.x.plain), ` = ${formatValue(values.x, shown.x.unitLabel)}`);
    const list = make('ol');
    const rows = chooseRows(values.rows, focused);
    list.append(...rows.map((row) => writeRow(row, row.series.limit === focused)));
    const rest = values.rows.length - rows.length;
    const foot = make('p', describeRest(values.rows.length, rest));
    foot.className = 'figure-tip-foot';
    const focusedRow = rows.find(({ series }) => series.limit === focused);
    const facts = focusedRow === undefined ? [] : [make('p', focusedRow.series.title)];
    this.#tip.replaceChildren(head, list, ...facts, foot);
    this.#tip.hidden = false;
    this.#place(left, top);
  }

  #place(x: number, y: number): void {
    const tip = this.#tip;
    const { clientWidth, clientHeight } = this.#box;
    const left = x + 18 + tip.offsetWidth > clientWidth ? x - 18 - tip.offsetWidth : x + 18;
    const top = Math.min(y - tip.offsetHeight / 2, clientHeight - tip.offsetHeight);
    tip.style.left = `${String(Math.max(0, left))}px`;
    tip.style.top = `${String(Math.max(0, top))}px`;
  }

  /** Where the crosshair stands, as a fraction of the axis. */
  get fraction(): number | undefined {
    return this.pinned === undefined ? undefined : toFraction(this.#model.shown.x, this.pinned);
  }
}

/** Digits that tell two steps of the crosshair apart in a window, four in a wide one. */
function countDigits({ range: [from, to] }: AxisFrame): number {
  const share = (to - from) / Math.max(Math.abs(from), Math.abs(to));
  return Math.min(12, Math.max(4, Math.ceil(3 - Math.log10(share))));
}

/** The strongest, and always what is in focus and what leads. */
function chooseRows(rows: readonly ValueRow[], focused: string | undefined): ValueRow[] {
  if (rows.length <= MOST_ROWS) return [...rows];
  const isKept = (row: ValueRow): boolean => row.series.limit === focused || row.leads.length > 0;
  const room = MOST_ROWS - rows.filter(isKept).length;
  let taken = 0;
  return rows.filter((row) => {
    if (isKept(row)) return true;
    taken += 1;
    return taken <= room;
  });
}

function describeRest(count: number, rest: number): string {
  if (count === 0) return 'No curve at this mass.';
  return rest > 0
    ? `${String(rest)} more; click to list all with their papers.`
    : 'Click to list these with their papers.';
}

function writeRow(row: ValueRow, isFocused: boolean): HTMLLIElement {
  const item = make('li');
  if (isFocused) item.className = 'is-focused';
  const name = make('span', row.series.label);
  name.className = 'figure-tip-name';
  const mark = make('span');
  mark.className = 'swatch';
  mark.style.background = `var(${lineVariable(row.series.style)})`;
  name.prepend(mark);
  const value = make('span', row.text);
  value.className = 'figure-tip-value';
  const level = row.series.confidenceLevel;
  const facts = make(
    'span',
    [level === undefined ? 'CL –' : `${String(toPercent(level))} %`, describeLeads(row.leads)]
      .filter((part) => part !== '')
      .join(' · '),
  );
  facts.className = 'figure-tip-facts';
  item.append(name, value, facts);
  return item;
}

/** In words that it sets a combined limit. */
export function describeLeads(leads: ValueRow['leads']): string {
  if (leads.length === 2) return 'best limit';
  if (leads[0] === 'ee') return 'best e⁺e⁻';
  return leads[0] === undefined ? '' : 'best laboratory';
}

/** A symbol in plain Unicode as elements: variables italic, scripts raised and lowered. */
export function writeSymbol(plain: FigureSpec['x']['plain']): Node[] {
  return parsePlainMath(plain).map(({ text, italic, script }) =>
    make(script === 'base' ? (italic ? 'i' : 'span') : script, text),
  );
}
