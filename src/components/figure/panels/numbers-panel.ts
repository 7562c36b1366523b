import { baseLimit } from '../../../core/figure/base-limit.ts';
import { listParts } from '../../../core/formats/figure/figure-curves.ts';
import type { FigureSeries, FigureSpec } from '../../../core/figure/figure-spec.ts';
import { formatValue } from '../../../core/figure/format-value.ts';
import { summariseSeries } from '../../../core/figure/summary.ts';
import { make } from '../../elements.ts';
import { describeFacts } from '../values.ts';
import { button, choice, copyText, field, type Panel, type PanelContext } from './panel.ts';
import { type Cell, DataTable } from './data-table.ts';

/** A table longer than this is cut on the page; copies and downloads are whole. */
const MOST_ROWS = 200;

/** The data behind a figure: its curves in a table, and the numbers of any one of them. */
export const NUMBERS_PANEL: Panel = {
  id: 'numbers',
  title: 'Numbers',
  build: (body, context) => {
    const { model, host } = context;
    const summary = new DataTable('The curves shown', context.signal);
    const own = new DataTable('Numbers of one curve', context.signal);
    const picked = choice([], '', () => void showNumbers(picked.value, own, context));
    body.append(
      summary.element,
      button('Copy this table', () => void copyText(summary.toText(), 'The table', context.say)),
      field('Numbers of', picked),
      own.element,
      button('Copy these numbers', () => void copyText(own.toText(), 'The numbers', context.say)),
    );
    let drawn = '';
    model.listen((shown, pace) => {
      if (pace === 'moving') return;
      summary.fill(...listCurves(shown, host));
      const key = `${shown.x.unit} ${shown.y.quantity} ${shown.series.map(({ limit }) => limit).join()}`;
      if (key === drawn) return;
      drawn = key;
      const before = picked.value;
      picked.replaceChildren(
        ...shown.series.map(({ limit, label }) => {
          const option = make('option', label);
          option.value = limit;
          return option;
        }),
      );
      if (shown.series.some(({ limit }) => limit === before)) picked.value = before;
      void showNumbers(picked.value, own, context);
    });
  },
};

function listCurves(shown: FigureSpec, host: HTMLElement): [string[], Cell[][]] {
  const { x, y } = shown;
  const rows = summariseSeries(shown.series).map(({ series, from, to, lowest }): Cell[] => [
    { text: series.label, ...addressOf(series, host) },
    { text: formatValue(from, x.unitLabel), order: from },
    { text: formatValue(to, x.unitLabel), order: to },
    { text: formatValue(lowest[1], y.unitLabel), order: lowest[1] },
    { text: formatValue(lowest[0], x.unitLabel), order: lowest[0] },
    { text: describeFacts(series) },
    { text: series.reference ?? '–', ...paperOf(series, host) },
  ]);
  return [['Result', 'From', 'To', 'Lowest value', 'at', 'Basis', 'Paper'], rows];
}

/** The page of a series, where it has one. */
export function addressOf({ limit, layer }: FigureSeries, host: HTMLElement): { href?: string } {
  const base = host.dataset['limits'];
  return base === undefined || layer === 'own' ? {} : { href: `${base}${baseLimit(limit)}/` };
}

export function paperOf({ reference }: FigureSeries, host: HTMLElement): { href?: string } {
  const base = host.dataset['references'];
  return base === undefined || reference === undefined ? {} : { href: `${base}#${reference}` };
}

async function showNumbers(
  limit: string,
  table: DataTable,
  { model, say }: PanelContext,
): Promise<void> {
  const find = (): FigureSeries | undefined =>
    model.shown.series.find((one) => one.limit === limit);
  const before = find();
  if (before === undefined) {
    table.fill([], []);
    return;
  }
  const failed = await model.loadExact([before]);
  const series = find();
  if (series === undefined) return;
  if (failed.length > 0)
    say('These are the numbers of the drawing; all digits could not be loaded.');
  const { x, y } = model.shown;
  const rows = listParts(series.mark).flatMap(({ part, role, points }) =>
    points.map(([px, py]): Cell[] => [
      { text: String(part), order: part },
      { text: role },
      { text: String(px), order: px },
      { text: String(py), order: py },
    ]),
  );
  const name = (axis: FigureSpec['x']): string =>
    `${axis.plain.replaceAll(/[{}]/gu, '')}${axis.unitLabel === '' ? '' : ` [${axis.unitLabel}]`}`;
  table.fill(['Part', 'What', name(x), name(y)], rows, MOST_ROWS);
}
