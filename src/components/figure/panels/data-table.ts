import { make } from '../../elements.ts';

export interface Cell {
  readonly text: string;
  readonly href?: string;
  /** What the column sorts by; its text where absent. */
  readonly order?: number;
}

/** A table that sorts by its heads and can be copied whole, however many rows the page shows. */
export class DataTable {
  readonly element = make('div');
  readonly #table = make('table');
  readonly #note = make('p');
  readonly #caption = make('caption');
  #heads: readonly string[] = [];
  #rows: readonly (readonly Cell[])[] = [];
  #most = Infinity;
  #sort: { readonly column: number; readonly isRising: boolean } | undefined;

  constructor(caption: string, signal: AbortSignal) {
    this.element.className = 'table-wrap figure-table';
    // A table wider than the page scrolls, and has to be reachable for that.
    this.element.tabIndex = 0;
    this.element.setAttribute('role', 'group');
    this.element.setAttribute('aria-label', caption);
    this.#caption.textContent = caption;
    this.#caption.className = 'visually-hidden';
    this.#note.className = 'figure-panel-note';
    this.element.append(this.#table, this.#note);
    this.#table.addEventListener(
      'click',
      (event) => {
        if (!(event.target instanceof HTMLButtonElement)) return;
        const column = Number(event.target.dataset['column']);
        const isRising = this.#sort?.column === column ? !this.#sort.isRising : true;
        this.#sort = { column, isRising };
        this.#draw();
        this.#table.querySelectorAll('button')[column]?.focus();
      },
      { signal },
    );
  }

  fill(heads: readonly string[], rows: readonly (readonly Cell[])[], most = Infinity): void {
    if (heads.length !== this.#heads.length) this.#sort = undefined;
    this.#heads = heads;
    this.#rows = rows;
    this.#most = most;
    this.#draw();
  }

  /** The whole table with tabs between its cells, as spreadsheets take it. */
  toText(): string {
    return [this.#heads, ...this.#sorted().map((row) => row.map(({ text }) => text))]
      .map((row) => row.join('\t'))
      .join('\n');
  }

  #sorted(): readonly (readonly Cell[])[] {
    if (this.#sort === undefined) return this.#rows;
    const { column, isRising } = this.#sort;
    const sign = isRising ? 1 : -1;
    return this.#rows.toSorted((a, b) => {
      const [first, second] = [a[column], b[column]];
      if (first?.order !== undefined && second?.order !== undefined)
        return sign * (first.order - second.order);
      return sign * (first?.text ?? '').localeCompare(second?.text ?? '', 'en');
    });
  }

  #draw(): void {
    const head = make('tr');
    head.append(...this.#heads.map((text, column) => this.#drawHead(text, column)));
    const top = make('thead');
    top.append(head);
    const body = make('tbody');
    const sorted = this.#sorted();
    for (const cells of sorted.slice(0, this.#most)) {
      const row = make('tr');
      row.append(
        ...cells.map(({ text, href, order }, column) => {
          const cell = make(column === 0 ? 'th' : 'td');
          if (column === 0) cell.setAttribute('scope', 'row');
          if (order !== undefined) cell.className = 'number';
          if (href === undefined) cell.textContent = text;
          else {
            const link = make('a', text);
            link.href = href;
            cell.append(link);
          }
          return cell;
        }),
      );
      body.append(row);
    }
    this.#table.replaceChildren(this.#caption, top, body);
    this.#note.textContent =
      sorted.length > this.#most
        ? `The first ${String(this.#most)} of ${String(sorted.length)} rows; a copy has them all.`
        : '';
  }

  #drawHead(text: string, column: number): HTMLElement {
    const cell = make('th');
    cell.scope = 'col';
    const sorter = make('button', text);
    sorter.type = 'button';
    sorter.dataset['column'] = String(column);
    cell.append(sorter);
    if (this.#sort?.column === column)
      cell.setAttribute('aria-sort', this.#sort.isRising ? 'ascending' : 'descending');
    return cell;
  }
}
