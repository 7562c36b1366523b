import type { FigureSpec } from '../../core/figure/figure-spec.ts';
import { formatValue } from '../../core/figure/format-value.ts';
import { make } from '../elements.ts';
import { describeLeads, writeSymbol } from './crosshair.ts';
import type { FigureModel } from './figure-model.ts';
import { DataTable } from './panels/data-table.ts';
import { addressOf, paperOf } from './panels/numbers-panel.ts';
import type { ValuesAt } from './values.ts';
import { describeFacts } from './values.ts';

/** Under a figure, what everything says at the mass the crosshair is kept at. */
export class ValuesTable {
  readonly element = make('div');
  readonly #host: HTMLElement;
  readonly #title = make('p');
  readonly #note = make('p');
  readonly #table: DataTable;

  constructor(host: HTMLElement, signal: AbortSignal, close: () => void) {
    this.#host = host;
    this.#table = new DataTable('Values at the crosshair', signal);
    this.element.className = 'figure-values';
    this.element.hidden = true;
    const closer = make('button', 'Put away');
    closer.type = 'button';
    closer.addEventListener('click', close);
    this.#title.className = 'figure-values-title';
    this.#note.className = 'figure-panel-note';
    const head = make('div');
    head.className = 'figure-values-head';
    head.append(this.#title, closer);
    this.element.append(head, this.#table.element, this.#note);
  }

  show(at: ValuesAt | undefined, shown: FigureSpec, model: FigureModel): void {
    this.element.hidden = at === undefined;
    if (at === undefined) return;
    this.#title.replaceChildren(
      'At ',
      ...writeSymbol(shown.x.plain),
      ` = ${formatValue(at.x, shown.x.unitLabel, 4)}`,
    );
    this.#table.fill(
      ['Result', 'Value', 'Basis', 'Sets', 'Paper'],
      at.rows.map((row) => [
        { text: row.series.label, ...addressOf(row.series, this.#host) },
        { text: row.text, order: row.values[0] ?? NaN },
        { text: describeFacts(row.series) },
        { text: describeLeads(row.leads) },
        { text: row.series.reference ?? '–', ...paperOf(row.series, this.#host) },
      ]),
    );
    this.#note.textContent =
      at.rows.length === 0
        ? 'Nothing that is shown reaches this mass.'
        : model.isExact
          ? 'Read log–log between the published points; islands with floor and ceiling.'
          : 'Read from the drawing; the published numbers are on their way.';
  }
}
