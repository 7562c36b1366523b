import { changeChoice, viewAxis } from '../../../core/figure/apply-view.ts';
import type { FigureAxis } from '../../../core/figure/figure-spec.ts';
import type { AxisView } from '../../../core/figure/view.ts';
import { parseRange } from '../../../core/figure/view-address.ts';
import { make } from '../../elements.ts';
import { choice, field, type Panel } from './panel.ts';

/** Quantity, unit and range of both axes. */
export const AXES_PANEL: Panel = {
  id: 'axes',
  title: 'Axes',
  build: (body, { model, say }) => {
    const { spec } = model;
    if (spec.presets.length > 0) {
      const presets = choice(
        [
          { value: '', words: 'as published' },
          ...spec.presets.map(({ id, title }) => ({ value: id, words: title })),
        ],
        '',
        (id) => {
          const preset = spec.presets.find((one) => one.id === id);
          model.update({ x: { ...preset?.x }, y: { ...preset?.y } });
        },
      );
      body.append(field('View', presets));
    }
    for (const [key, name] of [
      ['x', 'Horizontal'],
      ['y', 'Vertical'],
    ] as const) {
      const axis = spec[key];
      const group = make('fieldset');
      group.append(make('legend', `${name} axis: ${axis.name}`));
      const choices = axis.choices ?? [];
      const shows = choice(
        choices.map((one) => ({
          value: one.id,
          words: `${one.plain.replaceAll(/[{}]/gu, '')}${one.unitLabel === '' ? '' : ` [${one.unitLabel}]`}, ${one.name}`,
        })),
        choices[0]?.id ?? '',
        (id) => {
          model.update({ [key]: changeChoice(axis, model.view[key], id) });
        },
      );
      if (choices.length > 1) group.append(field('Shown as', shows));
      const [from, to] = [make('input'), make('input')];
      for (const input of [from, to]) {
        input.inputMode = 'decimal';
        input.autocomplete = 'off';
        input.size = 9;
        input.addEventListener('change', () => {
          const range = parseRange(`${from.value.trim()}..${to.value.trim()}`, axis.scale);
          for (const one of [from, to]) one.toggleAttribute('aria-invalid', range === undefined);
          if (range === undefined) {
            say(
              `A range needs two rising ${axis.scale === 'log' ? 'positive ' : ''}numbers, like 0.01 and 10.`,
            );
            return;
          }
          model.update({ [key]: setRange(axis, model.view[key], range) });
        });
      }
      group.append(field('from', from), field('to', to));
      body.append(group);
      model.listen((shown) => {
        const [low, high] = shown[key].range;
        if (document.activeElement !== from) from.value = write(low);
        if (document.activeElement !== to) to.value = write(high);
        shows.value = model.view[key].choice ?? choices[0]?.id ?? '';
      });
    }
  },
};

/** The view with a range; the whole axis needs none. */
function setRange(
  axis: FigureAxis,
  { choice: id }: AxisView,
  range: readonly [number, number],
): AxisView {
  const named: AxisView = id === undefined ? {} : { choice: id };
  const whole = viewAxis(axis, named).range.map(write);
  return whole[0] === write(range[0]) && whole[1] === write(range[1]) ? named : { ...named, range };
}

const write = (value: number): string => {
  const rounded = Number(value.toPrecision(6));
  return Math.abs(rounded) >= 1e-3 && Math.abs(rounded) < 1e5
    ? String(rounded)
    : rounded.toExponential();
};
