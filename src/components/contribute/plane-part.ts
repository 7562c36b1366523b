import type { Catalogue, PlaneEntry } from '../../core/catalogue.ts';
import { findElement } from '../elements.ts';
import { findPlanes } from './find-planes.ts';

/** The choice of a plane: a list that the words of a search make shorter. */
export class PlanePart {
  readonly #select: HTMLSelectElement;
  readonly #catalogue: Catalogue;
  readonly #facts: HTMLElement;

  /** @param changed called with the plane when the reader chooses another */
  constructor(root: HTMLElement, catalogue: Catalogue, changed: () => void) {
    this.#catalogue = catalogue;
    this.#select = findElement(root, '[name="plane"]', HTMLSelectElement);
    this.#facts = findElement(root, '[data-part="plane-facts"]', HTMLElement);
    const count = findElement(root, '#contribute-plane-count', HTMLElement);
    const words = findElement(root, '[name="planeWords"]', HTMLInputElement);
    const groups = [...this.#select.querySelectorAll('optgroup')].map((group) => ({
      group,
      options: [...group.querySelectorAll('option')],
    }));
    const all = groups.flatMap(({ group, options }) =>
      options.map(({ value, text }) => ({
        id: value,
        text: `${text} ${group.label} ${describeForSearch(catalogue.planes.get(value))}`,
      })),
    );
    const narrow = (): void => {
      const found = new Set(findPlanes(all, words.value));
      const chosen = this.#select.value;
      this.#select.replaceChildren(
        ...groups.flatMap(({ group, options }) => {
          const kept = options.filter(({ value }) => found.has(value) || value === chosen);
          group.replaceChildren(...kept);
          return kept.length === 0 ? [] : [group];
        }),
      );
      this.#select.value = chosen;
      count.textContent =
        words.value.trim() === ''
          ? ''
          : found.size === 0
            ? 'No plane has these words.'
            : `${String(found.size)} of ${String(all.length)} planes`;
    };
    words.addEventListener('input', narrow);
    words.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      // Enter takes the first that was found.
      const [first] = findPlanes(all, words.value);
      if (first === undefined || words.value.trim() === '') return;
      this.value = first;
      narrow();
      changed();
      this.#select.focus();
    });
    this.#select.addEventListener('change', () => {
      this.#tell();
      changed();
    });
    // Words and a choice may be there already: they were the reason to load this.
    narrow();
    this.#tell();
  }

  get plane(): PlaneEntry | undefined {
    return this.#catalogue.planes.get(this.#select.value);
  }

  set value(id: string) {
    this.#select.value = id;
    this.#tell();
  }

  #tell(): void {
    const { plane } = this;
    if (plane === undefined) {
      this.#facts.textContent = '';
      return;
    }
    const { x, y, scenario, assumptions } = plane;
    const name = (id: string): string => {
      const quantity = this.#catalogue.quantities.get(id);
      if (quantity === undefined) return id;
      const unit = quantity.unit === '1' ? '' : ` [${quantity.unit}]`;
      return `${quantity.name}${unit}`;
    };
    const text = `${name(y.quantity)} against ${name(x.quantity)}. Decays: ${scenario.decays}. ${assumptions}`;
    this.#facts.textContent = text.replaceAll('$', '').replaceAll('\\', '');
  }
}

const describeForSearch = (plane: PlaneEntry | undefined): string =>
  plane === undefined
    ? ''
    : [
        plane.short,
        plane.model,
        plane.scenario.decays,
        plane.nature,
        plane.flavour,
        plane.x.quantity,
        plane.y.quantity,
      ]
        .filter((word) => word !== undefined)
        .join(' ');
