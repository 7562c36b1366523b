import type { Draft } from '../../core/contribute/draft-limit.ts';
import { findElement, make } from '../elements.ts';
import { checkDraft, type DraftMessage } from './check-draft.ts';
import { FactsPart } from './facts-part.ts';
import { FIELDS } from './fields.ts';
import { EMPTY_STATE, type FormState, isEmptyState, readState } from './form-state.ts';
import { readRepository } from './issue-text.ts';
import { type Keeper, makeKeeper } from './keep-state.ts';
import { type FormDraft, type FormFault, makeDraft } from './make-draft.ts';
import { NumbersPart } from './numbers-part.ts';
import { PlanePart } from './plane-part.ts';
import { PreviewFigure } from './preview-figure.ts';
import { previewLimit } from './preview-limit.ts';
import { showFault } from './show-understanding.ts';
import { listKnownFiles, type SmallCatalogue, unpackCatalogue } from './small-catalogue.ts';
import { SourceTexts } from './source-texts.ts';
import { TakePart } from './take-part.ts';

/** A form in use. */
export interface Session {
  /** Files that were dropped. */
  readonly take: (files: readonly File[]) => Promise<void>;
  /** The button that checks everything. */
  readonly submit: () => void;
}

/** After the last key, before everything is judged again [ms]. */
const PAUSE = 250;

/** Loads what the form judges by and wires it; takes up what was kept. */
export async function startSession(host: HTMLElement, key: string): Promise<Session> {
  const response = await fetch(host.dataset['catalogue'] ?? '');
  if (!response.ok) throw new Error(`${response.url}: ${String(response.status)}`);
  const small = (await response.json()) as SmallCatalogue;
  return new FormSession(
    host,
    makeKeeper(key, () => localStorage),
    small,
  );
}

class FormSession implements Session {
  readonly #host: HTMLElement;
  readonly #keeper: Keeper;
  readonly #catalogue;
  readonly #knownFiles;
  readonly #texts: SourceTexts;
  readonly #plane: PlanePart;
  readonly #numbers: NumbersPart;
  readonly #facts: FactsPart;
  readonly #figure: PreviewFigure;
  readonly #take: TakePart;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;
  #judging: Promise<void> = Promise.resolve();
  #isChecked = false;
  #faults: readonly FormFault[] = [];
  #messages: readonly DraftMessage[] = [];
  #draft: Draft | undefined;
  #digests: { readonly files: unknown; readonly digests: readonly string[] } | undefined;

  constructor(host: HTMLElement, keeper: Keeper, small: SmallCatalogue) {
    this.#host = host;
    this.#keeper = keeper;
    this.#catalogue = unpackCatalogue(small);
    this.#knownFiles = listKnownFiles(small);
    this.#texts = new SourceTexts(host.dataset['source'] ?? '');
    this.#figure = new PreviewFigure(
      this.#part('figure'),
      this.#part('compared'),
      this.#part('ranges'),
      readAddresses(host.dataset),
    );
    this.#take = new TakePart(host, readRepository(host.dataset['repository']), () =>
      this.#makeFresh(),
    );
    this.#facts = new FactsPart(host, this.#catalogue, () => {
      this.#later();
    });
    this.#plane = new PlanePart(host, this.#catalogue, () => {
      this.#setPlane();
    });
    this.#numbers = new NumbersPart(host, () => {
      this.#look();
      this.#later();
    });
    findElement(host, '[data-act="clear"]', HTMLButtonElement).addEventListener('click', () => {
      this.#clear();
    });
    this.#restore(readState(keeper.read()));
    // Whoever leaves within the pause finds what was typed.
    addEventListener('pagehide', () => {
      this.#keep();
    });
  }

  async take(files: readonly File[]): Promise<void> {
    await this.#numbers.take(files);
  }

  submit(): void {
    this.#isChecked = true;
    this.#facts.check();
    clearTimeout(this.#timer);
    void this.#judge().then(() => {
      if (this.#draft !== undefined) this.#take.focus();
      else this.#part('summary').focus();
    });
  }

  /** Judges everything; ends when there is nothing newer to be judged. */
  async #judge(): Promise<void> {
    this.#judging = this.#judgeOnce();
    for (let last = this.#judging; ; last = this.#judging) {
      await last;
      if (last === this.#judging) return;
    }
  }

  #part(name: string): HTMLElement {
    return findElement(this.#host, `[data-part="${name}"]`, HTMLElement);
  }

  #restore(state: FormState): void {
    if (isEmptyState(state)) {
      this.#setPlane();
      return;
    }
    this.#plane.value = state.plane;
    this.#setPlane();
    this.#facts.answers = state.answers;
    if (state.files.length > 0) this.#numbers.restore(state.files, state.decisions);
    this.#part('kept').textContent =
      'This is what you began earlier; it was kept in this browser only. “Clear the form” at the end forgets it.';
    this.#later();
  }

  #keep(): void {
    const state: FormState = {
      plane: this.#plane.plane?.id ?? '',
      files: this.#numbers.kept,
      decisions: this.#numbers.decisions,
      answers: this.#facts.answers,
    };
    if (isEmptyState(state)) this.#keeper.clear();
    // Numbers too long to be kept are chosen again; the answers are kept without.
    else if (!this.#keeper.write(state)) this.#keeper.write({ ...state, files: [], decisions: {} });
  }

  #clear(): void {
    clearTimeout(this.#timer);
    this.#isChecked = false;
    this.#facts.clear();
    this.#plane.value = EMPTY_STATE.plane;
    this.#setPlane();
    this.#numbers.clear();
    findElement(this.#host, '[name="paste"]', HTMLTextAreaElement).value = '';
    this.#keeper.clear();
    this.#part('kept').textContent = 'The form is empty, and nothing of it is kept.';
    findElement(this.#host, '#step-plane', HTMLElement).focus();
  }

  #setPlane(): void {
    const { plane } = this.#plane;
    this.#facts.setPlane(plane);
    this.#numbers.setContext(
      plane === undefined ? undefined : { plane, quantities: this.#catalogue.quantities },
    );
  }

  /** The curve on its plane. */
  #look(): void {
    const { plane } = this.#plane;
    const { dataset } = this.#numbers;
    const side = this.#facts.answers.excludes === 'below' ? 'below' : 'above';
    const preview =
      plane === undefined || dataset === undefined
        ? undefined
        : previewLimit(dataset, plane, this.#catalogue, { name: 'Your result', side });
    this.#part('unseen').hidden = preview !== undefined;
    this.#part('figure').hidden = preview === undefined;
    if (preview === undefined || plane === undefined) this.#figure.clear();
    else this.#figure.show(plane.id, preview);
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#keep();
      void this.#judge();
    }, PAUSE);
  }

  async #judgeOnce(): Promise<void> {
    const turn = ++this.#turn;
    const made = await this.#makeDraft();
    if (turn !== this.#turn) return;
    const { draft, faults } = made;
    const messages =
      draft === undefined
        ? []
        : checkDraft(draft.files, { catalogue: this.#catalogue, files: this.#knownFiles });
    this.#messages = messages;
    this.#faults = [
      ...this.#listOpen(),
      ...faults,
      ...messages.flatMap((message) => (message.severity === 'error' ? [faultOf(message)] : [])),
    ];
    this.#draft = this.#faults.length === 0 ? draft : undefined;
    this.#facts.show(this.#faults);
    this.#take.show(this.#draft);
    this.#showVerdict(made);
  }

  /** What the plane and the numbers still lack. */
  #listOpen(): FormFault[] {
    const { missing } = this.#numbers;
    return missing === undefined ? [] : [{ field: 'file', text: missing }];
  }

  async #makeDraft(): Promise<FormDraft> {
    const { dataset, files } = this.#numbers;
    const rawFiles = await this.#digest(files);
    const make = (): FormDraft =>
      makeDraft(this.#facts.answers, this.#plane.plane?.id ?? '', dataset, rawFiles, {
        context: this.#catalogue,
        textOf: (path) => this.#texts.get(path),
      });
    const first = make();
    // Files of the repository that the draft changes are loaded when it first asks for them.
    return (await this.#texts.loadWanted()) ? make() : first;
  }

  /** The draft on the files as the site has them now. */
  async #makeFresh(): Promise<Draft | undefined> {
    this.#texts.forget();
    await this.#judge();
    return this.#draft;
  }

  async #digest(
    files: NumbersPart['files'],
  ): Promise<{ readonly name: string; readonly sha256: string }[]> {
    if (this.#digests?.files !== files) {
      const digests = await Promise.all(files.map(({ bytes }) => digest(bytes)));
      this.#digests = { files, digests };
    }
    const { digests } = this.#digests;
    return files.map(({ name }, i) => ({ name: nameRaw(name), sha256: digests[i] ?? '' }));
  }

  #showVerdict({ notes }: FormDraft): void {
    const warnings = this.#messages.filter(({ severity }) => severity !== 'error');
    const count = this.#faults.length;
    this.#part('verdict').textContent =
      count === 0
        ? 'Everything that the catalogue asks for is there, and every rule is content.'
        : this.#isChecked
          ? `${String(count)} ${count === 1 ? 'thing is' : 'things are'} to be mended.`
          : `${String(count)} ${count === 1 ? 'thing is' : 'things are'} still open.`;
    const summary = this.#part('summary');
    summary.hidden = !this.#isChecked || count === 0;
    const list = make('ul');
    list.append(...this.#faults.map((fault) => this.#listFault(fault)));
    summary.replaceChildren(make('h3', 'To be mended'), list);
    this.#part('remarks').replaceChildren(
      ...warnings.map(({ file, line, found, expected, fix }) =>
        showFault(
          line === undefined ? file : `${file}, line ${String(line)}`,
          found,
          expected,
          fix,
        ),
      ),
      ...notes.map((note) => make('p', `In the BibTeX: ${note}.`)),
    );
  }

  /** A fault in the list, with a way to the control it is about. */
  #listFault({ field, text }: FormFault): HTMLElement {
    const item = make('li');
    const id = field === undefined ? undefined : `contribute-${field}`;
    const control = id === undefined ? null : document.getElementById(id);
    if (id !== undefined && control !== null) {
      const link = make('a', nameControl(field));
      link.href = `#${id}`;
      link.addEventListener('click', (event) => {
        event.preventDefault();
        control.focus();
        control.scrollIntoView({ block: 'center' });
      });
      item.append(link, ': ');
    }
    item.append(text);
    return item;
  }
}

const nameControl = (field: FormFault['field']): string =>
  field === 'plane'
    ? 'Plane'
    : field === 'file'
      ? 'Numbers'
      : (FIELDS.find(({ name }) => name === field)?.label ?? 'Form');

/** A finding of a rule at the control that can mend it; else with its file and line. */
function faultOf({ file, line, keys, found, expected, fix }: DraftMessage): FormFault {
  const field = FIELDS.filter(
    ({ path }) => path.length > 0 && path.every((key, i) => String(keys?.[i]) === key),
  ).toSorted((a, b) => b.path.length - a.path.length)[0];
  const text = `Found ${found}; expected ${expected}. To mend it: ${fix}.`;
  if (field !== undefined) return { field: field.name, text };
  const place = line === undefined ? file : `${file}, line ${String(line)}`;
  return file.endsWith('.csv')
    ? { field: 'file', text: `${place}: ${text}` }
    : { text: `${place}: ${text}` };
}

/** A file name fit for a path: what people call their files may hold anything. */
export const nameRaw = (name: string): string =>
  name
    .replace(/^.*[/\\]/u, '')
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+/u, '')
    .slice(0, 80) || 'numbers.txt';

/** SHA-256 of the bytes, in hexadecimal digits. */
async function digest(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function readAddresses(dataset: DOMStringMap): ConstructorParameters<typeof PreviewFigure>[3] {
  const get = (name: string): string => dataset[name] ?? '';
  return {
    spec: get('spec'),
    curves: get('curves'),
    slices: get('slices'),
    sources: get('sources'),
    brief: get('brief'),
    limits: get('limits'),
    references: get('references'),
    planes: get('planes'),
  };
}
