import type { CitablePage } from '../../core/formats/bibtex-entry.ts';
import { type CslItem, keepFirst } from '../../core/formats/citing/csl-item.ts';
import { writeCitation } from '../../core/formats/citing/write-citation.ts';
import { findElement, make, saveFile } from '../elements.ts';
import {
  addPapers,
  type Collection,
  decodeKeys,
  encodeKeys,
  MOST_PAPERS,
  removePapers,
} from './collection.ts';
import {
  isKeepingNothing,
  listenCollection,
  readCollection,
  writeCollection,
} from './collection-store.ts';
import { type FileFormat, writeCollectionFile } from './collection-file.ts';

/** The papers and names of the site, as far as a list of papers needs them. */
interface Library {
  readonly items: ReadonlyMap<string, CslItem>;
  readonly names: ReadonlyMap<string, string>;
}

/** The page of what was gathered: a list by paper, and what can be done with it. */
class DpCollection extends HTMLElement {
  #library: Library | undefined;
  #before: Collection | undefined;

  connectedCallback(): void {
    this.hidden = false;
    listenCollection(() => {
      this.#show();
    });
    this.#listen();
    void this.#load();
  }

  async #load(): Promise<void> {
    this.#say('Loading the bibliography…');
    try {
      const [items, names] = await Promise.all([
        load<readonly CslItem[]>(this.dataset['references']),
        load<Readonly<Record<string, string>>>(this.dataset['names']),
      ]);
      this.#library = {
        items: new Map(items.map((item) => [item.id, item])),
        names: new Map(Object.entries(names)),
      };
    } catch (error) {
      console.warn(error);
      this.#say('The bibliography could not be loaded. Try again when you are connected.');
      return;
    }
    this.#show();
    this.#offer();
  }

  #find = <T extends Element>(selector: string, kind: abstract new (...args: never[]) => T): T =>
    findElement(this, selector, kind);

  #say(text: string, ...more: Node[]): void {
    this.#find('.collection-status', HTMLElement).replaceChildren(text, ...more);
  }

  #listen(): void {
    for (const button of this.querySelectorAll<HTMLElement>('[data-format]')) {
      button.addEventListener('click', () => {
        void this.#take(button.dataset['format'] as FileFormat);
      });
    }
    this.#find('[data-clear]', HTMLElement).addEventListener('click', () => {
      const { size } = readCollection();
      this.#change(new Map(), `${count(size)} removed.`);
      this.#find('.collection-status button', HTMLElement).focus();
    });
    const link = this.#find('#collection-link', HTMLInputElement);
    link.addEventListener('focus', () => {
      link.select();
    });
    this.#find('[data-share]', HTMLElement).addEventListener('click', () => {
      navigator.clipboard.writeText(link.value).then(
        () => {
          this.#say('The link is copied.');
        },
        () => {
          link.focus();
          this.#say('The link is selected; the browser does not allow copying here.');
        },
      );
    });
  }

  /** Keeps a changed list, and says so with a way back. */
  #change(collection: Collection, words: string): void {
    const before = readCollection();
    this.#before = before;
    writeCollection(collection);
    const undo = make('button', 'Undo');
    undo.type = 'button';
    undo.addEventListener('click', () => {
      writeCollection(this.#before ?? before);
      this.#say(`${count(readCollection().size)} again.`);
      this.#find('.collection-list', HTMLElement).focus();
    });
    this.#say(`${words} `, undo);
  }

  #show(): void {
    const library = this.#library;
    if (library === undefined) return;
    const collection = readCollection();
    const known = [...collection].flatMap(([key, limits]) => {
      const item = library.items.get(key);
      return item === undefined ? [] : [{ item, limits }];
    });
    this.#find('.collection-list', HTMLElement).replaceChildren(
      ...known.map(({ item, limits }) => this.#describe(item, limits, library)),
    );
    const isEmpty = known.length === 0;
    for (const part of ['.collection-take', '.collection-share'])
      this.#find(part, HTMLElement).hidden = isEmpty;
    this.#find('#collection-link', HTMLInputElement).value = new URL(
      encodeKeys(known.map(({ item }) => item.id)),
      location.href,
    ).href.replace(/#.*$/, '');
    const lost = collection.size - known.length;
    this.#say(
      [
        isEmpty ? 'Nothing is collected yet.' : `${count(known.length)} collected.`,
        ...(lost === 0 ? [] : [`${count(lost)} of the list are not in this bibliography.`]),
        ...(isKeepingNothing()
          ? ['This browser keeps nothing for this site: the list is lost when you leave the page.']
          : []),
      ].join(' '),
    );
  }

  #describe(item: CslItem, limits: readonly string[], { names }: Library): HTMLLIElement {
    const entry = make('li');
    const root = this.dataset['root'] ?? '/';
    const paper = make('a', writeCitation(item));
    paper.href = `${root}references/#${item.id}`;
    const remove = make('button', 'Remove');
    remove.type = 'button';
    remove.setAttribute('aria-label', `Remove ${item.title ?? item.id}`);
    remove.addEventListener('click', () => {
      const buttons = [...this.querySelectorAll<HTMLElement>('.collection-list button')];
      const place = buttons.indexOf(remove);
      this.#change(
        removePapers(readCollection(), [item.id]),
        `“${item.title ?? item.id}” removed.`,
      );
      const left = [...this.querySelectorAll<HTMLElement>('.collection-list button')];
      const next =
        left[place] ?? left.at(-1) ?? this.#find('.collection-status button', HTMLElement);
      next.focus();
    });
    const about = make('span');
    about.className = 'meta';
    const links = limits.flatMap((id) => {
      const name = names.get(id);
      if (name === undefined) return [];
      const link = make('a', name);
      link.href = `${root}limits/${id}/`;
      return [link];
    });
    if (links.length > 0)
      about.append('for ', ...links.flatMap((link, i) => (i === 0 ? [link] : ['; ', link])));
    entry.append(paper, ' ', about, ' ', remove);
    return entry;
  }

  /** Asks whether the papers of the address are wanted: a link is somebody else's. */
  #offer(): void {
    const box = this.#find('.collection-offer', HTMLElement);
    const library = this.#library;
    const keys = decodeKeys(location.search);
    if (library === undefined || !new URLSearchParams(location.search).has('keys')) return;
    const collection = readCollection();
    const known = keys.filter((key) => library.items.has(key));
    const fresh = known.filter((key) => !collection.has(key));
    const close = (): void => {
      box.hidden = true;
      history.replaceState(null, '', location.pathname);
      this.#find('.collection-list', HTMLElement).focus();
    };
    const words = make('p', describeOffer(known.length, fresh.length));
    const list = make('ul');
    // A long one scrolls, with the keyboard too.
    list.tabIndex = 0;
    list.append(
      ...fresh.flatMap((key) => {
        const item = library.items.get(key);
        return item === undefined ? [] : [make('li', writeCitation(item))];
      }),
    );
    const add = make('button', fresh.length === 1 ? 'Add it' : `Add ${count(fresh.length)}`);
    const leave = make('button', fresh.length === 0 ? 'Close' : 'Leave it');
    add.type = 'button';
    leave.type = 'button';
    add.addEventListener('click', () => {
      const more = addPapers(readCollection(), fresh);
      this.#change(new Map([...more].slice(0, MOST_PAPERS)), `${count(fresh.length)} added.`);
      close();
    });
    leave.addEventListener('click', close);
    const buttons = make('p');
    buttons.append(...(fresh.length === 0 ? [leave] : [add, leave]));
    box.replaceChildren(words, ...(fresh.length === 0 ? [] : [list]), buttons);
    box.hidden = false;
  }

  async #take(format: FileFormat): Promise<void> {
    const library = this.#library;
    if (library === undefined) return;
    try {
      const items = [...readCollection().keys()].flatMap((key) => library.items.get(key) ?? []);
      const withSite = this.#find('.collection-tick input', HTMLInputElement).checked;
      const file = await writeCollectionFile(format, keepFirst(items), {
        site: withSite ? (JSON.parse(this.dataset['site'] ?? '') as CitablePage) : undefined,
        loadBibtex: async () => (await ask(this.dataset['bibtex'])).text(),
      });
      saveFile(new Blob([file.text], { type: file.mediaType }), `dark-portals.${format}`);
      this.#say(`dark-portals.${format} saved.`);
    } catch (error) {
      console.warn(error);
      this.#say('Nothing was saved: the bibliography could not be loaded. Try again.');
    }
  }
}

const count = (papers: number): string => `${String(papers)} ${papers === 1 ? 'paper' : 'papers'}`;

function describeOffer(known: number, fresh: number): string {
  if (known === 0) return 'This link brings no paper of this bibliography.';
  if (fresh === 0) return `This link brings ${count(known)}; all are in your collection.`;
  return `This link brings ${count(known)}${fresh === known ? '' : `, ${String(fresh)} of them new`}. Add to your collection?`;
}

async function ask(address = ''): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${String(response.status)}`);
  return response;
}

const load = async <T>(address: string | undefined): Promise<T> =>
  (await (await ask(address)).json()) as T;

customElements.define('dp-collection', DpCollection);
