import { type Size, toFraction } from '../../core/figure/axis-scale.ts';
import type { FigureSpec } from '../../core/figure/figure-spec.ts';
import type { SceneSeries } from '../../core/figure/scene.ts';
import type { FigureChart } from '../../figures/chart.ts';
import { inkVariable } from '../../figures/palette.ts';
import { writePath } from '../../figures/path-data.ts';
import type { ValuesAt } from './values.ts';

const SVG = 'http://www.w3.org/2000/svg';

function draw<K extends keyof SVGElementTagNameMap>(
  tag: K,
  className: string,
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, tag);
  element.setAttribute('class', className);
  return element;
}

/**
 * What moves over a figure: the curve in focus and the crosshair. It lies above the canvas, so that
 * moving it never redraws the figure.
 */
export class FigureOverlay {
  readonly element = draw('svg', 'figure-overlay');
  readonly #frame = draw('svg', 'figure-overlay-frame');
  readonly #curve = draw('g', 'figure-curve');
  readonly #halo = draw('path', 'figure-focus-halo');
  readonly #focus = draw('path', 'figure-focus');
  readonly #line = draw('path', 'figure-crosshair');
  readonly #dots = draw('g', 'figure-dots');

  constructor() {
    this.element.setAttribute('aria-hidden', 'true');
    this.#curve.append(this.#halo, this.#focus);
    this.#frame.append(this.#line, this.#curve, this.#dots);
    this.element.append(this.#frame);
  }

  /** Fits the overlay to the frame of the chart. */
  fit(chart: FigureChart): void {
    const frame = chart.getFrame();
    this.#frame.setAttribute('x', String(frame.left));
    this.#frame.setAttribute('y', String(frame.top));
    this.#frame.setAttribute('width', String(frame.width));
    this.#frame.setAttribute('height', String(frame.height));
    this.#curve.setAttribute('transform', `scale(${String(chart.getScale())})`);
  }

  /** Draws one curve above all others, or none. */
  focus(series: SceneSeries | undefined): void {
    const d =
      series === undefined
        ? ''
        : series.edges.map((edge) => writePath(edge, false)).join('') +
          series.markers
            .map(([x, y]) => `M${String(x - 4)} ${String(y)}a4 4 0 1 0 8 0a4 4 0 1 0-8 0`)
            .join('');
    this.#halo.setAttribute('d', d);
    this.#focus.setAttribute('d', d);
    if (series !== undefined) {
      this.#focus.style.stroke = `var(${inkVariable(series.series.style.hue)})`;
    }
  }

  /** A line at a mass with a dot on everything that has a value there, or nothing. */
  cross(values: ValuesAt | undefined, { x, y }: FigureSpec, { width, height }: Size): void {
    if (values === undefined) {
      this.#line.setAttribute('d', '');
      this.#dots.replaceChildren();
      return;
    }
    const at = toFraction(x, values.x) * width;
    this.#line.setAttribute('d', `M${String(at)} 0V${String(height)}`);
    this.#dots.replaceChildren(
      ...values.rows.flatMap(({ series, values: own }) =>
        own.map((value) => {
          const dot = draw('circle', 'figure-dot');
          dot.setAttribute('cx', String(at));
          dot.setAttribute('cy', String((1 - toFraction(y, value)) * height));
          dot.setAttribute('r', '3');
          dot.style.fill = `var(${inkVariable(series.style.hue)})`;
          return dot;
        }),
      ),
    );
  }
}
