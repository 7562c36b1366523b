import type { Dataset, Decisions, PlaneContext, Understanding } from '../../core/import/source.ts';
import { findElement, make } from '../elements.ts';
import { DECISIONS, listChoices, nameChoice } from './decisions.ts';
import { type KeptFile, readText } from './form-state.ts';
import type { Answer, NamedBytes, TableGlance } from './read-worker.ts';
import {
  decide,
  showProblems,
  showQuestion,
  showRows,
  showStatements,
  writeDecision,
} from './show-understanding.ts';
import { FileUnderstander, LARGEST_FILE, MOST_FILES, Superseded } from './understand-files.ts';

/** The file, what was understood of it, and the questions that are left. */
export class NumbersPart {
  readonly #root: HTMLElement;
  readonly #changed: () => void;
  readonly #understander = new FileUnderstander();
  readonly #busy: HTMLElement;
  #files: readonly NamedBytes[] = [];
  #decisions: Decisions = {};
  #context: PlaneContext | undefined;
  #understanding: Understanding | undefined;
  #reading = 0;

  /** @param changed called when there are other numbers, or none any more */
  constructor(root: HTMLElement, changed: () => void) {
    this.#root = root;
    this.#changed = changed;
    this.#busy = this.#part('busy');
    this.#wire();
  }

  /** Complete numbers, where there is nothing left to ask or to mend. */
  get dataset(): Dataset | undefined {
    return this.#understanding?.dataset;
  }

  get files(): readonly NamedBytes[] {
    return this.#files;
  }

  get decisions(): Decisions {
    return this.#decisions;
  }

  /** The files as they can be kept; those that are not text are left out. */
  get kept(): KeptFile[] {
    return this.#files.flatMap(({ name, bytes }) => {
      const text = readText(bytes);
      return text === undefined ? [] : [{ name, text }];
    });
  }

  /** Why there are no numbers yet, for the list of what is missing. */
  get missing(): string | undefined {
    if (this.dataset !== undefined) return undefined;
    if (this.#files.length === 0) return 'No file of numbers was chosen.';
    const { questions = [], problems = [] } = this.#understanding ?? {};
    if (problems.length > 0) return 'The file of numbers has a fault.';
    return questions.length > 0
      ? 'A question about the numbers is not answered.'
      : 'The file has not been read yet.';
  }

  setContext(context: PlaneContext | undefined): void {
    this.#context = context;
    void this.#understand();
  }

  /** Numbers from before, as they were kept. */
  restore(files: readonly KeptFile[], decisions: Decisions): void {
    this.#decisions = decisions;
    this.#setFiles(
      files.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) })),
    );
  }

  /** Files that were chosen or dropped, in the place of those before. */
  async take(files: readonly File[]): Promise<void> {
    const turn = ++this.#reading;
    if (files.length === 0) return;
    const refusal = refuse(files);
    if (refusal !== undefined) {
      this.#setFiles([]);
      this.#say(refusal, true);
      return;
    }
    this.#say('Reading…');
    let read: NamedBytes[];
    try {
      read = await Promise.all(
        files.map(async (file) => ({
          name: file.name,
          bytes: new Uint8Array(await file.arrayBuffer()),
        })),
      );
    } catch {
      // A folder looks like a file until it is read.
      if (turn === this.#reading)
        this.#say('That could not be read: it is a folder, or the file has gone.', true);
      return;
    }
    if (turn !== this.#reading) return;
    this.#decisions = {};
    this.#setFiles(read);
  }

  clear(): void {
    this.#reading += 1;
    this.#decisions = {};
    this.#setFiles([]);
  }

  #part(name: string): HTMLElement {
    return findElement(this.#root, `[data-part="${name}"]`, HTMLElement);
  }

  #say(text: string, isFault = false): void {
    this.#busy.textContent = text;
    this.#busy.classList.toggle('is-fault', isFault);
  }

  #wire(): void {
    const chosen = findElement(this.#root, '[name="file"]', HTMLInputElement);
    const takeChosen = (): void => {
      // The list belongs to the control: emptied, the same file can be chosen again.
      const files = [...(chosen.files ?? [])];
      chosen.value = '';
      void this.take(files);
    };
    chosen.addEventListener('change', takeChosen);
    if ((chosen.files?.length ?? 0) > 0) takeChosen();
    const pasted = findElement(this.#root, '[name="paste"]', HTMLTextAreaElement);
    findElement(this.#root, '[data-act="paste"]', HTMLButtonElement).addEventListener(
      'click',
      () => {
        if (pasted.value.trim() === '') this.#say('There is nothing in the field yet.', true);
        else void this.take([new File([pasted.value], 'pasted.txt', { type: 'text/plain' })]);
      },
    );
    const drop = this.#part('drop');
    for (const [type, isOver] of [
      ['dragenter', true],
      ['dragover', true],
      ['dragleave', false],
      ['drop', false],
    ] as const)
      drop.addEventListener(type, () => {
        drop.classList.toggle('is-over', isOver);
      });
  }

  #setFiles(files: readonly NamedBytes[]): void {
    this.#files = files;
    this.#understander.setFiles(files);
    void this.#understand();
  }

  #decide(name: keyof Decisions, answer: string): void {
    this.#decisions = decide(this.#decisions, name, answer);
    void this.#understand(name);
  }

  async #understand(answered?: keyof Decisions): Promise<void> {
    if (this.#files.length === 0) {
      this.#understanding = undefined;
      this.#part('read').hidden = true;
      this.#say('');
      this.#changed();
      return;
    }
    this.#say('Reading…');
    try {
      const answer = await this.#understander.ask(this.#decisions, this.#context);
      this.#say(this.#name());
      this.#show(answer, answered);
    } catch (error) {
      if (error instanceof Superseded) return;
      this.#understanding = undefined;
      this.#part('read').hidden = true;
      const reason = error instanceof Error ? error.message : String(error);
      this.#say(`${this.#name()} could not be read: ${reason}.`, true);
    }
    this.#changed();
  }

  #name(): string {
    const [first, ...rest] = this.#files;
    const name = first?.name ?? '';
    return rest.length === 0 ? name : `${name} and ${String(rest.length)} more`;
  }

  #show({ understanding, tables }: Answer, answered: keyof Decisions | undefined): void {
    this.#understanding = understanding;
    const { statements, questions, problems } = understanding;
    this.#part('understood').replaceChildren(...showStatements(statements));
    this.#part('rows').replaceChildren(...showRows(tables, this.#decisions.table));
    this.#part('problems').replaceChildren(...showProblems(problems));
    const asked = questions.map((question) =>
      showQuestion(
        question,
        (choice) => nameChoice(question.decision, choice, this.#context),
        (answer) => {
          this.#decide(question.decision, answer);
        },
      ),
    );
    const title = make(
      'h3',
      asked.length === 1 ? 'One question' : `${String(asked.length)} questions`,
    );
    this.#part('questions').replaceChildren(...(asked.length === 0 ? [] : [title, ...asked]));
    this.#showDecisions(tables);
    this.#part('read').hidden = false;
    // The control that was answered is gone; whoever answered it goes on with the next.
    if (answered === undefined || this.#root.contains(document.activeElement)) return;
    const next = asked[0]?.querySelector<HTMLElement>('input, select');
    if (next !== null && next !== undefined) next.focus();
    else findElement(this.#root, '[data-part="decided"] summary', HTMLElement).focus();
  }

  /** Everything that can be read differently, as controls. */
  #showDecisions(tables: readonly TableGlance[]): void {
    const details = this.#part('decided');
    const file = {
      columns: Math.max(0, ...tables.map(({ columns }) => columns.length)),
      tables: [...new Set(tables.map(({ name }) => name).filter((name) => name !== ''))],
    };
    const controls = DECISIONS.flatMap(({ name, label }) => {
      const taken = writeDecision(this.#decisions, name);
      const choices = listChoices(name, file, this.#context);
      const all = taken === '' || choices.includes(taken) ? choices : [...choices, taken];
      if (all.length === 0) return [];
      const select = make('select');
      select.name = `decided-${name}`;
      select.append(
        new Option('as understood', ''),
        ...all.map((choice) => new Option(nameChoice(name, choice, this.#context), choice)),
      );
      select.value = taken;
      select.addEventListener('change', () => {
        this.#decide(name, select.value);
      });
      const field = make('label', label);
      field.append(select);
      return [field];
    });
    const box = findElement(details, 'div', HTMLElement);
    const focused = box.contains(document.activeElement)
      ? document.activeElement?.getAttribute('name')
      : undefined;
    box.replaceChildren(...controls);
    details.hidden = controls.length === 0;
    if (focused !== undefined && focused !== null)
      box.querySelector<HTMLElement>(`[name="${focused}"]`)?.focus();
  }
}

/** Why files are not even opened, as a sentence. */
function refuse(files: readonly File[]): string | undefined {
  if (files.length > MOST_FILES)
    return `${String(files.length)} files at once; one result has at most ${String(MOST_FILES)}.`;
  const large = files.find(({ size }) => size > LARGEST_FILE);
  if (large !== undefined) {
    const megabytes = (large.size / 1e6).toFixed(large.size < 2e7 ? 1 : 0);
    return `${large.name} has ${megabytes} MB; a file of numbers has at most ${String(LARGEST_FILE / 1e6)} MB. Is it the right one?`;
  }
  const empty = files.find(({ size }) => size === 0);
  return empty === undefined ? undefined : `${empty.name} is empty, or a folder.`;
}
