import type { FigureAxis, FigureSeries, FigureSpec } from '../../core/figure/figure-spec.ts';
import { viewAxis } from '../../core/figure/apply-view.ts';
import { summariseSeries } from '../../core/figure/summary.ts';
import { panRange, zoomRange } from '../../core/figure/zoom-range.ts';
import type { FigureChart, Pace } from '../../figures/chart.ts';
import { make } from '../elements.ts';
import type { Crosshair } from './crosshair.ts';
import type { FigureModel } from './figure-model.ts';

interface Place {
  readonly x: number;
  readonly y: number;
}
type Span = readonly [number, number];

/** A drag shorter than this is a click [px]. */
const CLICK_PX = 6;
/** Boxes thinner than this were not meant [px]. */
const LEAST_BOX_PX = 12;
/** Zoomed in by more than this, a figure is drawn from all digits. */
const EXACT_ZOOM = 3;

/** Moves and sizes the window of a figure: by wheel, pinch, drag, buttons and keys. */
export class Gestures {
  readonly #box: HTMLElement;
  readonly #model: FigureModel;
  readonly #chart: FigureChart;
  readonly #crosshair: Crosshair;
  readonly #tell: (text: string) => void;
  readonly #marquee = make('div');
  readonly #touches = new Map<number, Place>();
  /** Where a finger came down that may still be a tap; none once it moved or another joined. */
  #tap: Place | undefined;
  #drag: { readonly from: Place; readonly isPan: boolean; last: Place } | undefined;

  constructor(
    box: HTMLElement,
    model: FigureModel,
    chart: FigureChart,
    crosshair: Crosshair,
    signal: AbortSignal,
    tell: (text: string) => void,
  ) {
    this.#tell = tell;
    this.#box = box;
    this.#model = model;
    this.#chart = chart;
    this.#crosshair = crosshair;
    this.#marquee.className = 'figure-marquee';
    this.#marquee.hidden = true;
    box.append(this.#marquee);
    const on = <K extends keyof HTMLElementEventMap>(
      type: K,
      act: (event: HTMLElementEventMap[K]) => void,
      passive = true,
    ): void => {
      box.addEventListener(type, act, { signal, passive });
    };
    on('pointerdown', (event) => {
      this.#press(event);
    });
    on('pointermove', (event) => {
      this.#move(event);
    });
    on('pointerup', (event) => {
      this.#release(event);
    });
    on('pointercancel', (event) => {
      this.#cancel(event);
    });
    on('pointerleave', () => {
      if (this.#drag === undefined) this.#crosshair.hover(undefined);
    });
    on('dblclick', () => {
      // Its two clicks kept the crosshair, which was not meant.
      this.#crosshair.pin(undefined);
      this.reset();
    });
    on(
      'wheel',
      (event) => {
        this.#roll(event);
      },
      false,
    );
    on(
      'keydown',
      (event) => {
        this.#useKey(event);
      },
      false,
    );
  }

  /** Zooms by a factor about a place of the frame [fractions], its middle unless told otherwise. */
  zoom(factor: number, at: Place = { x: 0.5, y: 0.5 }, pace: Pace = 'settled'): void {
    const span = (place: number): Span => [place - place * factor, place + (1 - place) * factor];
    this.#show(span(at.x), span(at.y), pace);
  }

  reset(): void {
    const { x, y } = this.#model.view;
    const keep = ({ choice }: typeof x): typeof x => (choice === undefined ? {} : { choice });
    this.#model.update({ x: keep(x), y: keep(y) });
  }

  /** Moves the window by fractions of what it shows, upwards positive. */
  pan(dx: number, dy: number, pace: Pace = 'settled'): void {
    const { shown } = this.#model;
    this.#setRanges(
      panRange(shown.x, this.#whole('x').range, dx),
      panRange(shown.y, this.#whole('y').range, dy),
      pace,
    );
  }

  #show(xs: Span, ys: Span, pace: Pace): void {
    const { shown } = this.#model;
    this.#setRanges(
      zoomRange(shown.x, this.#whole('x').range, xs),
      zoomRange(shown.y, this.#whole('y').range, ys),
      pace,
    );
  }

  #setRanges(x: Span | undefined, y: Span | undefined, pace: Pace): void {
    const { view } = this.#model;
    const withRange = ({ choice }: typeof view.x, range: Span | undefined): typeof view.x => ({
      ...(choice === undefined ? {} : { choice }),
      ...(range === undefined ? {} : { range }),
    });
    this.#model.update({ x: withRange(view.x, x), y: withRange(view.y, y) }, pace);
    this.#refine();
  }

  /** The whole axis, as it is read now. */
  #whole(axis: 'x' | 'y'): FigureAxis {
    const { spec, view } = this.#model;
    const { choice } = view[axis];
    return viewAxis(spec[axis], choice === undefined ? {} : { choice });
  }

  /** Asks for all digits where the drawing would show that it has fewer. */
  #refine(): void {
    const { shown } = this.#model;
    if (this.#model.isExact || !isZoomedIn(shown, this.#whole('x'), this.#whole('y'))) return;
    void this.#model.loadExact(shown.series.filter((one) => isInWindow(one, shown)));
  }

  #placeOf(event: MouseEvent): Place {
    const bounds = this.#box.getBoundingClientRect();
    const frame = this.#chart.getFrame();
    return {
      x: event.clientX - bounds.left - frame.left,
      y: event.clientY - bounds.top - frame.top,
    };
  }

  #isInside({ x, y }: Place): boolean {
    const { width, height } = this.#chart.getFrame();
    return x >= 0 && y >= 0 && x <= width && y <= height;
  }

  #press(event: PointerEvent): void {
    const at = this.#placeOf(event);
    if (event.pointerType === 'touch') {
      this.#touches.set(event.pointerId, at);
      this.#tap = this.#touches.size === 1 ? at : undefined;
      this.#crosshair.hover(this.#tap !== undefined && this.#isInside(at) ? at : undefined);
      return;
    }
    if (event.button !== 0 || !this.#isInside(at)) return;
    this.#drag = { from: at, isPan: event.shiftKey, last: at };
    this.#box.setPointerCapture(event.pointerId);
  }

  #move(event: PointerEvent): void {
    const at = this.#placeOf(event);
    if (event.pointerType === 'touch') {
      if (this.#touches.size > 1) {
        this.#pinch(event.pointerId, at);
        return;
      }
      if (this.#tap !== undefined && isApart(this.#tap, at, CLICK_PX)) this.#tap = undefined;
      this.#touches.set(event.pointerId, at);
    }
    if (this.#drag === undefined) {
      this.#crosshair.hover(this.#isInside(at) ? at : undefined);
      return;
    }
    const { from, isPan, last } = this.#drag;
    if (!isPan) {
      if (isApart(from, at, CLICK_PX)) this.#drawBox(from, at);
      return;
    }
    const { width, height } = this.#chart.getFrame();
    this.#drag = { ...this.#drag, last: at };
    this.pan((last.x - at.x) / width, (at.y - last.y) / height, 'moving');
  }

  #release(event: PointerEvent): void {
    const at = this.#placeOf(event);
    this.#marquee.hidden = true;
    if (event.pointerType === 'touch') {
      this.#touches.delete(event.pointerId);
      const isTap = this.#tap !== undefined && this.#isInside(at);
      this.#tap = undefined;
      if (isTap) this.#pinAt(at);
      this.#crosshair.hover(undefined);
      return;
    }
    if (this.#drag === undefined) return;
    const { from, isPan } = this.#drag;
    this.#drag = undefined;
    if (isPan) return;
    if (!isApart(from, at, CLICK_PX)) {
      this.#pinAt(at);
      return;
    }
    const { width, height } = this.#chart.getFrame();
    if (Math.abs(at.x - from.x) < LEAST_BOX_PX || Math.abs(at.y - from.y) < LEAST_BOX_PX) return;
    const sorted = (a: number, b: number): Span => [clamp(Math.min(a, b)), clamp(Math.max(a, b))];
    this.#show(
      sorted(from.x / width, at.x / width),
      sorted(1 - from.y / height, 1 - at.y / height),
      'settled',
    );
  }

  #cancel(event: PointerEvent): void {
    this.#touches.delete(event.pointerId);
    this.#tap = undefined;
    this.#drag = undefined;
    this.#marquee.hidden = true;
    this.#crosshair.hover(undefined);
  }

  #pinAt({ x }: Place): void {
    this.#crosshair.pin(x / this.#chart.getFrame().width);
  }

  /** Two fingers move and size the window together. */
  #pinch(pointer: number, at: Place): void {
    const before = [...this.#touches.values()];
    this.#touches.set(pointer, at);
    const after = [...this.#touches.values()];
    const [a0, b0, a1, b1] = [before[0], before[1], after[0], after[1]];
    if (a0 === undefined || b0 === undefined || a1 === undefined || b1 === undefined) return;
    this.#crosshair.hover(undefined);
    const { width, height } = this.#chart.getFrame();
    const gap = (a: Place, b: Place): number => Math.max(10, Math.hypot(a.x - b.x, a.y - b.y));
    const middle = { x: (a1.x + b1.x) / 2 / width, y: 1 - (a1.y + b1.y) / 2 / height };
    const moved = {
      x: (a1.x + b1.x - a0.x - b0.x) / 2 / width,
      y: (a1.y + b1.y - a0.y - b0.y) / 2 / height,
    };
    const factor = gap(a0, b0) / gap(a1, b1);
    const span = (at: number, by: number): Span => [
      at - at * factor - by,
      at + (1 - at) * factor - by,
    ];
    this.#show(span(middle.x, moved.x), span(middle.y, -moved.y), 'moving');
  }

  /** The wheel scrolls the page, unless the reader holds Ctrl or came here by keyboard. */
  #roll(event: WheelEvent): void {
    const at = this.#placeOf(event);
    if (!this.#isInside(at)) return;
    if (!event.ctrlKey && !event.metaKey && !this.#box.matches(':focus-visible')) {
      this.#tell('Hold Ctrl (or ⌘) to zoom with the wheel; drag a box to zoom into it.');
      return;
    }
    event.preventDefault();
    const { width, height } = this.#chart.getFrame();
    const factor = Math.exp(Math.max(-60, Math.min(60, event.deltaY)) / 250);
    this.zoom(factor, { x: at.x / width, y: 1 - at.y / height }, 'moving');
  }

  #drawBox(from: Place, at: Place): void {
    const frame = this.#chart.getFrame();
    this.#crosshair.hover(undefined);
    const clampTo = (value: number, most: number): number => Math.min(most, Math.max(0, value));
    const to = { x: clampTo(at.x, frame.width), y: clampTo(at.y, frame.height) };
    this.#marquee.hidden = false;
    this.#marquee.style.left = `${String(frame.left + Math.min(from.x, to.x))}px`;
    this.#marquee.style.top = `${String(frame.top + Math.min(from.y, to.y))}px`;
    this.#marquee.style.width = `${String(Math.abs(to.x - from.x))}px`;
    this.#marquee.style.height = `${String(Math.abs(to.y - from.y))}px`;
  }

  #useKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = event.shiftKey ? this.#panKeys()[event.key] : this.#keys()[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  #keys(): Readonly<Record<string, () => void>> {
    const step = (by: number) => (): void => {
      this.#crosshair.pin((this.#crosshair.fraction ?? 0.5) + by);
    };
    const zoomHere = (factor: number) => (): void => {
      this.zoom(factor, { x: clamp(this.#crosshair.fraction ?? 0.5), y: 0.5 });
    };
    return {
      ArrowLeft: step(-0.005),
      ArrowRight: step(0.005),
      ArrowDown: step(-0.005),
      ArrowUp: step(0.005),
      PageDown: step(-0.1),
      PageUp: step(0.1),
      Home: () => {
        this.#crosshair.pin(0);
      },
      End: () => {
        this.#crosshair.pin(1);
      },
      '+': zoomHere(0.6),
      '=': zoomHere(0.6),
      '-': zoomHere(1 / 0.6),
      '0': () => {
        this.reset();
      },
      Escape: () => {
        this.#crosshair.pin(undefined);
      },
    };
  }

  #panKeys(): Readonly<Record<string, () => void>> {
    const pan = (dx: number, dy: number) => (): void => {
      this.pan(dx, dy);
    };
    return {
      ArrowLeft: pan(-0.1, 0),
      ArrowRight: pan(0.1, 0),
      ArrowUp: pan(0, 0.1),
      ArrowDown: pan(0, -0.1),
      '+': () => {
        this.zoom(0.6, { x: clamp(this.#crosshair.fraction ?? 0.5), y: 0.5 });
      },
    };
  }
}

const clamp = (fraction: number): number => Math.min(1, Math.max(0, fraction));

const isApart = (a: Place, b: Place, distance: number): boolean =>
  Math.hypot(a.x - b.x, a.y - b.y) > distance;

/** Whether any of a series may be seen. */
function isInWindow(series: FigureSeries, { x, y }: FigureSpec): boolean {
  const [summary] = summariseSeries([series]);
  return (
    summary !== undefined &&
    summary.from <= x.range[1] &&
    summary.to >= x.range[0] &&
    summary.lowest[1] <= y.range[1]
  );
}

function isZoomedIn(shown: FigureSpec, wholeX: FigureAxis, wholeY: FigureAxis): boolean {
  const span = ({ range: [from, to], scale }: FigureAxis): number =>
    scale === 'log' ? Math.log(to / from) : to - from;
  return span(wholeX) / span(shown.x) > EXACT_ZOOM || span(wholeY) / span(shown.y) > EXACT_ZOOM;
}
