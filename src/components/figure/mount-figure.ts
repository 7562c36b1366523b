import { buildLimitFigure } from '../../core/figure/build-limit-figure.ts';
import type { FigureSeries, FigureSpec } from '../../core/figure/figure-spec.ts';
import { describeKey } from '../../core/figure/legend.ts';
import { isShownIn, toggleLayer, toggleOnly, toggleSeries } from '../../core/figure/view.ts';
import { encodeView } from '../../core/figure/view-address.ts';
import type { LayerId } from '../../core/figure/figure-spec.ts';
import { drawChart, type FigureChart } from '../../figures/chart.ts';
import { make } from '../elements.ts';
import { Crosshair } from './crosshair.ts';
import { FigureAddress } from './figure-address.ts';
import { FigureModel } from './figure-model.ts';
import { Gestures } from './gestures.ts';
import { FigureOverlay } from './overlay.ts';
import { AXES_PANEL } from './panels/axes-panel.ts';
import { FILTER_PANEL } from './panels/filter-panel.ts';
import { LINK_PANEL } from './panels/link-panel.ts';
import { NUMBERS_PANEL } from './panels/numbers-panel.ts';
import { OVERLAYS_PANEL } from './panels/overlays-panel.ts';
import { OWN_PANEL } from './panels/own-panel.ts';
import type { Panel, PanelContext } from './panels/panel.ts';
import { TAKE_PANEL } from './panels/take-panel.ts';
import { ValuesTable } from './values-table.ts';
import { readValuesAt } from './values.ts';

const PANELS: readonly Panel[] = [
  AXES_PANEL,
  FILTER_PANEL,
  OVERLAYS_PANEL,
  OWN_PANEL,
  NUMBERS_PANEL,
  TAKE_PANEL,
  LINK_PANEL,
];

/** A figure in use, as far as its element lets others see. */
export interface MountedFigure {
  readonly chart: FigureChart;
  readonly model: FigureModel;
}

/** Draws the figure on a canvas inside `box` and wires the controls of `host` to it. */
export function mountFigure(
  host: HTMLElement,
  box: HTMLElement,
  plane: FigureSpec,
  signal: AbortSignal,
): MountedFigure {
  const focus = host.dataset['limit'];
  const spec = focus === undefined ? plane : buildLimitFigure(plane, focus);
  const model = new FigureModel(
    spec,
    {
      history: host.dataset['history'],
      curves: host.dataset['curves'],
      slices: host.dataset['slices'] ?? '',
    },
    signal,
  );
  const canvas = make('canvas');
  // The static drawing below keeps the name and description for those who cannot see either.
  canvas.setAttribute('aria-hidden', 'true');
  const overlay = new FigureOverlay();
  box.append(canvas, overlay.element);
  const chart = drawChart(canvas, model.shown, {
    onResize: () => {
      // The chart has its new size only after it has told of it.
      requestAnimationFrame(() => {
        if (signal.aborted) return;
        overlay.fit(chart);
        crosshair.refresh();
      });
    },
  });
  const crosshair = new Crosshair(box, model, chart, overlay, signal);
  const status = make('p');
  status.className = 'figure-status';
  status.setAttribute('role', 'status');
  const say = (text: string): void => {
    status.textContent = text;
  };
  const gestures = new Gestures(box, model, chart, crosshair, signal, say);
  const values = new ValuesTable(host, signal, () => {
    crosshair.pin(undefined);
  });

  makeSlider(box);
  const address =
    host.dataset['addressed'] === undefined ? undefined : new FigureAddress(model, say, signal);
  model.listen((shown, pace) => {
    chart.draw(shown, pace);
    nameSlider(box, model.spec);
    overlay.fit(chart);
    crosshair.refresh();
    const { pinned } = crosshair;
    const at = pinned === undefined ? undefined : readValuesAt(model, pinned);
    values.show(at, shown, model);
    tellSlider(box, at?.sentence, crosshair.fraction);
    if (pace === 'settled') {
      address?.write();
      tellCaption(host, shown, model);
    }
  });
  if (crosshair.pinned !== undefined) void model.loadExact(model.shown.series);

  const tools = host.querySelector<HTMLElement>('.figure-tools');
  if (tools !== null) tools.hidden = false;
  wireToggles(host, model, crosshair, signal);
  wireYear(host, model, signal);
  wireZoomButtons(host, gestures, signal);
  const tabs = addPanels({ model, host, signal, say });
  host.querySelector('.figure-panels')?.append(tabs, status, values.element);
  wireDrop(host, signal);

  const refresh = (): void => {
    chart.refreshColours();
  };
  const themeWatch = new MutationObserver(refresh);
  themeWatch.observe(document.documentElement, {
    attributeFilter: ['data-theme', 'class', 'style'],
  });
  signal.addEventListener('abort', () => {
    themeWatch.disconnect();
  });
  for (const query of ['(prefers-color-scheme: dark)', 'print'])
    matchMedia(query).addEventListener('change', refresh, { signal });
  return { chart, model };
}

/** The figure as a control: a slider along its horizontal axis. */
function makeSlider(box: HTMLElement): void {
  box.tabIndex = 0;
  box.setAttribute('role', 'slider');
  box.setAttribute('aria-valuemin', '0');
  box.setAttribute('aria-valuemax', '100');
  box.setAttribute(
    'aria-description',
    'Arrow keys move the crosshair, with Shift the window; plus, minus and zero zoom; Escape puts it away.',
  );
  tellSlider(box, undefined, undefined);
}

function nameSlider(box: HTMLElement, { x, title }: FigureSpec): void {
  box.setAttribute('aria-label', `Crosshair along ${x.name} of: ${title}`);
}

function tellSlider(box: HTMLElement, sentence: string | undefined, fraction = 0.5): void {
  const share = Math.min(1, Math.max(0, fraction));
  box.setAttribute('aria-valuenow', String(Math.round(share * 100)));
  box.setAttribute('aria-valuetext', sentence ?? 'no mass chosen');
}

/** The words under the figure that depend on what is shown. */
function tellCaption(host: HTMLElement, shown: FigureSpec, model: FigureModel): void {
  const figure = host.closest('figure');
  const isChanged = encodeView(model.view) !== '' || model.own.length > 0;
  // The words of the build stand until they are wrong.
  if (isChanged || host.classList.contains('is-changed')) void tellLater(figure ?? host, model);
  // Print takes the drawing of the build, unless it shows something else.
  host.classList.toggle('is-changed', isChanged);
  const key = figure?.querySelector('.figure-key');
  if (key !== null && key !== undefined) key.textContent = describeKey(shown.series, shown);
  const counts = figure?.querySelector<HTMLElement>('.figure-counts');
  if (counts !== null && counts !== undefined) counts.hidden = isChanged;
}

/** Writes the words anew; who only looks does not load what that takes. */
async function tellLater(place: Element, model: FigureModel): Promise<void> {
  try {
    const { tellWords } = await import('./tell-words.ts');
    tellWords(place, model.shown, model.spec);
  } catch (error) {
    console.warn('The figure could not be told in words.', error);
  }
}

function wireToggles(
  host: HTMLElement,
  model: FigureModel,
  crosshair: Crosshair,
  signal: AbortSignal,
): void {
  const find = (button: HTMLButtonElement): FigureSeries | undefined =>
    model.spec.series.find((one) => one.limit === button.dataset['series']);
  const seriesButtons = [...host.querySelectorAll<HTMLButtonElement>('button[data-series]')];
  const layerButtons = [...host.querySelectorAll<HTMLButtonElement>('button[data-layer]')];
  for (const button of seriesButtons) {
    const limit = button.dataset['series'] ?? '';
    const item = button.closest('li') ?? button;
    button.addEventListener(
      'click',
      (event) => {
        const series = find(button);
        if (series === undefined) return;
        model.replace(
          event.altKey ? toggleOnly(model.view, limit) : toggleSeries(model.view, series),
        );
      },
      { signal },
    );
    const only = make('button', 'only');
    only.type = 'button';
    only.className = 'figure-only';
    const label = button.getAttribute('aria-label') ?? '';
    only.setAttribute('aria-label', label.replace('Show ', 'Show only '));
    only.addEventListener('click', () => {
      model.replace(toggleOnly(model.view, limit));
    });
    item.append(only);
    for (const type of ['pointerenter', 'focusin'])
      item.addEventListener(
        type,
        () => {
          crosshair.focus(limit);
        },
        { signal },
      );
    for (const type of ['pointerleave', 'focusout'])
      item.addEventListener(
        type,
        () => {
          crosshair.focus(undefined);
        },
        { signal },
      );
  }
  for (const button of layerButtons) {
    button.addEventListener(
      'click',
      () => {
        const layer = button.dataset['layer'] as LayerId;
        model.replace(toggleLayer(model.view, layer, model.spec.series));
      },
      { signal },
    );
  }
  model.listen((_, pace) => {
    if (pace === 'moving') return;
    const { view, history } = model;
    for (const button of seriesButtons) {
      const series = find(button);
      button.disabled = series === undefined;
      if (series === undefined) continue;
      button.setAttribute('aria-pressed', String(isShownIn(view, series)));
      const isYetToCome =
        view.asOf !== undefined &&
        history !== undefined &&
        (history.since[series.limit] ?? Infinity) > view.asOf;
      const item = button.closest('li');
      item?.classList.toggle('is-yet-to-come', isYetToCome);
      item?.classList.toggle('is-alone', view.only.length === 1 && view.only[0] === series.limit);
    }
    for (const button of layerButtons) {
      const own = model.spec.series.filter((one) => one.layer === button.dataset['layer']);
      button.setAttribute('aria-pressed', String(own.some((one) => isShownIn(view, one))));
    }
  });
}

/**
 * Lets the slider redraw the figure as of the end of a year. The history is asked for when the
 * slider is first used.
 */
function wireYear(host: HTMLElement, model: FigureModel, signal: AbortSignal): void {
  const slider = host.querySelector<HTMLInputElement>('.figure-year input');
  const output = host.querySelector<HTMLOutputElement>('.figure-year output');
  if (slider === null || output === null) return;
  slider.addEventListener(
    'input',
    () => {
      const { asOf: _, ...rest } = model.view;
      model.replace(slider.value === slider.max ? rest : { ...rest, asOf: Number(slider.value) });
    },
    { signal },
  );
  model.listen((_, pace) => {
    if (pace === 'moving') return;
    const { asOf } = model.view;
    slider.value = asOf === undefined ? slider.max : String(asOf);
    const text = describeYear(model, host.dataset['history']);
    output.textContent = text;
    slider.setAttribute('aria-valuetext', text);
  });
}

function describeYear(model: FigureModel, source: string | undefined): string {
  const { view, history, spec } = model;
  if (view.asOf === undefined) return 'now';
  if (history === undefined)
    return model.hasFailed(source) ? 'The history could not be loaded.' : `${String(view.asOf)}…`;
  const { asOf } = view;
  const dated = spec.series.filter(({ limit }) => history.since[limit] !== undefined);
  const appeared = dated.filter(({ limit }) => (history.since[limit] ?? Infinity) <= asOf).length;
  const undated = spec.series.length - dated.length;
  const counts = `${String(appeared)} of ${String(spec.series.length)} curves`;
  return `${String(asOf)}: ${counts}${undated === 0 ? '' : `, ${String(undated)} undated left out`}`;
}

function wireZoomButtons(host: HTMLElement, gestures: Gestures, signal: AbortSignal): void {
  for (const button of host.querySelectorAll<HTMLButtonElement>('button[data-zoom]')) {
    button.addEventListener(
      'click',
      () => {
        if (button.dataset['zoom'] === 'reset') gestures.reset();
        else gestures.zoom(button.dataset['zoom'] === 'in' ? 0.6 : 1 / 0.6);
      },
      { signal },
    );
  }
}

/** A row of tabs; a panel is built when it is first opened, and one is open at a time. */
function addPanels(context: PanelContext): HTMLElement {
  const { host } = context;
  const root = make('div');
  const row = make('div');
  row.className = 'figure-tabs';
  root.append(row);
  const open = new Map<HTMLButtonElement, HTMLElement>();
  for (const panel of PANELS) {
    if (panel.isUseful?.(context) === false) continue;
    const tab = make('button', panel.title);
    tab.type = 'button';
    tab.dataset['panel'] = panel.id;
    const body = make('div');
    body.setAttribute('role', 'group');
    body.className = `figure-panel figure-panel-${panel.id}`;
    body.id = `${host.dataset['id'] ?? 'figure'}-${panel.id}`;
    body.setAttribute('aria-label', panel.title);
    body.hidden = true;
    tab.setAttribute('aria-expanded', 'false');
    tab.setAttribute('aria-controls', body.id);
    let isBuilt = false;
    tab.addEventListener('click', () => {
      const wasOpen = !body.hidden;
      for (const [other, content] of open) {
        content.hidden = true;
        other.setAttribute('aria-expanded', 'false');
      }
      if (wasOpen) return;
      body.hidden = false;
      tab.setAttribute('aria-expanded', 'true');
      if (isBuilt) return;
      isBuilt = true;
      void Promise.resolve(panel.build(body, context)).catch((error: unknown) => {
        isBuilt = false;
        body.replaceChildren();
        context.say('This part could not be loaded; try again.');
        console.warn(error);
      });
    });
    open.set(tab, body);
    row.append(tab);
    root.append(body);
  }
  return root;
}

/** A file dropped anywhere on the figure opens the panel for own curves; the panel reads it. */
function wireDrop(host: HTMLElement, signal: AbortSignal): void {
  host.addEventListener(
    'dragover',
    (event) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      const tab = host.querySelector<HTMLButtonElement>('button[data-panel="own"]');
      if (tab?.getAttribute('aria-expanded') === 'false') tab.click();
    },
    { signal },
  );
}
