import { fromFraction } from '../../core/figure/axis-scale.ts';
import { buildLimitFigure } from '../../core/figure/build-limit-figure.ts';
import type { FigureHistory } from '../../core/figure/figure-history.ts';
import { drawAsOf } from '../../core/figure/draw-as-of.ts';
import type { FigureAxis, FigureSeries, FigureSpec } from '../../core/figure/figure-spec.ts';
import { formatValue } from '../../core/figure/format-value.ts';
import { findNearestCurve } from '../../core/figure/nearest-curve.ts';
import { parsePlainMath } from '../../core/figure/plain-math.ts';
import { drawChart, type FigureChart, type View } from '../../figures/chart.ts';

/** How near a curve the pointer must be [px]. */
const REACH_PX = 14;

/** Draws the figure on a canvas inside `box` and wires the controls of `host` to it. */
export function mountFigure(
  host: HTMLElement,
  box: HTMLElement,
  plane: FigureSpec,
  signal: AbortSignal,
): FigureChart {
  const focus = host.dataset['limit'];
  const spec = focus === undefined ? plane : buildLimitFigure(plane, focus);
  const hidden = new Set(spec.series.filter((one) => one.startsHidden).map((one) => one.limit));
  /** What had appeared by the year of the slider; everything while it stands at its end. */
  let appeared: ReadonlySet<string> | undefined;
  const isShown = (one: FigureSeries): boolean =>
    !hidden.has(one.limit) && (appeared?.has(one.limit) ?? true);

  const canvas = document.createElement('canvas');
  // The static drawing below keeps the name and description for those who cannot see either.
  canvas.setAttribute('aria-hidden', 'true');
  const tip = document.createElement('div');
  tip.className = 'figure-tip';
  tip.hidden = true;
  const marquee = document.createElement('div');
  marquee.className = 'figure-marquee';
  marquee.hidden = true;
  box.append(canvas, marquee, tip);
  const chart = drawChart(canvas, spec, { isShown });

  const tools = host.querySelector<HTMLElement>('.figure-tools');
  if (tools !== null) tools.hidden = false;

  const seriesButtons = [...host.querySelectorAll<HTMLButtonElement>('button[data-series]')];
  const layerButtons = [...host.querySelectorAll<HTMLButtonElement>('button[data-layer]')];
  const update = (): void => {
    for (const button of seriesButtons) {
      button.setAttribute('aria-pressed', String(!hidden.has(button.dataset['series'] ?? '')));
    }
    for (const button of layerButtons) {
      const own = spec.series.filter((one) => one.layer === button.dataset['layer']);
      button.setAttribute('aria-pressed', String(own.some(isShown)));
    }
    chart.setShown(isShown);
  };
  wireYear(
    host,
    spec,
    (asOf) => {
      appeared = asOf && new Set(asOf.series.map(({ limit }) => limit));
      for (const button of seriesButtons) {
        const isYetToCome = appeared?.has(button.dataset['series'] ?? '') === false;
        button.closest('li')?.classList.toggle('is-yet-to-come', isYetToCome);
      }
      chart.setSpec(asOf ?? spec);
    },
    signal,
  );
  for (const button of seriesButtons) {
    button.disabled = false;
    const limit = button.dataset['series'] ?? '';
    button.addEventListener(
      'click',
      () => {
        if (!hidden.delete(limit)) hidden.add(limit);
        update();
      },
      { signal },
    );
    const item = button.closest('li') ?? button;
    const emphasise = (): void => {
      chart.setEmphasis(limit);
    };
    const relax = (): void => {
      chart.setEmphasis(undefined);
    };
    for (const type of ['pointerenter', 'focusin'])
      item.addEventListener(type, emphasise, { signal });
    for (const type of ['pointerleave', 'focusout']) item.addEventListener(type, relax, { signal });
  }
  for (const button of layerButtons) {
    button.addEventListener(
      'click',
      () => {
        const own = spec.series.filter((one) => one.layer === button.dataset['layer']);
        const hide = own.some(isShown);
        for (const one of own) {
          if (hide) hidden.add(one.limit);
          else hidden.delete(one.limit);
        }
        update();
      },
      { signal },
    );
  }

  wirePointer(canvas, tip, marquee, chart, spec, signal);
  wireZoom(host, chart, spec, signal);

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
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', refresh, { signal });
  return chart;
}

/**
 * Lets the slider redraw the figure as of the end of a year. The history is asked for when the
 * slider is first used; while it is on its way the latest position waits.
 */
function wireYear(
  host: HTMLElement,
  spec: FigureSpec,
  draw: (asOf: FigureSpec | undefined) => void,
  signal: AbortSignal,
): void {
  const slider = host.querySelector<HTMLInputElement>('.figure-year input');
  const output = host.querySelector<HTMLOutputElement>('.figure-year output');
  const source = host.dataset['history'];
  if (slider === null || output === null || source === undefined) return;
  let history: Promise<FigureHistory> | undefined;
  const load = (): Promise<FigureHistory> => {
    history ??= fetch(source, { signal }).then(async (response) => {
      if (!response.ok) throw new Error(`${source}: ${String(response.status)}`);
      return (await response.json()) as FigureHistory;
    });
    return history;
  };
  const say = (text: string): void => {
    output.textContent = text;
    slider.setAttribute('aria-valuetext', text);
  };
  const show = async (): Promise<void> => {
    const year = Number(slider.value);
    if (slider.value === slider.max) {
      draw(undefined);
      say('now');
      return;
    }
    try {
      const known = await load();
      if (Number(slider.value) !== year) return;
      const asOf = drawAsOf(spec, known, year);
      draw(asOf);
      say(describeYear(asOf, spec, known, year));
    } catch (error) {
      if (signal.aborted) return;
      history = undefined;
      say('The history could not be loaded.');
      console.warn('The figure stays as of now.', error);
    }
  };
  slider.addEventListener('input', () => void show(), { signal });
}

function describeYear(
  asOf: FigureSpec,
  spec: FigureSpec,
  history: FigureHistory,
  year: number,
): string {
  const undated = spec.series.filter(({ limit }) => history.since[limit] === undefined).length;
  const counts = `${String(asOf.series.length)} of ${String(spec.series.length)} curves`;
  return `${String(year)}: ${counts}${undated === 0 ? '' : `, ${String(undated)} undated left out`}`;
}

function wirePointer(
  canvas: HTMLCanvasElement,
  tip: HTMLElement,
  marquee: HTMLElement,
  chart: FigureChart,
  spec: FigureSpec,
  signal: AbortSignal,
): void {
  let dragFrom: { x: number; y: number } | undefined;
  const place = (event: PointerEvent): { x: number; y: number } => {
    const bounds = canvas.getBoundingClientRect();
    const frame = chart.getFrame();
    return {
      x: event.clientX - bounds.left - frame.left,
      y: event.clientY - bounds.top - frame.top,
    };
  };
  const leave = (): void => {
    tip.hidden = true;
    chart.setEmphasis(undefined);
  };

  canvas.addEventListener(
    'pointermove',
    (event) => {
      const at = place(event);
      if (dragFrom !== undefined) {
        drawMarquee(marquee, dragFrom, at, chart);
        return;
      }
      const frame = chart.getFrame();
      const isInside = at.x >= 0 && at.y >= 0 && at.x <= frame.width && at.y <= frame.height;
      const hit = isInside
        ? findNearestCurve(chart.getScene().series, [at.x, at.y], REACH_PX)
        : undefined;
      if (hit === undefined) {
        leave();
        return;
      }
      chart.setEmphasis(hit.series.limit);
      const view = chart.getView();
      const mass = fromFraction({ ...spec.x, range: view.x }, hit.point[0] / frame.width);
      const value = fromFraction({ ...spec.y, range: view.y }, 1 - hit.point[1] / frame.height);
      fillTip(tip, hit.series, spec, mass, value);
      placeTip(tip, canvas, frame.left + hit.point[0], frame.top + hit.point[1]);
    },
    { signal },
  );
  canvas.addEventListener('pointerleave', leave, { signal });
  canvas.addEventListener(
    'pointerdown',
    (event) => {
      // A finger scrolls the page; a mouse or pen draws the box to zoom into.
      if (event.pointerType === 'touch' || event.button !== 0) return;
      dragFrom = place(event);
      canvas.setPointerCapture(event.pointerId);
      leave();
    },
    { signal },
  );
  canvas.addEventListener(
    'pointerup',
    (event) => {
      if (dragFrom === undefined) return;
      const from = dragFrom;
      dragFrom = undefined;
      marquee.hidden = true;
      const to = place(event);
      if (Math.abs(to.x - from.x) > 12 && Math.abs(to.y - from.y) > 12)
        zoomToBox(chart, spec, from, to);
    },
    { signal },
  );
  canvas.addEventListener(
    'dblclick',
    () => {
      chart.setView(undefined);
    },
    { signal },
  );
}

function drawMarquee(
  marquee: HTMLElement,
  from: { x: number; y: number },
  to: { x: number; y: number },
  chart: FigureChart,
): void {
  const frame = chart.getFrame();
  marquee.hidden = false;
  marquee.style.left = `${String(frame.left + Math.min(from.x, to.x))}px`;
  marquee.style.top = `${String(frame.top + Math.min(from.y, to.y))}px`;
  marquee.style.width = `${String(Math.abs(to.x - from.x))}px`;
  marquee.style.height = `${String(Math.abs(to.y - from.y))}px`;
}

function zoomToBox(
  chart: FigureChart,
  spec: FigureSpec,
  from: { x: number; y: number },
  to: { x: number; y: number },
): void {
  const { width, height } = chart.getFrame();
  const clamp = (fraction: number): number => Math.min(1, Math.max(0, fraction));
  const xs = [clamp(from.x / width), clamp(to.x / width)].sort((a, b) => a - b);
  const ys = [clamp(1 - from.y / height), clamp(1 - to.y / height)].sort((a, b) => a - b);
  zoomTo(chart, spec, xs, ys);
}

/** Zooms to fractions of the present view, below 0 and above 1 outwards, never beyond the plane. */
function zoomTo(
  chart: FigureChart,
  spec: FigureSpec,
  xs: readonly number[],
  ys: readonly number[],
): void {
  const view = chart.getView();
  const part = (
    axis: FigureAxis,
    range: View['x'],
    [a = 0, b = 1]: readonly number[],
  ): View['x'] => {
    const shown = { ...axis, range };
    return [
      Math.max(axis.range[0], fromFraction(shown, a)),
      Math.min(axis.range[1], fromFraction(shown, b)),
    ];
  };
  const next = { x: part(spec.x, view.x, xs), y: part(spec.y, view.y, ys) };
  if (next.x[0] < next.x[1] && next.y[0] < next.y[1]) chart.setView(next);
}

function wireZoom(
  host: HTMLElement,
  chart: FigureChart,
  spec: FigureSpec,
  signal: AbortSignal,
): void {
  for (const button of host.querySelectorAll<HTMLButtonElement>('button[data-zoom]')) {
    button.addEventListener(
      'click',
      () => {
        if (button.dataset['zoom'] === 'reset') chart.setView(undefined);
        else if (button.dataset['zoom'] === 'in') zoomTo(chart, spec, [0.2, 0.8], [0.2, 0.8]);
        else zoomTo(chart, spec, [-1 / 3, 4 / 3], [-1 / 3, 4 / 3]);
      },
      { signal },
    );
  }
}

function fillTip(
  tip: HTMLElement,
  series: FigureSeries,
  spec: FigureSpec,
  mass: number,
  value: number,
): void {
  const name = document.createElement('strong');
  name.textContent = series.label;
  const numbers = document.createElement('p');
  numbers.append(
    ...writeSymbol(spec.x.plain),
    ` = ${formatValue(mass, spec.x.unitLabel)}, `,
    ...writeSymbol(spec.y.plain),
    ` = ${formatValue(value, spec.y.unitLabel)}`,
  );
  const facts = document.createElement('p');
  facts.textContent = [
    series.status === 'observed' ? '' : series.status,
    series.confidenceLevel === undefined
      ? 'CL not stated'
      : `${String(Math.round(series.confidenceLevel * 1000) / 10)} % CL`,
    series.derivedBy === 'collaboration'
      ? ''
      : series.derivedBy.replace('this-project', 'recast here'),
    series.remark ?? '',
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
  const title = document.createElement('p');
  title.textContent = series.title;
  tip.replaceChildren(name, title, numbers, facts);
  tip.hidden = false;
}

function writeSymbol(plain: string): Node[] {
  return parsePlainMath(plain).map(({ text, italic, script }) => {
    const element = document.createElement(script === 'base' ? (italic ? 'i' : 'span') : script);
    element.textContent = text;
    return element;
  });
}

function placeTip(tip: HTMLElement, canvas: HTMLCanvasElement, x: number, y: number): void {
  const room = canvas.clientWidth;
  const left = x + 16 + tip.offsetWidth > room ? x - 16 - tip.offsetWidth : x + 16;
  tip.style.left = `${String(Math.max(0, left))}px`;
  tip.style.top = `${String(Math.max(0, y - tip.offsetHeight / 2))}px`;
}
