import { make } from '../elements.ts';
import type { DpFigure } from '../figure/dp-figure.ts';
import '../figure/dp-figure.ts';
import { compareCurve } from '../figure/compare-curve.ts';
import type { Preview } from './preview-limit.ts';

/** Stretches of a comparison that are listed. */
const MOST_RANGES = 12;

/** Addresses of what a figure loads, without the plane's name. */
interface Addresses {
  readonly spec: string;
  readonly curves: string;
  readonly slices: string;
  readonly sources: string;
  readonly brief: string;
  readonly limits: string;
  readonly references: string;
  readonly planes: string;
}

/** The figure of a plane with a new result on it, and what the result would add. */
export class PreviewFigure {
  readonly #box: HTMLElement;
  readonly #sentence: HTMLElement;
  readonly #ranges: HTMLElement;
  readonly #addresses: Addresses;
  #plane: string | undefined;
  #figure: DpFigure | undefined;
  #preview: Preview | undefined;
  #comparing: AbortController | undefined;

  constructor(box: HTMLElement, sentence: HTMLElement, ranges: HTMLElement, addresses: Addresses) {
    this.#box = box;
    this.#sentence = sentence;
    this.#ranges = ranges;
    this.#addresses = addresses;
  }

  show(plane: string, preview: Preview): void {
    this.#preview = preview;
    if (plane !== this.#plane) this.#setPlane(plane);
    this.#draw();
    void this.#compare(plane, preview);
  }

  clear(): void {
    this.#comparing?.abort();
    this.#box.replaceChildren();
    this.#ranges.replaceChildren();
    this.#sentence.textContent = '';
    this.#plane = undefined;
    this.#preview = undefined;
  }

  #setPlane(plane: string): void {
    this.#plane = plane;
    const at = this.#addresses;
    const figure = document.createElement('dp-figure') as DpFigure;
    Object.assign(figure.dataset, {
      id: 'contribute-figure',
      src: `${at.spec}/${plane}.json`,
      curves: `${at.curves}/${plane}`,
      slices: `${at.slices}/${plane}`,
      sources: `${at.sources}/${plane}.json`,
      limits: at.limits,
      references: at.references,
      names: '{}',
      page: `${at.planes}${plane}/`,
    });
    const parts = ['figure-stage', 'figure-tools', 'figure-panels'].map((name) => {
      const part = make('div');
      part.className = name;
      return part;
    });
    const [, tools] = parts;
    if (tools !== undefined) {
      tools.hidden = true;
      tools.append(makeZoom());
    }
    figure.append(...parts, makeWords());
    figure.addEventListener('figure-ready', () => {
      this.#draw();
    });
    this.#figure = figure;
    this.#box.replaceChildren(figure);
  }

  #draw(): void {
    if (this.#preview !== undefined) this.#figure?.mounted?.model.setOwn([this.#preview.series]);
  }

  async #compare(plane: string, { upperLimit, series }: Preview): Promise<void> {
    this.#comparing?.abort();
    this.#ranges.replaceChildren();
    if (upperLimit === undefined) {
      this.#sentence.textContent = `${describeMark(series.mark.kind)} What it adds to the combined limit is worked out when it is in the catalogue.`;
      return;
    }
    const stop = new AbortController();
    this.#comparing = stop;
    this.#sentence.textContent = 'Comparing with the published limits…';
    try {
      const { sentence, rows, labels } = await compareCurve(
        upperLimit,
        `${this.#addresses.brief}/${plane}.json`,
        stop.signal,
      );
      if (stop.signal.aborted) return;
      this.#sentence.textContent = sentence;
      if (rows.length < 2) return;
      const shown = rows.slice(0, MOST_RANGES).map(({ masses, text, by }) => {
        const who = by.map((limit) => labels[limit]?.label ?? limit).join(', ');
        return make('li', `${masses}: ${text}${who === '' ? '' : ` (${who})`}`);
      });
      const rest = rows.length - shown.length;
      if (rest > 0) shown.push(make('li', `and ${String(rest)} more`));
      this.#ranges.replaceChildren(...shown);
    } catch (error) {
      if (stop.signal.aborted) return;
      this.#sentence.textContent =
        'The published limits could not be loaded; the result is drawn only.';
      console.warn(error);
    }
  }
}

function describeMark(kind: Preview['series']['mark']['kind']): string {
  switch (kind) {
    case 'rings':
      return 'A closed region, filled where it excludes.';
    case 'strips':
      return 'A strip between two edges.';
    case 'markers':
      return 'Single masses, never joined.';
    case 'segments':
      return 'A curve that sets no upper limit.';
  }
}

/** Filled by the figure as soon as it shows more than its plane. */
function makeWords(): HTMLElement {
  const words = make('details');
  words.className = 'figure-words';
  words.append(make('summary', 'Figure in words'));
  return words;
}

function makeZoom(): HTMLElement {
  const zoom = make('span');
  zoom.className = 'figure-zoom';
  for (const [way, text, label] of [
    ['in', '+', 'Zoom in'],
    ['out', '−', 'Zoom out'],
    ['reset', 'Whole plane', ''],
  ] as const) {
    const button = make('button', text);
    button.type = 'button';
    button.dataset['zoom'] = way;
    if (label !== '') button.setAttribute('aria-label', label);
    zoom.append(button);
  }
  return zoom;
}
