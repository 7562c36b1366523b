import { rankPages } from './rank-results.ts';

/** What Pagefind tells about one page. */
interface PageData {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
}

interface SearchResponse {
  readonly results: readonly { readonly score: number; readonly data: () => Promise<PageData> }[];
  readonly filters: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** The part of Pagefind's browser API that is used here. */
interface Pagefind {
  readonly options: (options: { baseUrl: string }) => Promise<void>;
  readonly filters: () => Promise<SearchResponse['filters']>;
  /** Resolves to null when a newer call has taken over. */
  readonly debouncedSearch: (
    term: string | null,
    options: { filters: Record<string, string> },
    milliseconds: number,
  ) => Promise<SearchResponse | null>;
}

const RESULTS_SHOWN = 12;

/** How many are looked at to find the best of them. */
const RESULTS_RANKED = 60;

/** Searches the site as the reader types; arrow keys walk the results. */
export class SearchPanel extends HTMLElement {
  #pagefind: Promise<Pagefind | undefined> | undefined;
  readonly #selects = new Map<string, HTMLSelectElement>();

  connectedCallback(): void {
    for (const select of this.querySelectorAll<HTMLSelectElement>('select[data-filter]')) {
      this.#selects.set(select.dataset['filter'] ?? '', select);
      select.addEventListener('change', () => void this.#search());
    }
    this.#input.addEventListener('input', () => void this.#search());
    this.#input.addEventListener('focus', () => void this.#load(), { once: true });
    this.addEventListener('keydown', (event) => {
      this.#walk(event);
    });
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.querySelector<HTMLAnchorElement>('.search-results a')?.click();
    });
    // What a browser's own search field, or this one before its script was there, asked for.
    const query = new URLSearchParams(location.search).get('q')?.trim() ?? '';
    if (this.dataset['name'] === 'page' && query !== '') this.start(query);
  }

  /** Puts the cursor into the field. */
  start(query?: string): void {
    if (query !== undefined) this.#input.value = query;
    this.#input.focus();
    this.#input.select();
    if (this.#input.value !== '') void this.#search();
  }

  get #input(): HTMLInputElement {
    const input = this.querySelector('input');
    if (input === null) throw new Error('A search panel needs its field.');
    return input;
  }

  #load(): Promise<Pagefind | undefined> {
    this.#pagefind ??= this.#import();
    return this.#pagefind;
  }

  async #import(): Promise<Pagefind | undefined> {
    const address = new URL(this.dataset['index'] ?? '', location.href).href;
    try {
      const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
      // Where the site's root is, from a page anywhere below it.
      const { pathname } = new URL(this.dataset['base'] ?? '/', location.href);
      await pagefind.options({ baseUrl: pathname });
      const filters = await pagefind.filters();
      for (const [name, select] of this.#selects) fill(select, filters[name] ?? {});
      return pagefind;
    } catch {
      this.#say('The search index could not be loaded. The menu leads to every page.');
      return undefined;
    }
  }

  async #search(): Promise<void> {
    const term = this.#input.value.trim();
    const chosen = [...this.#selects].filter(([, select]) => select.value !== '');
    if (term === '' && chosen.length === 0) {
      this.#show([]);
      this.#say('');
      return;
    }
    const pagefind = await this.#load();
    if (pagefind === undefined) return;
    const filters = Object.fromEntries(chosen.map(([name, select]) => [name, select.value]));
    const response = await pagefind.debouncedSearch(term === '' ? null : term, { filters }, 150);
    if (response === null) return;
    const count = response.results.length;
    const found = await Promise.all(
      response.results.slice(0, RESULTS_RANKED).map(async ({ score, data }) => {
        const page = await data();
        return { page, score, kind: page.meta['kind'] ?? '', title: page.meta['title'] ?? '' };
      }),
    );
    const pages = rankPages(found, term).map(({ page }) => page);
    this.#show(pages.slice(0, RESULTS_SHOWN));
    this.#say(count === 0 ? 'Nothing found.' : count === 1 ? '1 page' : `${String(count)} pages`);
  }

  #say(text: string): void {
    const status = this.querySelector('.search-status');
    if (status !== null) status.textContent = text;
  }

  #show(pages: readonly PageData[]): void {
    this.querySelector('.search-results')?.replaceChildren(...pages.map(renderResult));
  }

  #walk(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    if (event.target instanceof HTMLSelectElement) return;
    const stops = [this.#input, ...this.querySelectorAll<HTMLElement>('.search-results a')];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  }
}

function fill(select: HTMLSelectElement, counts: Readonly<Record<string, number>>): void {
  const names = Object.keys(counts);
  // Years read newest first, everything else alphabetically.
  names.sort((a, b) =>
    select.dataset['filter'] === 'year' ? b.localeCompare(a) : a.localeCompare(b),
  );
  for (const name of names) select.add(new Option(`${name} (${String(counts[name])})`, name));
}

function renderResult(page: PageData): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = page.url;
  const title = document.createElement('strong');
  title.textContent = page.meta['title'] ?? page.url;
  const excerpt = document.createElement('span');
  excerpt.className = 'excerpt';
  // Pagefind escapes the text and adds nothing but <mark>.
  excerpt.innerHTML = page.excerpt;
  const kind = page.meta['kind'];
  if (kind !== undefined) {
    const meta = document.createElement('span');
    meta.className = 'meta';
    meta.textContent = kind;
    link.append(meta);
  }
  link.append(title, excerpt);
  item.append(link);
  return item;
}

if (customElements.get('search-panel') === undefined)
  customElements.define('search-panel', SearchPanel);
