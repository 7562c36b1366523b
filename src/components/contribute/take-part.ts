import type { Draft } from '../../core/contribute/draft-limit.ts';
import { findElement, make, saveFile } from '../elements.ts';
import {
  type ContributedFile,
  LONGEST_ISSUE,
  writeIssueLink,
  writeIssueText,
} from './issue-text.ts';
import { packZip } from './pack-zip.ts';

/** What comes out: the folder, the text of an issue, and every file to look at. */
export class TakePart {
  readonly #root: HTMLElement;
  readonly #fresh: () => Promise<Draft | undefined>;
  readonly #repository: string | undefined;
  #draft: Draft | undefined;

  /** @param fresh the draft on what the site holds at this moment; undefined where it is none any more */
  constructor(
    root: HTMLElement,
    repository: string | undefined,
    fresh: () => Promise<Draft | undefined>,
  ) {
    this.#root = root;
    this.#fresh = fresh;
    this.#repository = repository;
    this.#button('zip').addEventListener('click', () => void this.#takeZip());
    this.#button('issue-text').addEventListener('click', () => {
      if (this.#draft !== undefined)
        void this.#copy(writeIssue(this.#draft), 'The text of an issue');
    });
  }

  /** Shows what can be taken away; undefined takes it away again. */
  show(draft: Draft | undefined): void {
    this.#draft = draft;
    const result = this.#part('result');
    result.hidden = draft === undefined;
    if (draft === undefined) return;
    this.#showFiles(draft);
    this.#showLink(draft);
    this.#part('assumed').hidden = draft.assumed.length === 0;
    findElement(this.#root, '[data-part="assumed"] ul', HTMLElement).replaceChildren(
      ...draft.assumed.map((what) => make('li', nameFact(what))),
    );
    this.#part('left').replaceChildren(...draft.left.map((what) => make('li', `${what}.`)));
    const changed = draft.files.filter(({ before }) => before !== undefined);
    this.#part('changed').hidden = changed.length === 0;
    findElement(this.#root, '[data-part="changed"] span', HTMLElement).textContent = changed
      .map(({ path }) => `content/${path}`)
      .join(' and ');
  }

  focus(): void {
    findElement(this.#root, '#result-title', HTMLElement).focus();
  }

  #part(name: string): HTMLElement {
    return findElement(this.#root, `[data-part="${name}"]`, HTMLElement);
  }

  #button(act: string): HTMLButtonElement {
    return findElement(this.#root, `[data-act="${act}"]`, HTMLButtonElement);
  }

  #say(text: string): void {
    this.#part('told').textContent = text;
  }

  async #takeZip(): Promise<void> {
    this.#say('');
    const draft = await this.#fresh();
    if (draft === undefined) {
      this.#say('The site has changed, and something is to be mended first: see the list above.');
      return;
    }
    const archive = packZip(listFiles(draft));
    saveFile(new Blob([archive], { type: 'application/zip' }), `${draft.id}.zip`);
    this.#say(`${draft.id}.zip is on its way to your downloads.`);
  }

  async #copy(text: string, what: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#say(`${what} is in the clipboard.`);
    } catch {
      this.#say(
        'The browser does not let this page copy; the text can be marked and copied below.',
      );
    }
  }

  #showFiles(draft: Draft): void {
    const place = this.#part('files');
    const open = new Set(
      [...place.querySelectorAll<HTMLDetailsElement>('details[open]')].map(
        ({ dataset }) => dataset['path'],
      ),
    );
    const files = draft.files.map(({ path, text, before }) => {
      const shown = before === undefined ? text : listNewLines(before, text);
      const details = make('details');
      details.className = 'contribute-files';
      details.dataset['path'] = path;
      details.open = open.has(path);
      const summary = make('summary');
      summary.append(
        make('code', `content/${path}`),
        before === undefined ? '' : ', what is new in it',
      );
      const copy = make('button', 'Copy');
      copy.type = 'button';
      copy.setAttribute('aria-label', `Copy ${path}`);
      copy.addEventListener('click', () => void this.#copy(shown, `content/${path}`));
      const content = make('pre', cut(shown));
      content.tabIndex = 0;
      content.setAttribute('aria-label', path);
      details.append(summary, copy, content);
      return details;
    });
    place.replaceChildren(...files);
  }

  #showLink(draft: Draft): void {
    const link = this.#root.querySelector<HTMLAnchorElement>('[data-part="issue"]');
    if (link === null || this.#repository === undefined) return;
    const { href, isWhole } = writeIssueLink(this.#repository, nameIssue(draft), writeIssue(draft));
    link.href = href;
    link.textContent = isWhole ? 'Open an issue with it' : 'Open an issue, to paste the text into';
  }
}

/** Facts under the names that the form has for them. */
const nameFact = (what: string): string =>
  what.replace(/^provenance\.from\.(\w+)/u, (_, name: string) => `source, ${name}`);

const nameIssue = ({ meta }: Draft): string => `New result: ${meta.title}`;

/** The issue, with what is new in files that exist; numbers too long for an issue are left to the archive. */
function writeIssue(draft: Draft): string {
  const files = draft.files.map(({ path, text, before }) => ({
    path: `content/${path}`,
    text: before === undefined ? text : listNewLines(before, text),
  }));
  const whole = writeIssueText(draft.meta.title, files);
  if (whole.length <= LONGEST_ISSUE) return whole;
  return writeIssueText(
    draft.meta.title,
    files.map(({ path, text }) =>
      text.length > LONGEST_ISSUE / 4
        ? { path, text: 'Too long for an issue: please attach the archive.' }
        : { path, text },
    ),
  );
}

/** The files of a draft as the repository has them. */
const listFiles = ({ files }: Draft): ContributedFile[] =>
  files.map(({ path, text }) => ({ path: `content/${path}`, text }));

/** Lines of the text that were not there before, in one block: entries are inserted, not changed. */
function listNewLines(before: string, text: string): string {
  const [old, now] = [before.split('\n'), text.split('\n')];
  let from = 0;
  while (from < old.length && old[from] === now[from]) from++;
  let end = 0;
  while (end < old.length - from && old.at(-1 - end) === now.at(-1 - end)) end++;
  return `${now
    .slice(from, now.length - end)
    .join('\n')
    .trim()}\n`;
}

const LONGEST_SHOWN = 20_000;

const cut = (text: string): string =>
  text.length <= LONGEST_SHOWN
    ? text
    : `${text.slice(0, text.lastIndexOf('\n', LONGEST_SHOWN))}\n… and more; “Copy” takes everything.`;
