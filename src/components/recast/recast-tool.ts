import { roundTo } from '../../core/combine/digits.ts';
import type { FigureSpec } from '../../core/figure/figure-spec.ts';
import {
  FERMIONS,
  type Fermion,
  findVectorModel,
  mapFermions,
  type VectorCharges,
} from '../../core/physics/vector-models.ts';
import { buildRecastFigure, type RecastKind } from '../../core/recast/build-recast-figure.ts';
import { describeBoson } from '../../core/recast/describe-boson.ts';
import type { PreparedLimit } from '../../core/recast/prepare-limit.ts';
import { recastLimit, type RecastLimit } from '../../core/recast/recast-limit.ts';
import { unpackLimit } from '../../core/recast/screen-limits.ts';
import { RECAST_CSV_HEADER, writeRecastRows } from '../../core/recast/write-recast.ts';
import { AddressWriter } from '../compare/address-writer.ts';
import { findElement, make, saveFile } from '../elements.ts';
import { meetReader } from '../reader.ts';
import type { MountedFigure } from '../figure/mount-figure.ts';
import {
  decodeRecast,
  encodeRecast,
  FIRST_STATE,
  modelOf,
  OWN,
  readCharge,
  RECAST_KEYS,
  type RecastState,
} from './recast-address.ts';
import type { RecastData } from './recast-data.ts';
import { isUniversal, spreadCharge } from './universal-charges.ts';

/** How long a boson stays as it is before its result is read aloud [ms]: a slider in a hand says nothing. */
const PAUSE_MS = 900;

/** Digits of a recast coupling that mean something. */
const DIGITS = 6;

/** A boson of the reader's choice: the limits recast to it, drawn and ready to be taken away. */
class RecastTool extends HTMLElement {
  #state: RecastState = FIRST_STATE;
  #data: RecastData | undefined;
  #limits: readonly PreparedLimit[] = [];
  #shown: readonly RecastLimit[] = [];
  #mounted: MountedFigure | undefined;
  #frame = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;
  readonly #stop = new AbortController();
  readonly #address = new AddressWriter(() => {
    this.#write();
  });

  connectedCallback(): void {
    this.#read();
    this.#wire();
    this.#find('form', HTMLFormElement).hidden = false;
    void this.#load();
  }

  disconnectedCallback(): void {
    this.#stop.abort();
    clearTimeout(this.#pause);
    this.#mounted?.chart.destroy();
  }

  /** What is drawn, for tests. */
  get mounted(): MountedFigure | undefined {
    return this.#mounted;
  }

  get #host(): HTMLElement {
    return this.#find('.recast-figure', HTMLElement);
  }

  #find<T extends Element>(selector: string, kind: abstract new (...args: never[]) => T): T {
    return findElement(this, selector, kind);
  }

  async #load(): Promise<void> {
    const host = this.#host;
    // The picture of the page is that of the first state.
    if (location.search === '') await meetReader();
    try {
      const [{ mountFigure }, response] = await Promise.all([
        import('../figure/mount-figure.ts'),
        fetch(host.dataset['src'] ?? '', { signal: this.#stop.signal }),
        document.fonts.ready,
      ]);
      if (!response.ok) throw new Error(`${response.url}: ${String(response.status)}`);
      this.#data = (await response.json()) as RecastData;
      this.#limits = this.#data.limits.map(unpackLimit);
      const spec = this.#compute(this.#data);
      const box = make('div');
      box.className = 'figure-canvas';
      this.#find('.figure-stage', HTMLElement).append(box);
      this.#mounted = mountFigure(host, box, spec, this.#stop.signal);
      host.classList.add('is-interactive');
      // The drawing of the build is an example; what is shown is told by the finding above.
      for (const svg of host.querySelectorAll('.figure-stage > svg'))
        svg.setAttribute('aria-hidden', 'true');
      this.#tell(spec);
      void this.#tellWords(spec);
    } catch (error) {
      if (this.#stop.signal.aborted) return;
      this.#say(['The limits could not be loaded; the picture shows one example, B−L.']);
      console.warn(error);
    }
  }

  #wire(): void {
    const form = this.#find('form', HTMLFormElement);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    this.#find('[name="model"]', HTMLSelectElement).addEventListener('change', (event) => {
      const { value } = event.target as HTMLSelectElement;
      const charges = findVectorModel(value)?.charges ?? this.#state.charges;
      if (value === OWN) this.#find('details', HTMLDetailsElement).open = true;
      this.#change({ model: value, charges: roundCharges(charges) });
      this.#fill();
    });
    for (const radio of this.querySelectorAll<HTMLInputElement>('[name="kind"]'))
      radio.addEventListener('change', () => {
        const [kind, decays] = radio.value.split(' ');
        this.#change({
          kind: kind as RecastKind,
          decays: decays === 'dark' ? 'dark' : 'standard',
        });
      });
    this.#find('[name="loops"]', HTMLInputElement).addEventListener('change', (event) => {
      this.#change({ loops: (event.target as HTMLInputElement).checked });
    });
    this.#find('[name="universal"]', HTMLInputElement).addEventListener('change', () => {
      this.#showRows();
      if (!this.#isUniversal) return;
      let { charges } = this.#state;
      for (const lead of ['e', 'nue', 'u', 'd'] as const)
        charges = spreadCharge(charges, lead, charges[lead]);
      this.#own(charges);
      this.#fill();
    });
    for (const fermion of FERMIONS) this.#wireRow(fermion);
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-take]'))
      button.addEventListener('click', () => {
        void this.#take(button.dataset['take'] === 'csv' ? 'csv' : 'bibtex');
      });
    addEventListener(
      'popstate',
      () => {
        this.#read();
        this.#draw();
      },
      { signal: this.#stop.signal },
    );
    // Whoever leaves within the pause comes back to what was shown.
    addEventListener('pagehide', () => {
      this.#address.flush();
    });
  }

  #wireRow(fermion: Fermion): void {
    const { slider, text } = this.#row(fermion);
    slider.addEventListener('input', () => {
      this.#setCharge(fermion, Number(slider.value), slider);
    });
    text.addEventListener('input', () => {
      const value = readCharge(text.value);
      text.toggleAttribute('aria-invalid', typeof value !== 'number');
      if (typeof value === 'number') this.#setCharge(fermion, value, text);
      else
        this.#say([`The charge of ${fermion} is “${text.value.slice(0, 40)}”; ${value.expected}.`]);
    });
  }

  #row(fermion: Fermion): { readonly slider: HTMLInputElement; readonly text: HTMLInputElement } {
    const row = this.#find(`[data-fermion="${fermion}"]`, HTMLElement);
    return {
      slider: findElement(row, '[type="range"]', HTMLInputElement),
      text: findElement(row, '[type="text"]', HTMLInputElement),
    };
  }

  get #isUniversal(): boolean {
    return this.#find('[name="universal"]', HTMLInputElement).checked;
  }

  #setCharge(fermion: Fermion, value: number, from: HTMLInputElement): void {
    const charges = this.#isUniversal
      ? spreadCharge(this.#state.charges, fermion, value)
      : { ...this.#state.charges, [fermion]: value };
    this.#say([]);
    this.#own(charges);
    this.#fill(from);
  }

  #own(charges: VectorCharges): void {
    this.#change({ model: OWN, charges });
  }

  /** Takes a change of the reader's. */
  #change(part: Partial<RecastState>): void {
    this.#state = { ...this.#state, ...part };
    this.#showChoices();
    this.#say([]);
    this.#address.ask();
    this.#draw();
  }

  /** Computes and draws once a frame, however fast a slider moves. */
  #draw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      if (this.#data === undefined || this.#mounted === undefined) return;
      const spec = this.#compute(this.#data);
      this.#mounted.model.setSpec(spec, 'moving');
      this.#tell(spec);
      this.#tellAloud(spec);
    });
  }

  async #tellWords(spec: FigureSpec): Promise<void> {
    try {
      const { tellWords } = await import('../figure/tell-words.ts');
      if (this.#mounted !== undefined) tellWords(this, this.#mounted.model.shown, spec);
    } catch (error) {
      console.warn('The figure could not be told in words.', error);
    }
  }

  /** The figure in words and its finding for those who hear it, once the reader rests. */
  #tellAloud(spec: FigureSpec): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      void this.#tellWords(spec);
      this.#find('.recast-told', HTMLElement).textContent = spec.finding.replaceAll('_', ' ');
    }, PAUSE_MS);
  }

  #compute({ facts }: RecastData): FigureSpec {
    const { kind, decays, loops } = this.#state;
    const model = modelOf(this.#state);
    this.#shown = this.#limits
      .filter(({ isInvisible }) => isInvisible === (kind === 'invisible'))
      .map((limit) => recastLimit(limit, model, { loops, decays }));
    return buildRecastFigure(this.#shown, kind, model, { loops, decays }, facts);
  }

  /** The words around the figure. */
  #tell(spec: FigureSpec): void {
    const { kind, decays, loops } = this.#state;
    const model = modelOf(this.#state);
    this.#find('.figure-finding', HTMLElement).replaceChildren(...writeScripts(spec.finding));
    this.#find('.recast-assumptions', HTMLElement).textContent = `${spec.assumptions}.`;
    this.#find('.recast-said', HTMLElement).replaceChildren(
      ...describeBoson(model, { loops, decays }, kind, spec.x.range).map((said) =>
        make('li', said),
      ),
    );
    const drawn = new Set(spec.series.map(({ limit }) => limit));
    for (const list of this.querySelectorAll<HTMLElement>('.recast-list'))
      list.hidden = list.dataset['kind'] !== kind;
    const silent: Node[] = [];
    for (const item of this.querySelectorAll<HTMLElement>(
      `.recast-list[data-kind="${kind}"] [data-limit]`,
    )) {
      item.hidden = !drawn.has(item.dataset['limit'] ?? '');
      const link = item.querySelector('a');
      if (!item.hidden || link === null) continue;
      const entry = make('li');
      entry.append(link.cloneNode(true));
      silent.push(entry);
    }
    this.#find('.recast-silent', HTMLElement).replaceChildren(...silent);
    this.#find('[data-silent]', HTMLElement).hidden = silent.length === 0;
    const query = encodeRecast(this.#state);
    const home = this.#host.dataset['home'] ?? '';
    this.#host.dataset['page'] = query === '' ? home : `${home}?${query}`;
    const command = document.querySelector('.recast-command');
    if (command !== null) command.textContent = writeCommand(this.#state);
  }

  /** Takes what the address asks for; what it cannot have is said. */
  #read(): void {
    const { state, faults } = decodeRecast(location.search);
    this.#state = state;
    this.#find('[name="universal"]', HTMLInputElement).checked =
      state.model === OWN && state.charges.e !== 0 && isUniversal(state.charges);
    if (state.model === OWN) this.#find('details', HTMLDetailsElement).open = true;
    this.#showRows();
    this.#showChoices();
    this.#fill();
    this.#say(faults);
  }

  #write(): void {
    const foreign = [...new URLSearchParams(location.search)].filter(
      ([key]) => !RECAST_KEYS.has(key),
    );
    const query = [encodeRecast(this.#state), new URLSearchParams(foreign).toString()]
      .filter((part) => part !== '')
      .join('&');
    history.replaceState(
      history.state,
      '',
      `${location.pathname}${query === '' ? '' : `?${query}`}${location.hash}`,
    );
  }

  #showChoices(): void {
    const { kind, decays, loops } = this.#state;
    const model = modelOf(this.#state);
    this.#find('[name="model"]', HTMLSelectElement).value = this.#state.model;
    for (const radio of this.querySelectorAll<HTMLInputElement>('[name="kind"]'))
      radio.checked = radio.value === `${kind} ${decays}`;
    const box = this.#find('[name="loops"]', HTMLInputElement);
    const hasLoops = model.loopMixing !== undefined;
    box.disabled = !hasLoops;
    box.checked = hasLoops && loops;
    this.#find('.recast-remark', HTMLElement).textContent = hasLoops
      ? (model.loopRemark ?? '')
      : 'none in this model';
    const page = this.#find('a.recast-page', HTMLAnchorElement);
    page.href = `${this.#host.dataset['models'] ?? ''}${model.page}/`;
  }

  #showRows(): void {
    for (const fermion of ['mu', 'tau', 'numu', 'nutau', 's', 'c', 'b'])
      this.#find(`[data-fermion="${fermion}"]`, HTMLElement).hidden = this.#isUniversal;
  }

  /** Writes the charges into their fields, save the one the reader is at. */
  #fill(except?: HTMLInputElement): void {
    const { charges } = this.#state;
    for (const fermion of FERMIONS) {
      const { slider, text } = this.#row(fermion);
      const value = charges[fermion];
      if (slider !== except) slider.value = String(value);
      if (text === except) continue;
      text.value = String(roundTo(value, DIGITS));
      text.removeAttribute('aria-invalid');
    }
  }

  #say(faults: readonly string[]): void {
    const notice = this.#find('.recast-faults', HTMLElement);
    notice.hidden = faults.length === 0;
    findElement(notice, 'ul', HTMLUListElement).replaceChildren(
      ...faults.map((fault) => make('li', fault)),
    );
  }

  /** Files of what is shown; limits switched off in the figure are left out. */
  async #take(format: 'csv' | 'bibtex'): Promise<void> {
    const mounted = this.#mounted;
    if (mounted === undefined) return;
    const status = this.#find('.recast-saved', HTMLElement);
    try {
      if (format === 'bibtex') {
        const { takeText } = await import('../figure/exports.ts');
        const { blob, name } = await takeText('bibtex', this.#host, mounted.model);
        saveFile(blob, name);
      } else {
        const visible = new Set(mounted.model.shown.series.map(({ limit }) => limit));
        const rows = this.#shown.filter(({ id }) => visible.has(id)).flatMap(writeRecastRows);
        const text = [RECAST_CSV_HEADER, ...rows].map((row) => `${row}\n`).join('');
        saveFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), 'recast.csv');
      }
      status.textContent = 'Saved.';
    } catch (error) {
      status.textContent = 'Nothing was saved; try again.';
      console.warn(error);
    }
  }
}

/** Text with its underscores as scripts. */
const writeScripts = (text: string): (Node | string)[] =>
  text.split(/_(?<script>.)/u).map((part, i) => (i % 2 === 1 ? make('sub', part) : part));

/** Charges as a field can show them. */
const roundCharges = (charges: VectorCharges): VectorCharges =>
  mapFermions((fermion) => roundTo(charges[fermion], DIGITS));

/** The command that gives the same numbers with every point. */
function writeCommand({ model, charges, kind, decays, loops }: RecastState): string {
  const list = FERMIONS.filter((one) => charges[one] !== 0)
    .map((one) => `${one}=${String(charges[one])}`)
    .join();
  return [
    `npm run -s recast -- --to ${model}`,
    ...(model === OWN ? [`--charges ${list}`] : []),
    ...(kind === 'visible' ? [] : [`--kind ${kind}`]),
    ...(decays === 'standard' ? [] : [`--decays ${decays}`]),
    ...(loops ? [] : ['--no-loops']),
    '--format csv',
  ].join(' ');
}

customElements.define('recast-tool', RecastTool);
