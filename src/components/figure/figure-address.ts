import { DEFAULT_VIEW } from '../../core/figure/view.ts';
import { decodeView, encodeView, VIEW_KEYS } from '../../core/figure/view-address.ts';
import { CURVE_KEY, encodeCurves, readCurves } from './address.ts';
import type { FigureModel } from './figure-model.ts';

/** Browsers refuse an address that changes at every step of a slider [ms]. */
const PAUSE_MS = 250;

/**
 * Keeps the address of a page and the view of its figure the same. What is not of the figure stays in
 * the address; so does a link that could not be read, until the reader changes something.
 */
export class FigureAddress {
  readonly #model: FigureModel;
  readonly #say: (text: string) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What the address says already. */
  #known = '';

  constructor(model: FigureModel, say: (text: string) => void, signal: AbortSignal) {
    this.#model = model;
    this.#say = say;
    this.#read();
    for (const type of ['popstate', 'hashchange'] as const)
      addEventListener(
        type,
        () => {
          this.#read();
        },
        { signal },
      );
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
    });
  }

  /** Writes what is shown, a little later. */
  write(): void {
    if (this.#describe() === this.#known) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const model = this.#model;
      const foreign = [...new URLSearchParams(location.search)].filter(
        ([key]) => !VIEW_KEYS.has(key),
      );
      const query = [new URLSearchParams(foreign).toString(), encodeView(model.view)]
        .filter((part) => part !== '')
        .join('&');
      const curves = encodeCurves(model);
      const isOurs = location.hash.slice(1).startsWith(CURVE_KEY);
      const hash = curves !== '' ? curves : isOurs ? '' : location.hash;
      try {
        history.replaceState(
          history.state,
          '',
          `${location.pathname}${query === '' ? '' : `?${query}`}${hash}`,
        );
        this.#known = this.#describe();
      } catch {
        // Too many changes for this browser: the next one takes this one along.
      }
    }, PAUSE_MS);
  }

  #describe(): string {
    return encodeView(this.#model.view) + encodeCurves(this.#model);
  }

  /** Takes the view and the own curves that the address asks for; what it cannot have is said. */
  #read(): void {
    const model = this.#model;
    const { view, faults } = decodeView(location.search, model.spec);
    const { own, problems } = readCurves(location.hash);
    if (own.length > 0 || model.own.length > 0) model.setOwn(own);
    if (view !== DEFAULT_VIEW || model.view !== DEFAULT_VIEW) model.replace(view);
    this.#known = this.#describe();
    const said = [...faults, ...problems];
    if (said.length > 0) this.#say(said.join(' '));
  }
}
