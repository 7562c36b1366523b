import type { CurrentBuild, Extent, Portion } from '../../core/offline/build-facts.ts';
import { OFFLINE_PAGE, SAVED_MARK } from '../../core/offline/build-facts.ts';
import { isPage, pathBelow } from '../../core/offline/choose-way.ts';
import { findElement, make } from '../elements.ts';
import { formatBytes } from '../../core/offline/format-bytes.ts';
import { listBuilds, openCache, readMark } from './saved-files.ts';
import { readCurrent } from './read-current.ts';
import { MissingError, saveSite, UpdatedError } from './save-site.ts';
import { findBuildMark, findRoot } from './this-page.ts';
import type { Message } from './worker-scope.ts';

/** Titles of saved pages that are listed by name. */
const LISTED = 200;

/** Says what of the site is saved, saves it, and takes the place of a page that is not. */
class DpOffline extends HTMLElement {
  #root = '';
  #current: CurrentBuild | undefined;
  #stop: AbortController | undefined;

  connectedCallback(): void {
    this.#begin().catch((error: unknown) => {
      console.warn(error);
      this.#say(
        'This browser keeps nothing for this site: its storage is switched off, or closed as in a private window. Reading works all the same.',
      );
    });
  }

  async #begin(): Promise<void> {
    const root = findRoot();
    this.#tellAbsent(root ?? '');
    if (root === undefined || findBuildMark() === undefined) {
      this.#say('This copy of the site is not kept by the browser.');
      return;
    }
    this.#root = root;
    // Asking is what fails where nothing may be stored.
    await listBuilds(root);
    if (!(await isAnswered())) {
      this.#say(
        'The program that answers without a connection could not be started in this browser. Reading works all the same.',
      );
      return;
    }
    this.#find('button[data-act="save"]', HTMLButtonElement).addEventListener('click', () => {
      void this.#save();
    });
    this.#find('button[data-act="cancel"]', HTMLButtonElement).addEventListener('click', () => {
      this.#stop?.abort();
    });
    this.#find('button[data-act="remove"]', HTMLButtonElement).addEventListener('click', () => {
      void this.#remove();
    });
    await this.#listSaved();
    try {
      this.#current = await readCurrent(root);
    } catch {
      this.#say('There is no connection now. What is listed here can be read.');
      return;
    }
    this.#offer(this.#current);
  }

  /** What was asked for, where this page stands in for another. */
  #tellAbsent(root: string): void {
    const path = pathBelow(location.href, root);
    const absent = this.#find('.offline-absent', HTMLElement);
    if (root === '' || path === OFFLINE_PAGE) return;
    absent.hidden = false;
    this.#find('.offline-path', HTMLElement).textContent = `/${path}`;
    document.title = 'Not saved · Dark Portals';
  }

  #offer({ pages, data, date }: CurrentBuild): void {
    const form = this.#find('form', HTMLFormElement);
    form.hidden = false;
    this.#find('[data-size="pages"]', HTMLElement).textContent = describeSize([pages]);
    this.#find('[data-size="all"]', HTMLElement).textContent = describeSize([pages, data]);
    this.#find('[data-date]', HTMLElement).textContent = date;
  }

  get #extent(): Extent {
    const all = this.querySelector<HTMLInputElement>('input[value="all"]');
    return all?.checked === true ? 'all' : 'pages';
  }

  async #save(): Promise<void> {
    const current = this.#current;
    if (current === undefined) return;
    if (current.build !== findBuildMark()) {
      this.#say(
        'The site has been updated since this page was loaded. Reload the page, then save.',
      );
      return;
    }
    const extent = this.#extent;
    const total = current.pages.bytes + (extent === 'all' ? current.data.bytes : 0);
    this.#stop = new AbortController();
    this.#setBusy(true);
    this.#say(await askForRoom(total));
    const bar = this.#find('progress', HTMLProgressElement);
    bar.max = total;
    bar.value = 0;
    const done = this.#find('.offline-done', HTMLElement);
    try {
      await saveSite(
        this.#root,
        current,
        extent,
        ({ files, bytes }) => {
          bar.value = bytes;
          done.textContent = `${String(files)} files, ${formatBytes(bytes)} of ${formatBytes(total)}`;
        },
        this.#stop.signal,
      );
      this.#say('Saved. It can all be read without a connection now.');
    } catch (error) {
      this.#stop.abort();
      this.#say(explain(error));
    }
    this.#setBusy(false);
    await this.#listSaved();
  }

  async #remove(): Promise<void> {
    const registration = await navigator.serviceWorker.getRegistration(this.#root);
    const message: Message = { kind: 'forget' };
    const { port1, port2 } = new MessageChannel();
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      registration?.active?.postMessage(message, [port2]);
    });
    this.#say('Removed.');
    await this.#listSaved();
  }

  #setBusy(isBusy: boolean): void {
    this.#find('.offline-progress', HTMLElement).hidden = !isBusy;
    for (const control of this.querySelectorAll<HTMLInputElement | HTMLButtonElement>(
      'form input, button[data-act="save"], button[data-act="remove"]',
    ))
      control.disabled = isBusy;
  }

  async #listSaved(): Promise<void> {
    const root = this.#root;
    const pages = new Map<string, string>();
    let files = 0;
    let state = '';
    for (const build of (await listBuilds(root)).reverse()) {
      const cache = await openCache(root, build);
      for (const { url } of await cache.keys()) {
        const path = pathBelow(url, root);
        if (path === SAVED_MARK) continue;
        files++;
        if (!isPage(path) || path === OFFLINE_PAGE || pages.has(url) || pages.size >= 5000)
          continue;
        const title = pages.size < LISTED ? await readTitle(cache, url) : '';
        pages.set(url, title === '' ? `/${path}` : title);
      }
      const mark = await readMark(root, build);
      if (mark !== undefined && state === '')
        state = mark.isDone
          ? `${mark.extent === 'all' ? 'Everything' : 'Every page'} is saved${build === findBuildMark() ? '' : ', of an earlier version'}.`
          : 'Saving was begun and not finished; “Save” goes on where it stopped.';
    }
    this.#find('.offline-state', HTMLElement).textContent =
      `${state} ${pages.size === 0 ? 'No page is saved yet: every page that is read will be.' : `${String(pages.size)} ${pages.size === 1 ? 'page' : 'pages'} with what they use, ${String(files)} files.`}`.trim();
    const list = this.#find('.offline-pages', HTMLElement);
    const shown = [...pages].slice(0, LISTED).sort(([, a], [, b]) => a.localeCompare(b));
    list.replaceChildren(
      ...shown.map(([url, title]) => {
        const item = make('li');
        const link = make('a', title);
        link.href = url;
        item.append(link);
        return item;
      }),
    );
    this.#find('button[data-act="remove"]', HTMLButtonElement).hidden = files === 0;
  }

  #say(text: string): void {
    this.#find('.offline-status', HTMLElement).textContent = text;
  }

  #find<T extends Element>(selector: string, kind: abstract new (...args: never[]) => T): T {
    return findElement(this, selector, kind);
  }
}

/** How long a worker may take to be there on a first visit [ms]. */
const START = 15_000;

/** True as soon as there is a worker. */
const isAnswered = (): Promise<boolean> =>
  Promise.race([
    navigator.serviceWorker.ready.then(() => true),
    new Promise<boolean>((resolve) => {
      setTimeout(resolve, START, false);
    }),
  ]);

const describeSize = (portions: readonly Portion[]): string => {
  const sum = (of: (portion: Portion) => number): number =>
    portions.reduce((total, portion) => total + of(portion), 0);
  return `${String(sum(({ files }) => files))} files, ${formatBytes(sum(({ bytes }) => bytes))}`;
};

/** Asks the browser not to throw away what is saved, and says where there is less room than it takes. */
async function askForRoom(bytes: number): Promise<string> {
  try {
    const isKept = await navigator.storage.persist();
    const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
    if (quota - usage < bytes)
      return `The browser offers ${formatBytes(quota - usage)}, less than this takes; it saves what it can.`;
    return isKept ? '' : 'The browser may remove what is saved when it runs out of room.';
  } catch {
    return '';
  }
}

function explain(error: unknown): string {
  if (error instanceof UpdatedError)
    return 'The site was updated while it was being saved. Reload the page and save again: what has not changed is not loaded again.';
  if (error instanceof MissingError)
    return `A file did not answer (${error.message}). “Save” goes on where it stopped.`;
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'AbortError')
    return 'Stopped. What has been saved stays; “Save” goes on where it stopped.';
  if (name === 'QuotaExceededError')
    return 'The browser has no more room for this site. Free some space, or save the pages without the data files.';
  return 'The connection was lost. What has been saved stays; “Save” goes on where it stopped.';
}

async function readTitle(cache: Cache, url: string): Promise<string> {
  const html = (await (await cache.match(url))?.text()) ?? '';
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
  const plain = new DOMParser().parseFromString(title, 'text/html').documentElement.textContent;
  return plain.replace(/ · Dark Portals\s*$/, '').trim();
}

customElements.define('dp-offline', DpOffline);
