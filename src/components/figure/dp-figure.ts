import type { FigureSpec } from '../../core/figure/figure-spec.ts';
import type { FigureChart } from '../../figures/chart.ts';

/**
 * Turns the static figure inside it into an interactive one when it comes near the viewport. If
 * anything fails on the way, the static figure simply stays.
 */
class DpFigure extends HTMLElement {
  #observer: IntersectionObserver | undefined;
  #chart: FigureChart | undefined;
  #stop: AbortController | undefined;

  connectedCallback(): void {
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
    this.#stop?.abort();
    this.#chart?.destroy();
    this.#chart = undefined;
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
      this.#chart = mountFigure(this, canvasBox, spec, this.#stop.signal);
      this.classList.add('is-interactive');
    } catch (error) {
      canvasBox.remove();
      console.warn('The figure stays static.', error);
    }
  }
}

customElements.define('dp-figure', DpFigure);
