import { applyView, markKey } from '../../core/figure/apply-view.ts';
import { baseLimit } from '../../core/figure/base-limit.ts';
import type { FigureHistory } from '../../core/figure/figure-history.ts';
import {
  type FigureMark,
  type FigureSeries,
  type FigureSpec,
  LAYERS,
} from '../../core/figure/figure-spec.ts';
import { findSlice } from '../../core/figure/grid-slices.ts';
import { DEFAULT_VIEW, type FigureView, isShownIn } from '../../core/figure/view.ts';
import type { Pace } from '../../figures/chart.ts';

/** Where the parts of a figure are that are loaded when they are wanted. */
export interface FigureSources {
  readonly history?: string | undefined;
  /** The folder of curves with all digits; absent where the figure has them itself. */
  readonly curves?: string | undefined;
  /** The folder of the slices of grids. */
  readonly slices: string;
}

type Listener = (shown: FigureSpec, pace: Pace) => void;

/**
 * A figure with what its reader chose. Every part of the page that shows it listens here; nothing
 * else knows what is shown.
 */
export class FigureModel {
  #spec: FigureSpec;
  readonly #sources: FigureSources;
  readonly #signal: AbortSignal;
  readonly #listeners = new Set<Listener>();
  readonly #marks = new Map<string, FigureMark>();
  readonly #loads = new Map<string, Promise<unknown>>();
  readonly #failed = new Set<string>();
  #view: FigureView = DEFAULT_VIEW;
  #history: FigureHistory | undefined;
  #own: readonly FigureSeries[] = [];
  #shown: FigureSpec;
  #published: FigureSpec | undefined;
  #settle: ReturnType<typeof setTimeout> | undefined;

  constructor(spec: FigureSpec, sources: FigureSources, signal: AbortSignal) {
    this.#spec = spec;
    this.#sources = sources;
    this.#signal = signal;
    this.#shown = applyView(spec, DEFAULT_VIEW);
    signal.addEventListener('abort', () => {
      clearTimeout(this.#settle);
    });
  }

  get spec(): FigureSpec {
    return this.#spec;
  }

  get view(): FigureView {
    return this.#view;
  }

  /** What is drawn, listed and taken away. */
  get shown(): FigureSpec {
    return this.#shown;
  }

  get own(): readonly FigureSeries[] {
    return this.#own;
  }

  get history(): FigureHistory | undefined {
    return this.#history;
  }

  /** Calls back now and after every change. */
  listen(listener: Listener): void {
    this.#listeners.add(listener);
    listener(this.#shown, 'settled');
  }

  /** Changes the view. While a gesture moves it, the last drawing settles by itself. */
  update(changes: Partial<FigureView>, pace: Pace = 'settled'): void {
    this.replace({ ...this.#view, ...changes }, pace);
  }

  replace(view: FigureView, pace: Pace = 'settled'): void {
    this.#view = view;
    clearTimeout(this.#settle);
    if (pace === 'moving') {
      this.#settle = setTimeout(() => {
        this.#tell('settled');
      }, 160);
    }
    this.#tell(pace);
    if (view.asOf !== undefined) void this.loadHistory();
    void this.#loadSlices(view);
  }

  /** Takes another figure in the place of this one, under the same view. */
  setSpec(spec: FigureSpec, pace: Pace = 'settled'): void {
    this.#spec = spec;
    this.replace(this.#view, pace);
  }

  setOwn(own: readonly FigureSeries[]): void {
    this.#own = own;
    this.#tell('settled');
  }

  /** The history, asked for once; it shows by itself when it arrives. */
  async loadHistory(): Promise<FigureHistory | undefined> {
    const { history } = this.#sources;
    if (history === undefined || this.#history !== undefined) return this.#history;
    const loaded = (await this.#load(history)) as FigureHistory | undefined;
    if (loaded !== undefined) {
      this.#history = loaded;
      this.#tell('settled');
    }
    return this.#history;
  }

  /**
   * What is shown now with all it needs: the history of its year, the slices of its maps and every
   * digit. For files, which must not depend on what happened to be there.
   * @throws when a part cannot be loaded: half a figure is worse than none
   */
  async settle(): Promise<FigureSpec> {
    const [view, own] = [this.#view, this.#own];
    const missing: string[] = [];
    if (view.asOf !== undefined && (await this.loadHistory()) === undefined)
      missing.push('the history');
    if (!(await this.#loadSlices(view))) missing.push('a slice of a map');
    const draw = (): FigureSpec =>
      applyView(this.spec, view, { history: this.#history, marks: this.#marks, own });
    missing.push(...(await this.loadExact(draw().series)));
    if (missing.length > 0) throw new Error(`Could not be loaded: ${missing.join(', ')}.`);
    return draw();
  }

  /** All digits of the series; resolves with the limits whose curves could not be had. */
  async loadExact(series: readonly FigureSeries[]): Promise<string[]> {
    const { curves } = this.#sources;
    if (curves === undefined) return [];
    const ids = series.filter((one) => one.layer !== 'own').map((one) => baseLimit(one.limit));
    // A slice of a grid has all its digits already.
    const wanted = [...new Set(ids)].filter((limit) => !this.#marks.has(markKey(limit)));
    if (wanted.length === 0) return [];
    const failed: string[] = [];
    await Promise.all(
      wanted.map(async (limit) => {
        const mark = (await this.#load(`${curves}/${limit}.json`)) as FigureMark | undefined;
        if (mark === undefined) failed.push(limit);
        else this.#marks.set(markKey(limit), mark);
      }),
    );
    if (failed.length < wanted.length && !this.#signal.aborted) this.#tell('settled');
    return failed;
  }

  /** Everything published, as of the view's year and on the figure's own axes: who leads is read from it. */
  get published(): FigureSpec {
    this.#published ??= applyView(
      this.spec,
      {
        ...DEFAULT_VIEW,
        layersOn: LAYERS,
        ...(this.#view.asOf === undefined ? {} : { asOf: this.#view.asOf }),
      },
      { history: this.#history, marks: this.#marks },
    );
    return this.#published;
  }

  /** True when a series is drawn from all its digits. */
  hasDigits({ limit, layer, grid }: FigureSeries): boolean {
    return (
      layer === 'own' ||
      this.#sources.curves === undefined ||
      (grid !== undefined && this.#view.ctauM !== undefined) ||
      this.#marks.has(markKey(baseLimit(limit)))
    );
  }

  /** True when everything that is shown is. */
  get isExact(): boolean {
    return this.#shown.series.every((one) => this.hasDigits(one));
  }

  /** Whether something that was asked for could not be loaded. */
  hasFailed(address: string | undefined): boolean {
    return address !== undefined && this.#failed.has(address);
  }

  /** The slices a view needs; false where one cannot be had. */
  async #loadSlices(view: FigureView): Promise<boolean> {
    const { ctauM } = view;
    if (ctauM === undefined) return true;
    const wanted = this.spec.series.flatMap((one) => {
      const slice = isShownIn(view, one) ? findSlice(one, ctauM) : undefined;
      return slice === undefined || this.#marks.has(markKey(one.limit, slice))
        ? []
        : [{ limit: one.limit, slice }];
    });
    if (wanted.length === 0) return true;
    const marks = await Promise.all(
      wanted.map(async ({ limit, slice }) => {
        const address = `${this.#sources.slices}/${limit}/${String(slice)}.json`;
        const mark = (await this.#load(address)) as FigureMark | undefined;
        if (mark !== undefined) this.#marks.set(markKey(limit, slice), mark);
        return mark;
      }),
    );
    if (!this.#signal.aborted && this.#view.ctauM === ctauM) this.#tell('settled');
    return marks.every((mark) => mark !== undefined);
  }

  /** A JSON file, asked for once; undefined where it cannot be had, and asked for again the next time. */
  #load(address: string): Promise<unknown> {
    const known = this.#loads.get(address);
    if (known !== undefined) return known;
    const load = this.#fetch(address);
    this.#loads.set(address, load);
    return load;
  }

  async #fetch(address: string): Promise<unknown> {
    try {
      const response = await fetch(address, { signal: this.#signal });
      if (!response.ok) throw new Error(`${address}: ${String(response.status)}`);
      const content: unknown = await response.json();
      this.#failed.delete(address);
      return content;
    } catch (error) {
      this.#loads.delete(address);
      if (this.#signal.aborted) return undefined;
      this.#failed.add(address);
      console.warn('A part of the figure could not be loaded.', error);
      this.#tell('settled');
      return undefined;
    }
  }

  #tell(pace: Pace): void {
    this.#published = undefined;
    this.#shown = applyView(this.spec, this.#view, {
      history: this.#history,
      marks: this.#marks,
      own: this.#own,
    });
    for (const listener of this.#listeners) {
      // One part of the page that fails must not keep the others from knowing.
      try {
        listener(this.#shown, pace);
      } catch (error) {
        reportError(error);
      }
    }
  }
}
