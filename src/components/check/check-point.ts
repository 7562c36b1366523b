import type { Narrowing } from '../../core/query/narrow-brief.ts';
import { narrowBrief } from '../../core/query/narrow-brief.ts';
import { reviveBrief } from '../../core/query/revive-brief.ts';
import type { Brief, Excluder, Judge, Verdict } from '../../core/query/verdict.ts';
import { judgePoint, makeJudge } from '../../core/query/verdict.ts';
import { formatMass } from '../../core/figure/finding.ts';
import { formatValue } from '../../core/figure/format-value.ts';
import type { CheckState } from './check-state.ts';
import { readPoint, readState, writeState } from './check-state.ts';
import { DERIVED, describeVerdict, formatFactor, formatLevel } from './describe-verdict.ts';
import type { Sentence } from './describe-verdict.ts';
import { wirePoints } from './check-points.ts';
import { findElement, make, saveFile } from '../elements.ts';
import type { PlaneBrief } from './plane-brief.ts';

/** A plane as loaded: its words and its brief. */
interface Loaded {
  readonly plane: PlaneBrief;
  readonly brief: Brief;
}

/** Answers a question about a point while it is typed; the address always asks the same question. */
class CheckPoint extends HTMLElement {
  readonly #loads = new Map<string, Promise<Loaded>>();
  /** The judge of the last question, for the next one that asks the same limits. */
  #judge: { readonly key: string; readonly judge: Judge } | undefined;
  #faults: readonly string[] = [];
  #answered = 0;
  #clearPoints = (): void => undefined;

  connectedCallback(): void {
    const form = findElement(this, 'form.check-question', HTMLFormElement);
    const { state, faults } = readState(location.search, this.#listPlanes());
    this.#faults = faults;
    this.#fill(state);
    // What the page begins with is the answer to another question.
    if (location.search !== '') findElement(this, '.check-answer', HTMLElement).replaceChildren();
    form.addEventListener('input', () => {
      this.#faults = [];
      this.#clearPoints();
      void this.#answer();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#answer();
    });
    addEventListener('popstate', () => {
      const next = readState(location.search, this.#listPlanes());
      this.#faults = next.faults;
      this.#fill(next.state);
      void this.#answer();
    });
    this.#wireButtons();
    this.#clearPoints = wirePoints(this, async () => {
      const asked = this.#read();
      const { brief, plane } = await this.#load(asked.plane);
      return { brief: narrow({ brief, plane }, asked), unit: asked.unit, plane: asked.plane };
    });
    void this.#answer();
  }

  #field(name: string): HTMLInputElement | HTMLSelectElement {
    const field = findElement(this, `[name="${name}"]`, HTMLElement);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) return field;
    throw new Error(`The field ${name} is not one.`);
  }

  #listPlanes(): string[] {
    return [...findElement(this, '[name="plane"]', HTMLSelectElement).options].map(
      ({ value }) => value,
    );
  }

  #fill(state: CheckState): void {
    for (const name of ['plane', 'mass', 'unit', 'value', 'scope', 'level'] as const) {
      this.#field(name).value = state[name];
    }
    findElement(this, '[name="reinterpretations"]', HTMLInputElement).checked =
      state.reinterpretations;
  }

  #read(): CheckState {
    const text = (name: string): string => this.#field(name).value.trim();
    return {
      plane: text('plane'),
      mass: text('mass'),
      unit: text('unit') as CheckState['unit'],
      value: text('value'),
      scope: text('scope') as CheckState['scope'],
      level: text('level') as CheckState['level'],
      reinterpretations: findElement(this, '[name="reinterpretations"]', HTMLInputElement).checked,
    };
  }

  #load(plane: string): Promise<Loaded> {
    const known = this.#loads.get(plane);
    if (known !== undefined) return known;
    const loading = loadPlane(`${this.dataset['src'] ?? ''}${plane}.json`);
    this.#loads.set(plane, loading);
    // A plane that did not arrive is asked for again.
    loading.catch(() => this.#loads.delete(plane));
    return loading;
  }

  async #answer(): Promise<void> {
    const state = this.#read();
    const turn = ++this.#answered;
    let loaded: Loaded;
    try {
      loaded = await this.#load(state.plane);
    } catch {
      if (turn === this.#answered) {
        this.#show({
          headline: 'No answer',
          parts: [{ text: 'The limits of this plane could not be loaded; try again.' }],
        });
      }
      return;
    }
    // A later question may have been answered meanwhile.
    if (turn !== this.#answered) return;
    if (this.#faults.length === 0) history.replaceState(null, '', writeState(state));
    this.#showNotice();
    this.#name(loaded.plane, state.plane);
    const point = readPoint(state);
    this.#mark('mass', 'missing' in point && point.missing === 'mass' && point.text !== '');
    this.#mark('value', 'missing' in point && point.missing === 'value' && point.text !== '');
    if ('missing' in point) {
      this.#show({ headline: '', parts: [{ text: askFor(point, loaded.plane) }] }, loaded.plane);
      return;
    }
    const judge = this.#judgeOf(loaded, state);
    const verdict = judgePoint(judge, point.mass, point.value);
    const sentence = describeVerdict(verdict, judge, loaded.plane, state);
    this.#show(sentence, loaded.plane, verdict);
  }

  #judgeOf(loaded: Loaded, { plane, scope, level, reinterpretations }: CheckState): Judge {
    const key = [plane, scope, level, reinterpretations].join();
    if (this.#judge?.key !== key) {
      const judge = makeJudge(narrow(loaded, { scope, level, reinterpretations }));
      this.#judge = { key, judge };
    }
    return this.#judge.judge;
  }

  /** Symbols and units of the plane at the two fields. */
  #name(plane: PlaneBrief, id: string): void {
    for (const name of ['mass', 'value'] as const) {
      // Typeset at build by this site.
      findElement(this, `[data-symbol="${name}"]`, HTMLElement).innerHTML = plane[name].html;
      findElement(this, `[data-name="${name}"]`, HTMLElement).textContent = plane[name].name;
    }
    findElement(this, '[data-unit="value"]', HTMLElement).textContent = plane.value.unit;
    const link = findElement(this, '[data-plane-link]', HTMLAnchorElement);
    link.href = `${this.dataset['planes'] ?? ''}${id}/`;
  }

  #mark(name: string, isWrong: boolean): void {
    const field = this.#field(name);
    if (isWrong) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
  }

  #showNotice(): void {
    const notice = findElement(this, '.check-notice', HTMLElement);
    notice.hidden = this.#faults.length === 0;
    findElement(this, '.check-notice ul', HTMLElement).replaceChildren(
      ...this.#faults.map((fault) => make('li', fault)),
    );
  }

  #show({ headline, parts }: Sentence, plane?: PlaneBrief, verdict?: Verdict): void {
    const answer = findElement(this, '.check-answer', HTMLElement);
    answer.dataset['state'] = verdict?.state ?? '';
    const sentence = make('p');
    if (headline !== '') sentence.append(make('strong', headline), ' ');
    for (const { text, limit, isSymbol } of parts) {
      if (isSymbol === true && plane !== undefined) {
        const symbol = make('span');
        // Typeset at build by this site.
        symbol.innerHTML = plane.value.html;
        sentence.append(symbol);
        continue;
      }
      sentence.append(limit === undefined ? text : linkLimit(limit, text, plane));
    }
    // What stands there since the page was built stays, and is not read aloud again.
    if (textOf(answer) !== textOf(sentence)) answer.replaceChildren(sentence);
    this.#showEvidence(verdict?.by ?? [], plane);
  }

  #showEvidence(by: readonly Excluder[], plane: PlaneBrief | undefined): void {
    const evidence = findElement(this, '.check-evidence', HTMLElement);
    evidence.hidden = by.length === 0 || plane === undefined;
    if (plane === undefined) return;
    findElement(this, '[data-margin]', HTMLElement).innerHTML = `Margin in ${plane.value.html}`;
    findElement(this, '.check-evidence tbody', HTMLElement).replaceChildren(
      ...by.map((one) => renderRow(one, plane)),
    );
    const keys = new Set(by.flatMap(({ limit }) => plane.limits[limit]?.cites ?? []));
    const entries = [...keys].sort().flatMap((key) => plane.bibtex[key] ?? []);
    findElement(this, '.check-bibtex pre', HTMLElement).textContent = entries.join('\n');
    findElement(this, '[data-count]', HTMLElement).textContent =
      entries.length === 1 ? '1 entry' : `${String(entries.length)} entries`;
  }

  #wireButtons(): void {
    const bibtex = (): string => findElement(this, '.check-bibtex pre', HTMLElement).textContent;
    this.#wireCopy('bibtex', bibtex);
    this.#wireCopy('link', () => location.href);
    findElement(this, '[data-save="bibtex"]', HTMLElement).addEventListener('click', () => {
      saveFile(new Blob([bibtex()], { type: 'application/x-bibtex' }), 'excluded-by.bib');
    });
  }

  #wireCopy(name: string, read: () => string): void {
    const button = findElement(this, `[data-copy="${name}"]`, HTMLButtonElement);
    const told = findElement(this, '.check-told', HTMLElement);
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(read()).then(
        () => {
          told.textContent = 'Copied.';
        },
        () => {
          told.textContent = 'The browser did not allow copying; select the text instead.';
        },
      );
    });
  }
}

const textOf = ({ textContent }: HTMLElement): string => textContent.replaceAll(/\s+/g, ' ').trim();

async function loadPlane(address: string): Promise<Loaded> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${String(response.status)}`);
  const plane = (await response.json()) as PlaneBrief;
  return { plane, brief: reviveBrief(plane.brief) };
}

const narrow = ({ plane, brief }: Loaded, narrowing: Narrowing): Brief =>
  narrowBrief(brief, (id) => plane.limits[id]?.isEe ?? false, narrowing);

/** What to type, and where the plane's figure lies. */
function askFor(
  { missing, text }: { readonly missing: 'mass' | 'value'; readonly text: string },
  { mass, value }: PlaneBrief,
): string {
  if (text !== '') return `“${text}” is not a number; write it like 0.5 or 1.5e-3.`;
  const [words, show] =
    missing === 'mass'
      ? [mass, formatMass]
      : [value, (number: number) => formatValue(number, value.unit)];
  const range = words.range.map(show).join(' to ');
  return `Type a ${missing === 'mass' ? 'mass' : 'value'}; the figure of this plane shows ${range}.`;
}

function renderRow(
  { limit, cl, margin, marginRate, derivedBy }: Excluder,
  plane: PlaneBrief,
): Node {
  const words = plane.limits[limit];
  const row = make('tr');
  const name = make('th');
  name.scope = 'row';
  name.append(linkLimit(limit, words?.label ?? limit, plane));
  const what = make('td', words?.title ?? '');
  const paper = make('td');
  paper.dataset['label'] = 'Paper';
  if (words?.paper !== undefined) {
    const link = make('a', words.paper.text);
    link.href = words.paper.href;
    paper.append(link);
  } else paper.textContent = '–';
  const cells = [
    ['CL', cl === 'not-stated' ? 'not stated' : formatLevel(cl).replace(' CL', '')],
    ['Margin', formatFactor(margin)],
    ['In the rate', marginRate === undefined ? '–' : formatFactor(marginRate)],
    ['Derived by', DERIVED[derivedBy]],
  ].map(([label = '', text = '']) => {
    const cell = make('td', text);
    cell.dataset['label'] = label;
    return cell;
  });
  row.append(name, what, paper, ...cells);
  return row;
}

function linkLimit(id: string, text: string, plane: PlaneBrief | undefined): HTMLAnchorElement {
  const link = make('a', text);
  const folder = document.querySelector<HTMLElement>('check-point')?.dataset['limits'] ?? '';
  link.href = plane?.limits[id] === undefined ? '#' : `${folder}${id}/`;
  return link;
}

customElements.define('check-point', CheckPoint);
