import type { FigureSpec } from '../../core/figure/figure-spec.ts';
import { meetReader, waitForPaint } from '../reader.ts';
import type { MountedFigure } from './mount-figure.ts';

/** The code that draws on a canvas, the same for all figures. */
const loadCode = () => import('./mount-figure.ts');

/**
 * Turns the static figure inside it into an interactive one when it is near the window and somebody is at the
 * page; an address that asks for another view than the static one is not kept waiting. If anything fails on the
 * way, the static figure simply stays. Tells `figure-ready` when it is.
 */
export class DpFigure extends HTMLElement {
  #observer: IntersectionObserver | undefined;
  #mounted: MountedFigure | undefined;
  #stop: AbortController | undefined;
  /** A control that was used before there was anything behind it. */
  #early: HTMLElement | undefined;

  connectedCallback(): void {
    this.addEventListener('click', this.#keep);
    // The figure a page is about stands at its top: no need to look where it is.
    if (this.dataset['addressed'] !== undefined) {
      if (location.search === '' && location.hash === '') void this.#prepare();
      else void this.#enhance();
      return;
    }
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.#observer?.disconnect();
        void this.#prepare();
      },
      { rootMargin: '200px' },
    );
    this.#observer.observe(this);
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
    this.removeEventListener('click', this.#keep);
    this.#unmount();
  }

  /** Back to the static figure, with nothing left of the other. */
  #unmount(): void {
    this.#stop?.abort();
    this.#mounted?.chart.destroy();
    this.#mounted = undefined;
    this.classList.remove('is-interactive', 'is-changed');
    for (const added of this.querySelectorAll('.figure-canvas, .figure-panels > *, .figure-only'))
      added.remove();
    const tools = this.querySelector<HTMLElement>('.figure-tools');
    if (tools !== null) tools.hidden = true;
  }

  /** What is drawn, for tests and for pages that show several figures together. */
  get mounted(): MountedFigure | undefined {
    return this.#mounted;
  }

  readonly #keep = (event: Event): void => {
    if (this.#mounted === undefined && event.target instanceof Element)
      this.#early = event.target.closest('button') ?? undefined;
  };

  /** Has everything at hand when a reader comes, or gets it then. */
  async #prepare(): Promise<void> {
    const { src } = this.dataset;
    void waitForPaint().then(async () => {
      if (this.#stop !== undefined || src === undefined) return;
      // From the browser's store when it is needed; what fails here is asked for again then.
      await Promise.allSettled([loadCode(), fetch(src).then((response) => response.arrayBuffer())]);
    });
    await meetReader();
    await this.#enhance();
  }

  async #enhance(): Promise<void> {
    const stage = this.querySelector<HTMLElement>('.figure-stage');
    const source = this.dataset['src'];
    if (stage === null || source === undefined) return;
    if (!this.isConnected) return;
    const stop = (this.#stop = new AbortController());
    const canvasBox = document.createElement('div');
    canvasBox.className = 'figure-canvas';
    try {
      const [{ mountFigure }, response] = await Promise.all([
        loadCode(),
        fetch(source),
        document.fonts.ready,
      ]);
      if (!response.ok) throw new Error(`${source}: ${String(response.status)}`);
      const spec = (await response.json()) as FigureSpec;
      if (stop.signal.aborted) return;
      stage.append(canvasBox);
      this.#mounted = mountFigure(this, canvasBox, spec, stop.signal);
      this.classList.add('is-interactive');
      this.#early?.click();
      this.dispatchEvent(new CustomEvent('figure-ready'));
    } catch (error) {
      if (stop.signal.aborted) return;
      this.#unmount();
      console.warn('The figure stays static.', error);
    }
  }
}

customElements.define('dp-figure', DpFigure);
