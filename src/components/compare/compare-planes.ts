import { formatValue } from '../../core/figure/format-value.ts';
import { findElement, make } from '../elements.ts';
import { copyText } from '../figure/panels/panel.ts';
import { AddressWriter } from './address-writer.ts';
import {
  decodeCompare,
  encodeCompare,
  MOST_PANELS,
  type PanelState,
  readMass,
} from './compare-address.ts';
import { ComparePanel } from './compare-panel.ts';

/** A wide screen starts with two figures, a narrow one with one. */
const WIDE_SCREEN = '(min-width: 70rem)';

/** Any planes beside one another; the address always shows the same comparison. */
class ComparePlanes extends HTMLElement {
  #panels: ComparePanel[] = [];
  #massGeV: number | undefined;
  #made = 0;
  readonly #address = new AddressWriter(() => {
    this.#write();
  });

  connectedCallback(): void {
    const titles = this.#listTitles();
    const usual = (this.dataset['usual'] ?? '').split(' ').filter((plane) => titles.has(plane));
    const { state, faults } = decodeCompare(location.search, location.hash, {
      planes: [...titles.keys()],
      usual: matchMedia(WIDE_SCREEN).matches ? usual : usual.slice(0, 1),
    });
    this.#massGeV = state.isLinked ? state.massGeV : undefined;
    this.#link.checked = state.isLinked;
    this.#tell(faults);
    this.#panels = state.panels.map((panel) => this.#makePanel(panel, titles));
    this.#arrange();
    this.#showMass();
    this.#wireTools(titles);
    // Whoever leaves within the pause comes back to what was shown.
    addEventListener('pagehide', () => {
      this.#address.flush();
    });
  }

  get #link(): HTMLInputElement {
    return findElement(this, '[name="linked"]', HTMLInputElement);
  }

  get #mass(): HTMLInputElement {
    return findElement(this, '[name="mass"]', HTMLInputElement);
  }

  #listTitles(): ReadonlyMap<string, string> {
    const { options } = findElement(this, '[name="add"]', HTMLSelectElement);
    return new Map([...options].map(({ value, text }) => [value, text]));
  }

  #makePanel(state: PanelState, titles: ReadonlyMap<string, string>): ComparePanel {
    const template = findElement(this, 'template', HTMLTemplateElement);
    const element = template.content.firstElementChild?.cloneNode(true);
    if (!(element instanceof HTMLElement)) throw new Error('The template of a panel is empty.');
    const panel = new ComparePanel(element, `c${String(++this.#made)}`, state, {
      planes: this.dataset['planes'] ?? '',
      embeds: this.dataset['embeds'] ?? '',
      titleOf: (plane) => titles.get(plane) ?? plane,
      onChange: (changed) => {
        this.#follow(changed);
      },
      onRemove: (removed) => {
        const at = this.#panels.indexOf(removed);
        removed.remove();
        this.#panels = this.#panels.filter((other) => other !== removed);
        this.#arrange();
        this.#tell([]);
        this.#address.ask();
        (this.#panels[at] ?? this.#panels[at - 1])?.focus();
      },
    });
    if (this.#massGeV !== undefined) panel.giveMass(this.#massGeV);
    return panel;
  }

  #arrange(): void {
    const grid = findElement(this, '.compare-grid', HTMLElement);
    grid.append(
      // Moving a figure would make it anew.
      ...this.#panels.map(({ element }) => element).filter((element) => !grid.contains(element)),
    );
    for (const [i, panel] of this.#panels.entries()) panel.number(i + 1, this.#panels.length);
    const isFull = this.#panels.length >= MOST_PANELS;
    findElement(this, '[data-act="add"]', HTMLButtonElement).disabled = isFull;
    findElement(this, '[name="add"]', HTMLSelectElement).disabled = isFull;
    findElement(this, '.compare-full', HTMLElement).hidden = !isFull;
  }

  #wireTools(titles: ReadonlyMap<string, string>): void {
    const add = findElement(this, '[name="add"]', HTMLSelectElement);
    findElement(this, 'form', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.#panels.length >= MOST_PANELS) return;
      const panel = this.#makePanel({ plane: add.value, query: '', curves: [] }, titles);
      this.#panels.push(panel);
      this.#arrange();
      this.#tell([]);
      this.#address.ask();
      panel.focus();
    });
    this.#link.addEventListener('change', () => {
      if (this.#link.checked) {
        this.#share(this.#panels.find(({ mass }) => mass !== undefined)?.mass);
      } else {
        this.#massGeV = undefined;
        for (const panel of this.#panels) panel.rememberMass(undefined);
      }
      this.#showMass();
      this.#address.ask();
    });
    this.#mass.addEventListener('change', () => {
      const text = this.#mass.value.trim();
      const mass = text === '' ? undefined : readMass(text);
      const isWrong = text !== '' && mass === undefined;
      if (isWrong) this.#mass.setAttribute('aria-invalid', 'true');
      else this.#mass.removeAttribute('aria-invalid');
      this.#say(isWrong ? 'A mass is a number of GeV like 0.5.' : '');
      if (isWrong) return;
      this.#share(mass);
      this.#showMass();
      this.#address.ask();
    });
    findElement(this, '[data-act="copy"]', HTMLButtonElement).addEventListener('click', () => {
      // Whether or not the browser let the address be written.
      const { href } = new URL(this.#readAddress(), location.href);
      void copyText(href, 'The link', (text) => {
        this.#say(text);
      });
    });
  }

  /** A panel changed: a mass kept there is kept everywhere, and the address follows soon. */
  #follow(panel: ComparePanel): void {
    const at = this.#panels.indexOf(panel);
    if (at < 0) return;
    panel.number(at + 1, this.#panels.length);
    if (panel.takeMassChange() && this.#link.checked) {
      this.#share(panel.mass, panel);
      this.#showMass();
    }
    this.#address.ask();
  }

  #share(mass: number | undefined, from?: ComparePanel): void {
    this.#massGeV = mass;
    for (const panel of this.#panels) {
      if (panel === from) panel.rememberMass(mass);
      else panel.giveMass(mass);
    }
  }

  #showMass(): void {
    const field = findElement(this, '.compare-mass', HTMLElement);
    field.hidden = !this.#link.checked;
    this.#mass.removeAttribute('aria-invalid');
    this.#mass.value = this.#massGeV === undefined ? '' : String(this.#massGeV);
    // The field shows it to everybody else.
    findElement(this, '.compare-told', HTMLElement).textContent =
      this.#massGeV === undefined
        ? ''
        : `The crosshairs of all figures are at ${formatValue(this.#massGeV, 'GeV', 4)}.`;
  }

  #readAddress(): string {
    const isLinked = this.#link.checked;
    return encodeCompare({
      panels: this.#panels.map((panel) => panel.write(isLinked)),
      isLinked,
      ...(isLinked && this.#massGeV !== undefined ? { massGeV: this.#massGeV } : {}),
    });
  }

  #write(): void {
    const address = this.#readAddress();
    if (address === location.search + location.hash) return;
    history.replaceState(history.state, '', location.pathname + address);
  }

  #tell(faults: readonly string[]): void {
    const notice = findElement(this, '.compare-faults', HTMLElement);
    notice.hidden = faults.length === 0;
    findElement(notice, 'ul', HTMLElement).replaceChildren(
      ...faults.map((fault) => make('li', fault)),
    );
  }

  #say(text: string): void {
    findElement(this, '.compare-status', HTMLElement).textContent = text;
  }
}

customElements.define('compare-planes', ComparePlanes);
