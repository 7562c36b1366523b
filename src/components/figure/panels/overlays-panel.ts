import { formatLength, listSliceLengths } from '../../../core/figure/grid-slices.ts';
import { LUMINOSITY_MULTIPLES } from '../../../core/figure/scale-luminosity.ts';
import type { OutlineChoice } from '../../../core/figure/view.ts';
import { make } from '../../elements.ts';
import { choice, field, type Panel, slider, tick } from './panel.ts';
import type { FigureModel } from '../figure-model.ts';

/** What may lie over the limits: combined limits, lines of equal lifetime, more data, slices of grids. */
export const OVERLAYS_PANEL: Panel = {
  id: 'overlays',
  title: 'Overlays',
  isUseful: ({ model: { spec } }) =>
    spec.outlines.length > 0 ||
    spec.lifetimes.length > 0 ||
    listSliceLengths(spec).length > 0 ||
    spec.series.some(({ scaling }) => scaling !== undefined),
  build: (body, { model }) => {
    for (const add of [addOutlines, addSlices, addLifetimes, addLuminosity]) add(body, model);
  },
};

function addOutlines(body: HTMLElement, model: FigureModel): void {
  if (model.spec.outlines.length === 0) return;
  const select = choice(
    [
      { value: 'both', words: 'of e⁺e⁻ colliders and of all laboratories' },
      { value: 'ee', words: 'of e⁺e⁻ colliders' },
      { value: 'laboratory', words: 'of all laboratories' },
      { value: 'none', words: 'not outlined' },
    ],
    model.view.outlines,
    (outlines) => {
      model.update({ outlines: outlines as OutlineChoice });
    },
  );
  body.append(field('Combined limit', select));
  model.listen(() => {
    select.value = model.view.outlines;
  });
}

function addSlices(body: HTMLElement, model: FigureModel): void {
  const lengths = listSliceLengths(model.spec);
  if (lengths.length < 2) return;
  const describe = (place: number): string => {
    const length = lengths[place - 1];
    return length === undefined ? 'strongest of all lifetimes' : `cτ = ${formatLength(length)}`;
  };
  const { element, set } = slider('Lifetime of the maps', lengths.length + 1, describe, (place) => {
    const { ctauM: _, ...rest } = model.view;
    const length = lengths[place - 1];
    model.replace(length === undefined ? rest : { ...rest, ctauM: length });
  });
  body.append(element, note('Each map is drawn at its own slice; nothing is interpolated.'));
  model.listen(() => {
    const { ctauM } = model.view;
    set(ctauM === undefined ? 0 : lengths.indexOf(ctauM) + 1);
  });
}

function addLifetimes(body: HTMLElement, model: FigureModel): void {
  if (model.spec.lifetimes.length === 0) return;
  const box = tick('Lines of equal decay length cτ', model.view.lifetimes, (lifetimes) => {
    model.update({ lifetimes });
  });
  body.append(box, note(model.spec.lifetimeSource));
  const input = box.querySelector('input');
  model.listen(() => {
    if (input !== null) input.checked = model.view.lifetimes;
  });
}

function addLuminosity(body: HTMLElement, model: FigureModel): void {
  const count = model.spec.series.filter(({ scaling }) => scaling !== undefined).length;
  if (count === 0) return;
  const describe = (place: number): string =>
    place === 0 ? 'as published' : `× ${String(LUMINOSITY_MULTIPLES[place])} of each result’s own`;
  const { element, set } = slider('Luminosity', LUMINOSITY_MULTIPLES.length, describe, (place) => {
    const { luminosity: _, ...rest } = model.view;
    const multiple = LUMINOSITY_MULTIPLES[place] ?? 1;
    model.replace(multiple === 1 ? rest : { ...rest, luminosity: multiple });
  });
  body.append(
    element,
    note(
      `Naive scaling of ${count === 1 ? 'one e⁺e⁻ limit' : `${String(count)} e⁺e⁻ limits`} with stated luminosity: the excluded rate goes like 1/√L, all else unchanged. Not a projection by any experiment; displaced and two-sided results are not scaled.`,
    ),
  );
  model.listen(() => {
    const { luminosity = 1 } = model.view;
    set(Math.max(0, LUMINOSITY_MULTIPLES.indexOf(luminosity)));
  });
}

function note(text: string): HTMLElement {
  const element = make('p', text);
  element.className = 'figure-panel-note';
  return element;
}
