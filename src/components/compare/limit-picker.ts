import { groupLegend } from '../../core/figure/legend.ts';
import { lineVariable } from '../../figures/palette.ts';
import { findElement, make } from '../elements.ts';
import type { FigureModel } from '../figure/figure-model.ts';
import { findLimits, listFindable } from './find-limits.ts';
import { pickLimit } from './pick-limits.ts';

/** Fills the picker of a panel: limits are found by their words, and ticking some leaves only them. */
export function fillPicker(
  root: HTMLDetailsElement,
  model: FigureModel,
  names: Readonly<Record<string, string>>,
): void {
  const { series } = model.spec;
  const all = listFindable(series, names);
  const layers = new Map(
    groupLegend(series).flatMap(({ title, series: own }) =>
      own.map(({ limit }) => [limit, title] as const),
    ),
  );
  const summary = findElement(root, '[data-picked]', HTMLElement);
  const search = findElement(root, 'input[type="search"]', HTMLInputElement);
  const count = findElement(root, '.compare-count', HTMLElement);
  const chosen = findElement(root, '.compare-chosen', HTMLElement);
  const list = findElement(root, '.compare-matches', HTMLElement);
  const reset = findElement(root, '[data-act="all"]', HTMLButtonElement);

  const items = new Map(
    all.map(({ series: one }) => {
      const box = make('input');
      box.type = 'checkbox';
      box.autocomplete = 'off';
      box.addEventListener('change', () => {
        model.replace(pickLimit(model.view, one.limit, box.checked));
      });
      const swatch = make('span');
      swatch.className = 'swatch';
      swatch.style.background = `var(${lineVariable(one.style)})`;
      const name = make('span', one.label);
      name.className = 'compare-name';
      const facts = make(
        'span',
        one.isEe ? one.title : `${one.title} · ${layers.get(one.limit) ?? ''}`,
      );
      facts.className = 'compare-facts';
      const label = make('label');
      label.append(box, swatch, name, facts);
      const item = make('li');
      item.append(label);
      return [one.limit, { item, box, label: one.label }] as const;
    }),
  );
  list.replaceChildren(...[...items.values()].map(({ item }) => item));

  const find = (): void => {
    const found = findLimits(all, search.value);
    const limits = new Set(found.map(({ series: { limit } }) => limit));
    for (const [limit, { item }] of items) item.hidden = !limits.has(limit);
    count.textContent =
      found.length === 0
        ? 'No limit of this plane has these words.'
        : search.value.trim() === ''
          ? `${countLimits(all.length)} on this plane`
          : `${String(found.length)} of ${countLimits(all.length)}`;
  };
  search.addEventListener('input', find);
  reset.addEventListener('click', () => {
    model.update({ only: [] });
    search.focus();
  });
  find();

  let told: string | undefined;
  model.listen((_, pace) => {
    const { only } = model.view;
    if (pace === 'moving' || told === only.join()) return;
    told = only.join();
    summary.textContent =
      only.length === 0 ? 'as the plane starts' : `only ${countLimits(only.length)}`;
    reset.hidden = only.length === 0;
    for (const [limit, { box }] of items) box.checked = only.includes(limit);
    chosen.replaceChildren(
      ...only.map((limit) => {
        const name = items.get(limit)?.label ?? limit;
        const remove = make('button', name);
        remove.type = 'button';
        remove.setAttribute('aria-label', `Remove ${name}`);
        remove.addEventListener('click', () => {
          model.replace(pickLimit(model.view, limit, false));
          // The button is gone; the reader is not.
          (chosen.querySelector('button') ?? search).focus();
        });
        const item = make('li');
        item.append(remove);
        return item;
      }),
    );
  });
}

const countLimits = (count: number): string =>
  `${String(count)} ${count === 1 ? 'limit' : 'limits'}`;
