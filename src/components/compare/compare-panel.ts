import { DEFAULT_VIEW, type FigureView } from '../../core/figure/view.ts';
import { decodeView, encodeView } from '../../core/figure/view-address.ts';
import { formatValue } from '../../core/figure/format-value.ts';
import { findBuild } from '../../core/offline/build-mark.ts';
import { findElement, make } from '../elements.ts';
import { decodeCurves, listCarried, viewAddress } from '../figure/address.ts';
import type { DpFigure } from '../figure/dp-figure.ts';
import type { FigureModel } from '../figure/figure-model.ts';
import { findBuildMark } from '../offline/this-page.ts';
import type { PanelState } from './compare-address.ts';
import { fillPicker } from './limit-picker.ts';
import { findSharing, fromShared, type MassSharing, reaches, toShared } from './share-mass.ts';
import { takeFigure } from './take-figure.ts';

/** What a panel needs of the page around it. */
export interface PanelContext {
  /** The folders of the planes' pages, whole and made to be embedded. */
  readonly planes: string;
  readonly embeds: string;
  readonly titleOf: (plane: string) => string;
  /** A reader changed something here, or the figure is ready. */
  readonly onChange: (panel: ComparePanel) => void;
  readonly onRemove: (panel: ComparePanel) => void;
}

/** One plane of a comparison: its figure with all its controls, and the choice of its limits. */
export class ComparePanel {
  readonly element: HTMLElement;
  readonly #context: PanelContext;
  readonly #prefix: string;
  #state: PanelState;
  #model: FigureModel | undefined;
  #load: AbortController | undefined;
  /** The mass kept in all figures, where there is one. */
  #shared: number | undefined;
  /** The mass this figure had when it was last looked at. */
  #lastMass: number | undefined;
  /** While the view is set from outside, its changes are nobody's wish. */
  #isQuiet = false;

  constructor(template: HTMLElement, prefix: string, state: PanelState, context: PanelContext) {
    this.element = template;
    this.#prefix = prefix;
    this.#context = context;
    this.#state = state;
    const select = this.#find('select', HTMLSelectElement);
    select.value = state.plane;
    select.addEventListener('change', () => {
      this.#state = { plane: select.value, query: '', curves: [] };
      void this.#show();
      context.onChange(this);
    });
    this.#find('[data-act="remove"]', HTMLButtonElement).addEventListener('click', () => {
      context.onRemove(this);
    });
    this.#find('[data-act="retry"]', HTMLButtonElement).addEventListener('click', () => {
      void this.#show();
    });
    void this.#show();
  }

  /** The mass kept in this figure as it is shared [GeV]; undefined where there is none or the axis has no part in it. */
  get mass(): number | undefined {
    const mass = this.#model?.view.mass;
    const sharing = this.#sharing;
    return mass === undefined || sharing === undefined ? undefined : toShared(sharing, mass);
  }

  /** Undefined until the figure is there, and where its horizontal axis has no part in a shared mass. */
  get #sharing(): MassSharing | undefined {
    return this.#model && findSharing(this.#model.spec.x);
  }

  /** True when the reader moved the crosshair of this figure since the last time. */
  takeMassChange(): boolean {
    const mass = this.#model?.view.mass;
    if (this.#sharing === undefined || mass === this.#lastMass) return false;
    this.#lastMass = mass;
    return true;
  }

  /** Takes note of the mass kept in all figures [GeV] where the crosshair is at it already. */
  rememberMass(mass: number | undefined): void {
    this.#shared = mass;
    this.#tellMass(mass, false);
  }

  /** Keeps the crosshair at a mass [GeV], or lets it go; a figure that is not ready yet keeps it later. */
  giveMass(mass: number | undefined): void {
    this.rememberMass(mass);
    const model = this.#model;
    const sharing = this.#sharing;
    if (model === undefined || sharing === undefined) return;
    const asked = mass === undefined ? undefined : fromShared(sharing, mass);
    const isOutside = asked !== undefined && !reaches(model.spec.x, asked);
    if (isOutside) this.#tellMass(mass, isOutside);
    const own = isOutside ? undefined : asked;
    if (own !== model.view.mass) {
      const { mass: _, ...rest } = model.view;
      this.#quietly(() => {
        model.replace(own === undefined ? rest : { ...rest, mass: own });
      });
      if (own !== undefined) void model.loadExact(model.shown.series);
    }
    this.#lastMass = own;
  }

  /** Says what a mass kept in all means here, where that is not plain to see. */
  #tellMass(mass: number | undefined, isOutside: boolean): void {
    const place = this.#find('.compare-outside', HTMLElement);
    const name = this.#sharing?.name;
    if (mass === undefined || (name === undefined && !isOutside)) {
      place.textContent = '';
      return;
    }
    const value = formatValue(mass, 'GeV', 4);
    const named = name === undefined ? value : `A ${name} of ${value}`;
    place.textContent = isOutside
      ? `${named} lies outside this plane.`
      : `${named} is kept in all figures.`;
  }

  /** What an address has to carry; a mass that is kept in all is not this panel's. */
  write(isLinked: boolean): PanelState {
    const model = this.#model;
    if (model === undefined) return this.#state;
    const { mass: _, ...rest } = model.view;
    const view: FigureView = isLinked && this.#sharing !== undefined ? rest : model.view;
    const curves = listCarried(model.own).map(({ text }) => text);
    return { plane: this.#state.plane, query: encodeView(view), curves };
  }

  /** Numbers the panel among the others, for those who cannot see where it stands. */
  number(at: number, count: number): void {
    const title = this.#context.titleOf(this.#state.plane);
    this.#find('h2', HTMLElement).textContent = title;
    this.element.setAttribute('aria-label', `Figure ${String(at)} of ${String(count)}: ${title}`);
    const remove = this.#find('[data-act="remove"]', HTMLButtonElement);
    remove.disabled = count < 2;
    remove.setAttribute('aria-label', `Remove figure ${String(at)}, ${title}`);
    this.#find('select', HTMLSelectElement).setAttribute(
      'aria-label',
      `Plane of figure ${String(at)}`,
    );
  }

  focus(): void {
    this.#find('select', HTMLSelectElement).focus();
  }

  /** Takes the panel off the page. */
  remove(): void {
    this.#load?.abort();
    this.element.remove();
  }

  #find<T extends Element>(selector: string, kind: abstract new (...args: never[]) => T): T {
    return findElement(this.element, selector, kind);
  }

  async #show(): Promise<void> {
    this.#load?.abort();
    const load = new AbortController();
    this.#load = load;
    this.#model = undefined;
    this.#lastMass = undefined;
    const { plane } = this.#state;
    const place = this.#find('.compare-figure', HTMLElement);
    const failure = this.#find('.compare-failure', HTMLElement);
    const picker = this.#find('.compare-picker', HTMLDetailsElement);
    place.replaceChildren();
    place.setAttribute('aria-busy', 'true');
    failure.hidden = true;
    picker.hidden = true;
    this.#say([]);
    this.#find('.compare-outside', HTMLElement).textContent = '';
    this.#find('a.compare-page', HTMLAnchorElement).href = `${this.#context.planes}${plane}/`;
    try {
      const response = await fetch(`${this.#context.embeds}${plane}/`, { signal: load.signal });
      if (!response.ok) throw new Error(`${response.url}: ${String(response.status)}`);
      const html = await response.text();
      // Figures of two versions stand side by side nowhere.
      if (findBuild(html) !== findBuildMark())
        throw new Error(`${response.url} is of another version`);
      const { figure, findHost } = takeFigure(html, this.#prefix, response.url);
      if (load.signal.aborted) return;
      // The list of limits the caption speaks of is on the plane's own page.
      for (const text of figure.querySelectorAll('figcaption > p:not(.figure-key)')) text.remove();
      place.replaceChildren(figure);
      const host = findHost();
      host.addEventListener(
        'figure-ready',
        () => {
          this.#start(host, picker);
        },
        { once: true, signal: load.signal },
      );
    } catch (error) {
      if (load.signal.aborted) return;
      failure.hidden = false;
      console.warn(error);
    } finally {
      if (this.#load === load) place.removeAttribute('aria-busy');
    }
  }

  /** Shows what the address asks for in a figure that is ready, and follows what its reader does. */
  #start(host: DpFigure, picker: HTMLDetailsElement): void {
    const model = host.mounted?.model;
    if (model === undefined) return;
    const { view, faults } = decodeView(this.#state.query, model.spec);
    const { own, problems } = decodeCurves(this.#state.curves);
    if (own.length > 0) model.setOwn(own);
    if (view !== DEFAULT_VIEW) model.replace(view);
    if (view.mass !== undefined) void model.loadExact(model.shown.series);
    this.#model = model;
    this.#say([...faults, ...problems]);
    const fresh = picker.cloneNode(true) as HTMLDetailsElement;
    picker.replaceWith(fresh);
    fresh.hidden = false;
    fillPicker(fresh, model, readNames(host));
    if (this.#shared !== undefined) this.giveMass(this.#shared);
    let last = model.view;
    model.listen((_, pace) => {
      if (pace === 'moving' || this.#model !== model) return;
      const page = viewAddress(host, model, 'page');
      this.#find('a.compare-page', HTMLAnchorElement).href = page;
      const isChanged = model.view !== last;
      last = model.view;
      if (this.#isQuiet) return;
      // What the link asked for and did not get stays said until the reader goes on.
      if (isChanged) this.#say([]);
      this.#context.onChange(this);
    });
  }

  #quietly(change: () => void): void {
    this.#isQuiet = true;
    change();
    this.#isQuiet = false;
  }

  #say(faults: readonly string[]): void {
    const notice = this.#find('.compare-notice', HTMLElement);
    notice.hidden = faults.length === 0;
    notice.replaceChildren(...faults.map((fault) => make('p', fault)));
  }
}

/** Names of experiments by their ids, as the figure carries them. */
function readNames(host: HTMLElement): Readonly<Record<string, string>> {
  const names: unknown = JSON.parse(host.dataset['names'] ?? '{}');
  return names as Record<string, string>;
}
