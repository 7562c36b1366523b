import { type Facet, FACETS, listFacetOptions } from '../../../core/figure/facets.ts';
import { DEFAULT_VIEW } from '../../../core/figure/view.ts';
import { make } from '../../elements.ts';
import { button, choice, field, type Panel, tick } from './panel.ts';

/** Narrows the figure by facts of its limits. */
export const FILTER_PANEL: Panel = {
  id: 'filter',
  title: 'Filter',
  isUseful: ({ model }) => model.spec.series.length > 2,
  build: (body, { model, host }) => {
    const { series } = model.spec;
    const names = readNames(host);
    const boxes: (() => void)[] = [];
    for (const facet of Object.keys(FACETS) as Facet[]) {
      const options = listFacetOptions(facet, series, (value) => names[value] ?? value);
      if (options.length < 2) continue;
      const group = make('fieldset');
      group.append(make('legend', FACETS[facet].title));
      for (const { value, words, count } of options) {
        const box = tick(`${words} (${String(count)})`, false, (isOn) => {
          const rest = model.view.facets[facet].filter((one) => one !== value);
          model.update({
            only: [],
            facets: { ...model.view.facets, [facet]: isOn ? [...rest, value] : rest },
          });
        });
        const input = box.querySelector('input');
        boxes.push(() => {
          if (input !== null) input.checked = model.view.facets[facet].includes(value);
        });
        group.append(box);
      }
      body.append(group);
    }
    const years = [...new Set(series.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b);
    const [first, last] = [years[0], years.at(-1)];
    if (first !== undefined && last !== undefined && first !== last) {
      const options = years.map((year) => ({ value: String(year), words: String(year) }));
      const change = (): void => {
        const range = [Number(from.value), Number(to.value)] as const;
        const isWhole = range[0] === first && range[1] === last;
        const { years: _, ...rest } = model.view;
        model.replace(
          isWhole ? rest : { ...rest, years: [Math.min(...range), Math.max(...range)] },
        );
      };
      const from = choice(options, String(first), change);
      const to = choice(options, String(last), change);
      const group = make('fieldset');
      group.append(make('legend', 'Published'), field('from', from), field('to', to));
      body.append(group);
      boxes.push(() => {
        from.value = String(model.view.years?.[0] ?? first);
        to.value = String(model.view.years?.[1] ?? last);
      });
    }
    const status = make('p');
    status.className = 'figure-panel-note';
    const clear = button('Show everything again', () => {
      const { years: _, ...rest } = model.view;
      model.replace({
        ...rest,
        ...Object.fromEntries(
          (['only', 'show', 'hide', 'layersOn', 'layersOff', 'facets'] as const).map((key) => [
            key,
            DEFAULT_VIEW[key],
          ]),
        ),
      });
    });
    body.append(status, clear);
    model.listen((shown) => {
      for (const update of boxes) update();
      const published = new Set(series.map(({ limit }) => limit));
      const count = shown.series.filter(({ limit }) => published.has(limit)).length;
      status.textContent = `${String(count)} of ${String(series.length)} curves shown.`;
    });
  },
};

/** Names of experiments, from the legend's own data. */
function readNames(host: HTMLElement): Readonly<Record<string, string>> {
  const text = host.dataset['names'];
  return text === undefined ? {} : (JSON.parse(text) as Record<string, string>);
}
