import { roundTo } from '../../core/combine/digits.ts';
import { type AxisFrame, fromFraction, toFraction } from '../../core/figure/axis-scale.ts';
import type { FigureMark, Path } from '../../core/figure/figure-spec.ts';
import { formatValue } from '../../core/figure/format-value.ts';
import {
  COLUMN_COUNT,
  findColour,
  findColumnMass,
  findNearest,
  hasColumn,
  type ValueClasses,
  writeEdge,
} from '../../core/figure/grid-map.ts';
import { formatLength } from '../../core/figure/grid-slices.ts';
import { findElement, make } from '../elements.ts';

/** What the element has to know beside the drawing inside it. */
export interface MapData extends ValueClasses {
  readonly x: AxisFrame;
  readonly y: AxisFrame;
  readonly xUnit: string;
  readonly yUnit: string;
  /** Of every published slice, rising [m]. */
  readonly ctauM: readonly number[];
}

/** What the map says where the crosshair stands. */
interface Reading {
  /** Mass the crosshair stands on [unit of x]. */
  readonly mass: number;
  /** Whether it is a published one. */
  readonly isExact: boolean;
  readonly text: string;
  /** What is still to come, or went wrong. */
  readonly remark: string;
}

const AXES = ['mass', 'length'] as const;
type Along = (typeof AXES)[number];

/** Slices the crosshair only passes are not asked for [ms]. */
const REST_MS = 80;

/**
 * Makes a map readable number by number: a crosshair under the pointer, or moved by two sliders, stands
 * on the nearest published mass and slice. A slice is fetched when it is first read; until it is here
 * the colour drawn gives a range.
 */
export class DpGridMap extends HTMLElement {
  #data: MapData | undefined;
  #stop = new AbortController();
  readonly #slices = new Map<number, Path>();
  readonly #failed = new Set<number>();
  /** Where the reader points: a mass [unit of x] and a slice. */
  #mass = NaN;
  #slice = 0;
  #timer = 0;
  readonly #tip = make('div');
  readonly #lines = { mass: make('div'), length: make('div') };

  connectedCallback(): void {
    const source = this.dataset['map'];
    if (source === undefined) return;
    const data = JSON.parse(source) as MapData;
    this.#data = data;
    this.#mass = fromFraction(data.x, 0.5);
    this.#slice = Math.floor(data.ctauM.length / 2);
    this.#stop = new AbortController();
    const { signal } = this.#stop;

    this.#tip.className = 'figure-tip';
    for (const along of AXES) {
      this.#lines[along].className = 'gm-cross';
      this.#lines[along].dataset['along'] = along;
    }
    const stage = findElement(this, '.figure-stage', HTMLElement);
    stage.append(this.#lines.mass, this.#lines.length, this.#tip);
    const hide = (): void => {
      this.#toggle(false);
    };
    hide();

    const point = (event: PointerEvent): void => {
      this.#point(event, data);
    };
    stage.addEventListener('pointermove', point, { signal });
    stage.addEventListener('pointerdown', point, { signal });
    stage.addEventListener(
      'pointerleave',
      (event) => {
        // A finger has to leave before its reader can read.
        if (event.pointerType !== 'touch') hide();
      },
      { signal },
    );
    window.addEventListener('resize', hide, { signal });
    for (const along of AXES) {
      const slider = this.#slider(along);
      const show = (): void => {
        if (along === 'length') this.#slice = slider.valueAsNumber;
        else this.#mass = this.#listMasses(data)[slider.valueAsNumber] ?? this.#mass;
        this.#show(data);
      };
      slider.addEventListener('input', show, { signal });
      slider.addEventListener('focus', show, { signal });
      slider.addEventListener('blur', hide, { signal });
    }
    this.#slider('length').max = String(data.ctauM.length - 1);
    this.#write(data);
    findElement(this, '.gm-controls', HTMLElement).hidden = false;
    this.classList.add('is-live');
  }

  disconnectedCallback(): void {
    this.#stop.abort();
    clearTimeout(this.#timer);
  }

  #slider(along: Along): HTMLInputElement {
    return findElement(this, `input[data-along='${along}']`, HTMLInputElement);
  }

  #point(event: PointerEvent, { x, y, ctauM }: MapData): void {
    const frame = this.#findFrame();
    if (frame === undefined) return;
    const across = (event.clientX - frame.left) / frame.width;
    const up = 1 - (event.clientY - frame.top) / frame.height;
    if (Math.min(across, up) < 0 || Math.max(across, up) > 1) return;
    this.#mass = fromFraction(x, across);
    this.#slice = findNearest(ctauM, y, fromFraction(y, up));
    if (this.#data !== undefined) this.#show(this.#data);
  }

  /** The frame of the drawing that is shown [px of the viewport]. */
  #findFrame(): DOMRect | undefined {
    return [...this.querySelectorAll('.dpf-frame')]
      .map((frame) => frame.getBoundingClientRect())
      .find(({ width }) => width > 0);
  }

  #show(data: MapData): void {
    this.#toggle(true);
    this.#write(data);
    clearTimeout(this.#timer);
    const slice = this.#slice;
    if (this.#slices.has(slice)) return;
    this.#timer = window.setTimeout(() => void this.#load(slice, data), REST_MS);
  }

  async #load(slice: number, data: MapData): Promise<void> {
    try {
      const response = await fetch(`${this.dataset['slices'] ?? ''}/${String(slice)}.json`);
      if (!response.ok) throw new Error(`slice ${String(slice)}: ${String(response.status)}`);
      const mark = (await response.json()) as FigureMark;
      this.#slices.set(slice, mark.kind === 'segments' ? mark.segments.flat() : []);
      this.#failed.delete(slice);
    } catch (error) {
      this.#failed.add(slice);
      console.warn('The numbers of the map could not be loaded.', error);
    }
    if (slice === this.#slice) this.#write(data);
  }

  /** Masses the slider steps along: those published, or the columns until they are here. */
  #listMasses({ x }: MapData): number[] {
    return (
      this.#slices.get(this.#slice)?.map(([mass]) => mass) ??
      Array.from({ length: COLUMN_COUNT }, (_, column) => findColumnMass(x, column))
    );
  }

  #read(data: MapData): Reading {
    const { x, yUnit } = data;
    const at = toFraction(x, this.#mass);
    const range = this.#readColour(data, Math.min(COLUMN_COUNT - 1, Math.floor(at * COLUMN_COUNT)));
    const none = { mass: this.#mass, isExact: false, text: 'no limit published here', remark: '' };
    const points = this.#slices.get(this.#slice);
    if (points === undefined) {
      const remark = this.#failed.has(this.#slice) ? 'numbers could not be loaded' : 'loading…';
      return range === undefined ? none : { ...none, text: range, remark };
    }
    const masses = points.map(([one]) => one);
    const [mass = NaN, value = NaN] = points[findNearest(masses, x, this.#mass)] ?? [];
    // In a gap the nearest mass says nothing of where the reader points.
    const isNear = Math.abs(toFraction(x, mass) - at) <= 1 / COLUMN_COUNT;
    return range === undefined && !isNear
      ? none
      : { mass, isExact: true, text: `limit ${writeExact(value, yUnit)}`, remark: '' };
  }

  /** The range the drawn colour stands for; undefined where none is drawn. */
  #readColour(data: MapData, column: number): string | undefined {
    const bands = [...this.querySelectorAll<SVGGElement>('[data-slice]')];
    const lengths = bands.map(({ dataset }) => data.ctauM[Number(dataset['slice'])] ?? NaN);
    const band = bands[findNearest(lengths, data.y, data.ctauM[this.#slice] ?? NaN)];
    const path = [...(band?.querySelectorAll('path') ?? [])].find((one) =>
      hasColumn(one.getAttribute('d') ?? '', column),
    );
    if (path === undefined) return undefined;
    const count = data.edges.length - 1;
    const index = Array.from({ length: count }, (_, i) => i).findIndex((i) =>
      path.classList.contains(`gm-${String(findColour(data, i))}`),
    );
    const [from, to] = [data.edges[index] ?? NaN, data.edges[index + 1] ?? NaN];
    return data.isOpen && index === count - 1
      ? `limit above ${writeEdge(from, data.yUnit)}`
      : `limit between ${writeEdge(from, data.yUnit)} and ${writeEdge(to, data.yUnit)}`;
  }

  /** Puts the reading at the place it is about, and on both sliders. */
  #write(data: MapData): void {
    const { mass, isExact, text, remark } = this.#read(data);
    const ctauM = data.ctauM[this.#slice] ?? NaN;
    const place = {
      mass: isExact ? writeExact(mass, data.xUnit, 4) : `≈ ${formatValue(mass, data.xUnit)}`,
      length: `cτ = ${formatLength(ctauM)}`,
    };
    const limit = make('p', text);
    limit.className = 'gm-tip-value';
    const rest = [make('p', `${place.mass}, ${place.length}`)];
    if (remark !== '') rest.push(make('p', remark));
    this.#tip.replaceChildren(limit, ...rest);

    const masses = this.#listMasses(data);
    const slider = { mass: this.#slider('mass'), length: this.#slider('length') };
    slider.mass.max = String(masses.length - 1);
    slider.mass.value = String(findNearest(masses, data.x, mass));
    slider.length.value = String(this.#slice);
    for (const along of AXES) {
      slider[along].setAttribute('aria-valuetext', `${place[along]}: ${text}`);
    }
    this.#place(toFraction(data.x, mass), 1 - toFraction(data.y, ctauM));
  }

  /** Moves crosshair and tip to a place of the frame [fractions, downwards]. */
  #place(across: number, down: number): void {
    const frame = this.#findFrame();
    const stage = this.#tip.parentElement?.getBoundingClientRect();
    if (frame === undefined || stage === undefined || this.#tip.hidden) return;
    const [left, top] = [frame.left - stage.left, frame.top - stage.top];
    const [x, y] = [left + across * frame.width, top + down * frame.height];
    const px = (value: number): string => `${String(Math.round(value))}px`;
    const { mass, length } = this.#lines;
    Object.assign(mass.style, { left: px(x), top: px(top), height: px(frame.height) });
    Object.assign(length.style, { left: px(left), top: px(y), width: px(frame.width) });
    const { offsetWidth, offsetHeight } = this.#tip;
    const besides = x + 14 + offsetWidth > stage.width ? x - 14 - offsetWidth : x + 14;
    Object.assign(this.#tip.style, {
      left: px(Math.max(0, besides)),
      top: px(y - 14 - offsetHeight < top ? y + 14 : y - 14 - offsetHeight),
    });
  }

  #toggle(isShown: boolean): void {
    for (const part of [this.#tip, ...Object.values(this.#lines)]) part.hidden = !isShown;
  }
}

/** A published number with the digits it has, six at most: more come of logarithms. */
function writeExact(value: number, unit: string, least = 2): string {
  const digits = roundTo(value, 6).toExponential().split('e')[0]?.replaceAll(/\D/gu, '').length;
  return formatValue(value, unit, Math.max(least, digits ?? 6));
}

customElements.define('dp-grid-map', DpGridMap);
