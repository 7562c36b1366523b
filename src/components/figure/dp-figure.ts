import type { FigureSpec } from '../../core/figure/figure-spec.ts';
import type { MountedFigure } from './mount-figure.ts';

/**
 * Turns the static figure inside it into an interactive one when it comes near the viewport. If
 * anything fails on the way, the static figure simply stays. Tells `figure-ready` when it is.
 */
export class DpFigure extends HTMLElement {
  #observer: IntersectionObserver | undefined;
  #mounted: MountedFigure | undefined;
  #stop: AbortController | undefined;

  connectedCallback(): void {
    // The figure a page is about stands at its top: no need to look where it is.
    if (this.dataset['addressed'] !== undefined) {
      void this.#enhance();
      return;
    }
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.#observer?.disconnect();
        void this.#enhance();
      },
      { rootMargin: '200px' },
    );
    this.#observer.observe(this);
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
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

  async #enhance(): Promise<void> {
    const stage = this.querySelector<HTMLElement>('.figure-stage');
    const source = this.dataset['src'];
    if (stage === null || source === undefined) return;
    const canvasBox = document.createElement('div');
    canvasBox.className = 'figure-canvas';
    try {
      const [{ mountFigure }, response] = await Promise.all([
        import('./mount-figure.ts'),
        fetch(source),
        document.fonts.ready,
      ]);
      if (!response.ok) throw new Error(`${source}: ${String(response.status)}`);
      const spec = (await response.json()) as FigureSpec;
      if (!this.isConnected) return;
      this.#stop = new AbortController();
      stage.append(canvasBox);
      this.#mounted = mountFigure(this, canvasBox, spec, this.#stop.signal);
      this.classList.add('is-interactive');
      this.dispatchEvent(new CustomEvent('figure-ready'));
    } catch (error) {
      this.#unmount();
      console.warn('The figure stays static.', error);
    }
  }
}

customElements.define('dp-figure', DpFigure);
