import type { Catalogue, PlaneEntry } from '../../core/catalogue.ts';
import { findReference } from '../../core/contribute/find-reference.ts';
import type { Reference } from '../../core/schema/index.ts';
import { findElement } from '../elements.ts';
import { type Answers, type Field, FIELDS, type FieldName } from './fields.ts';
import type { FormFault } from './make-draft.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The questions about the paper and the result: one control each, with its help and its fault. */
export class FactsPart {
  readonly #root: HTMLElement;
  readonly #catalogue: Catalogue;
  readonly #controls: ReadonlyMap<FieldName, Control>;
  /** Controls the reader has left: only there faults are shown before everything is checked. */
  readonly #left = new Set<FieldName>();
  #isChecked = false;
  #faults: readonly FormFault[] = [];

  /** @param changed called when an answer changes */
  constructor(root: HTMLElement, catalogue: Catalogue, changed: () => void) {
    this.#root = root;
    this.#catalogue = catalogue;
    this.#controls = new Map(FIELDS.map((field) => [field.name, this.#find(field)]));
    findElement(root, '#contribute-papers', HTMLDataListElement).replaceChildren(
      ...[...catalogue.references.values()].map((reference) => {
        const option = new Option(describePaper(reference), reference.key);
        option.label = describePaper(reference);
        return option;
      }),
    );
    for (const [name, control] of this.#controls) {
      control.addEventListener('input', () => {
        if (name === 'experiment') this.#offerOlder();
        changed();
      });
      control.addEventListener('blur', () => {
        if (this.#read(control) !== '') this.#left.add(name);
        this.#showFaults();
      });
    }
  }

  get answers(): Answers {
    return Object.fromEntries(
      [...this.#controls].map(([name, control]) => [name, this.#read(control)]),
    );
  }

  set answers(answers: Answers) {
    for (const [name, control] of this.#controls) {
      if (name === 'supersedes') this.#offerOlder();
      write(control, answers[name] ?? '');
    }
  }

  #plane: PlaneEntry | undefined;

  /** What depends on the plane: which portals there are, and which older limits. */
  setPlane(plane: PlaneEntry | undefined): void {
    this.#plane = plane;
    this.#offerOlder();
    const portal = this.#controls.get('portal');
    if (portal instanceof HTMLSelectElement)
      for (const option of portal.options)
        option.disabled =
          option.value !== '' && plane?.portals.some((one) => one === option.value) !== true;
  }

  /** Shows what is to be mended beside its control; only what was touched, until all is checked. */
  show(faults: readonly FormFault[]): void {
    this.#faults = faults;
    this.#showFaults();
    this.#showOnDemand();
    this.#tellPaper();
  }

  /** From now on every fault is shown. */
  check(): void {
    this.#isChecked = true;
    this.#showFaults();
  }

  clear(): void {
    this.#isChecked = false;
    this.#left.clear();
    this.answers = {};
  }

  #find({ name }: Field): Control {
    const control = this.#root.querySelector(`[name="${name}"]`);
    if (
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    )
      return control;
    throw new Error(`There is no control ${name}.`);
  }

  #read(control: Control): string {
    return control instanceof HTMLSelectElement && control.multiple
      ? [...control.selectedOptions].map(({ value }) => value).join(',')
      : control.value;
  }

  #showFaults(): void {
    for (const [name, control] of this.#controls) {
      const isShown = this.#isChecked || this.#left.has(name);
      const texts = isShown
        ? this.#faults.flatMap(({ field, text }) => (field === name ? [text] : []))
        : [];
      const place = findElement(this.#root, `#contribute-${name}-fault`, HTMLElement);
      const text = texts.join(' ');
      if (place.textContent !== text) place.textContent = text;
      place.hidden = texts.length === 0;
      if (texts.length === 0) control.removeAttribute('aria-invalid');
      else control.setAttribute('aria-invalid', 'true');
    }
  }

  /** Fields that are asked only when they are needed come when something wants them, and stay while answered. */
  #showOnDemand(): void {
    const wanted = new Set(this.#faults.flatMap(({ field }) => field ?? []));
    const isWanted = ({ name }: Field): boolean => {
      const control = this.#controls.get(name);
      return wanted.has(name) || (control !== undefined && this.#read(control) !== '');
    };
    for (const group of this.#root.querySelectorAll<HTMLElement>('fieldset[data-group]')) {
      const fields = FIELDS.filter(
        ({ name }) => group.querySelector(`[data-field="${name}"]`) !== null,
      );
      const isWhole = fields.every(({ isOnDemand }) => isOnDemand === true);
      const needsGroup = fields.some((field) => field.isOnDemand !== true || isWanted(field));
      group.hidden = !needsGroup;
      for (const field of fields) {
        if (field.isOnDemand !== true) continue;
        findElement(group, `[data-field="${field.name}"]`, HTMLElement).hidden =
          !isWhole && !isWanted(field);
      }
    }
  }

  /** Which paper is meant, under the control that names it. */
  #tellPaper(): void {
    for (const name of ['reference', 'data'] as const) {
      const typed = this.#controls.get(name)?.value ?? '';
      const paper =
        typed.trim() === '' ? undefined : findReference(typed, this.#catalogue.references);
      const help = findElement(this.#root, `#contribute-${name}-help`, HTMLElement);
      const usual = FIELDS.find((field) => field.name === name)?.help ?? '';
      const text = paper === undefined ? usual : describePaper(paper);
      if (help.textContent.trim() !== text) help.textContent = text;
    }
  }

  /** Limits on the plane that a new one of this experiment can take the place of. */
  #offerOlder(): void {
    const select = this.#controls.get('supersedes');
    const experiment = this.#controls.get('experiment')?.value;
    if (!(select instanceof HTMLSelectElement)) return;
    const older = [...this.#catalogue.limits.values()].filter(
      (limit) =>
        limit.plane === this.#plane?.id &&
        limit.experiment.some((id) => id === experiment) &&
        limit.status === 'observed',
    );
    const chosen = select.value;
    select.replaceChildren(
      new Option('none', ''),
      ...older.map(({ id, title }) => new Option(`${id}: ${title.replaceAll('$', '')}`, id)),
    );
    select.value = older.some(({ id }) => id === chosen) ? chosen : '';
  }
}

function write(control: Control, answer: string): void {
  if (!(control instanceof HTMLSelectElement)) {
    control.value = answer;
    return;
  }
  const chosen = new Set(control.multiple ? answer.split(',') : [answer]);
  for (const option of control.options) option.selected = chosen.has(option.value);
}

/** A paper in one line, as a person recognises it. */
export function describePaper({ authors, collaboration, title, journal, year }: Reference): string {
  const who = collaboration ?? authors?.replace(/ and .*$/u, ' et al.');
  const parts = [who, title?.replaceAll('$', ''), journal, year?.toString()];
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}
