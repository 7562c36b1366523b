import { toFraction } from '../../core/figure/axis-scale.ts';
import { formatValue } from '../../core/figure/format-value.ts';
import type { DecayModel } from '../../core/physics/decay-model.ts';
import { AddressWriter } from '../compare/address-writer.ts';
import { findElement, make } from '../elements.ts';
import {
  type CalculatorState,
  findStep,
  type Offer,
  OWN_BOOST,
  readCalculator,
  writeCalculator,
  writeStep,
} from './calculator-address.ts';
import {
  computeBoosted,
  computeDecays,
  computeRecoil,
  type Decays,
  type Flight,
  FACTS,
  formatShare,
  isProblem,
  type Problem,
  readPositive,
  writeFacts,
} from './decay-numbers.ts';
import { MACHINES } from './model-facts.ts';

/** What the element has to know beside the markup inside it. */
export interface CalculatorData {
  /** Id of the model's page. */
  readonly model: string;
  readonly hasMachines: boolean;
  readonly usual: CalculatorState;
  readonly variants: readonly VariantData[];
}

interface VariantData {
  readonly id: string;
  /** Masses [GeV] and couplings [their unit] the sliders span. */
  readonly mass: readonly [number, number];
  readonly coupling: readonly [number, number];
  /** Unit of the coupling for readers; empty for a pure number. */
  readonly unit: string;
}

const SLIDERS = ['mass', 'coupling'] as const;
const SVG = 'http://www.w3.org/2000/svg';

/**
 * Width, lifetime and decays at a mass and a coupling that are typed or slid; the address asks the same question.
 * The formulas, with their tables, are loaded when the element comes near the viewport.
 */
export class ModelCalculator extends HTMLElement {
  #models: readonly DecayModel[] = [];
  #observer: IntersectionObserver | undefined;
  #stop = new AbortController();
  #address: AddressWriter | undefined;

  connectedCallback(): void {
    const source = this.dataset['calculator'];
    if (source === undefined) return;
    const data = JSON.parse(source) as CalculatorData;
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const offer = listOffer(data);
    const { state, faults, isAsked } = readCalculator(location.search, data.usual, offer);
    this.#address = new AddressWriter(() => {
      const query = writeCalculator(this.#read(), offer);
      history.replaceState(history.state, '', `${query}${location.hash}`);
    });
    this.#fill(state);
    this.#tell(faults);
    this.#live.hidden = false;

    const form = findElement(this, 'form', HTMLFormElement);
    form.addEventListener(
      'input',
      (event) => {
        this.#follow(event.target, data);
        this.#tell([]);
        this.#address?.ask();
        this.#answer(data);
      },
      { signal },
    );
    form.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
      },
      { signal },
    );
    this.#prepare(data, isAsked);
    if (isAsked) void this.#load(data);
    else this.#watch(data);
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
    this.#address?.flush();
    this.#stop.abort();
  }

  get #live(): HTMLElement {
    return findElement(this, '.decay-live', HTMLElement);
  }

  #watch(data: CalculatorData): void {
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.#observer?.disconnect();
        void this.#load(data);
      },
      { rootMargin: '300px' },
    );
    this.#observer.observe(this);
  }

  async #load(data: CalculatorData): Promise<void> {
    try {
      const { listDecayModels } = await import('../../core/physics/decay-models.ts');
      this.#models = listDecayModels(data.model);
    } catch (error) {
      console.warn('The formulas could not be loaded.', error);
      this.#say('The formulas could not be loaded; load the page again.');
      return;
    }
    this.#answer(data);
  }

  #field(name: keyof CalculatorState): HTMLInputElement | HTMLSelectElement {
    const field = findElement(this, `[name="${name}"]`, HTMLElement);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) return field;
    throw new Error(`The field ${name} is not one.`);
  }

  #fill(state: CalculatorState): void {
    // A boost that plays no part has a field all the same.
    for (const name of ['variant', 'mass', 'coupling', 'machine', 'boost'] as const)
      this.#field(name).value = state[name];
  }

  #read(): CalculatorState {
    const text = (name: keyof CalculatorState): string => this.#field(name).value.trim();
    return {
      variant: text('variant'),
      mass: text('mass'),
      coupling: text('coupling'),
      machine: text('machine'),
      boost: text('boost'),
    };
  }

  /** A slider writes its number, a typed number moves its slider. */
  #follow(target: EventTarget | null, data: CalculatorData): void {
    const variant = this.#findVariant(data);
    const slider = SLIDERS.find((name) => this.#slider(name) === target);
    if (slider !== undefined)
      this.#field(slider).value = writeStep(variant[slider], this.#slider(slider).valueAsNumber);
    this.#prepare(data, target === this.#field('variant'));
  }

  /** Sliders, units and figures of the variant that is asked for. */
  #prepare(data: CalculatorData, isNew: boolean): void {
    const variant = this.#findVariant(data);
    const state = this.#read();
    for (const name of SLIDERS) {
      const slider = this.#slider(name);
      const step = findStep(variant[name], state[name]);
      // Its own number is rounded: a slider in a hand is not moved back.
      if (document.activeElement !== slider) slider.value = String(step);
      const unit = name === 'mass' ? 'GeV' : variant.unit;
      slider.setAttribute('aria-valuetext', `${state[name]} ${unit}`.trim());
    }
    findElement(this, '[data-unit]', HTMLElement).textContent = variant.unit;
    for (const part of this.querySelectorAll<HTMLElement>('[data-of]'))
      part.hidden = part.dataset['of'] !== variant.id;
    findElement(this, '[data-boost]', HTMLElement).hidden = state.machine !== OWN_BOOST;
    if (!isNew) return;
    for (const figures of this.querySelectorAll<HTMLDetailsElement>('details[data-figures]'))
      if (figures.dataset['figures'] === variant.id) figures.open = true;
  }

  #slider(name: (typeof SLIDERS)[number]): HTMLInputElement {
    return findElement(this, `[data-slides="${name}"]`, HTMLInputElement);
  }

  #findVariant({ variants }: CalculatorData): VariantData {
    const id = this.#field('variant').value;
    const variant = variants.find((one) => one.id === id) ?? variants[0];
    if (variant === undefined) throw new Error('A calculator has at least one variant.');
    return variant;
  }

  #answer(data: CalculatorData): void {
    const { id } = this.#findVariant(data);
    const model = this.#models.find((one) => one.id === id);
    if (model === undefined) return;
    const state = this.#read();
    const mass = readPositive('mass', state.mass);
    const coupling = readPositive('coupling', state.coupling);
    const decays = isProblem(mass)
      ? mass
      : isProblem(coupling)
        ? coupling
        : computeDecays(model, mass, coupling);
    const flight = isProblem(decays) ? decays : computeFlight(decays, state);
    this.#mark([isProblem(decays) ? decays : flight].filter(isProblem));
    this.#write(model, decays, flight);
    this.#draw(id, isProblem(mass) ? undefined : mass, decays);
  }

  /** Marks the fields whose numbers are to blame. */
  #mark(problems: readonly Problem[]): void {
    for (const name of ['mass', 'coupling', 'boost'] as const) {
      if (problems.some(({ about }) => about === name))
        this.#field(name).setAttribute('aria-invalid', 'true');
      else this.#field(name).removeAttribute('aria-invalid');
    }
  }

  #write(model: DecayModel, decays: Decays | Problem, flight: Flight | Problem): void {
    const facts = writeFacts(decays, flight);
    for (const name of FACTS)
      findElement(this, `[data-value="${name}"]`, HTMLElement).textContent = facts[name];
    const open = isProblem(decays) ? 0 : decays.branchings.filter((share) => share > 0).length;
    this.#say(
      isProblem(decays)
        ? decays.problem
        : isProblem(flight)
          ? flight.problem
          : describeOpen(open, model.channels.length),
      isProblem(decays) || isProblem(flight),
    );
    findElement(this, '.decay-table', HTMLElement).hidden = isProblem(decays);
    if (isProblem(decays)) return;
    const body = findElement(this, `tbody[data-of="${model.id}"]`, HTMLElement);
    const rows = [...body.querySelectorAll<HTMLElement>('tr')];
    for (const [i, row] of rows.entries()) {
      const share = decays.branchings[i] ?? 0;
      row.hidden = !(share > 0);
      if (row.hidden) continue;
      findElement(row, '.decay-bar', HTMLElement).style.width = `${String(share * 100)}%`;
      findElement(row, '[data-share]', HTMLElement).textContent = formatShare(share);
      findElement(row, '[data-width]', HTMLElement).textContent = formatValue(
        share * decays.widthGeV,
        'GeV',
      );
    }
  }

  #say(text: string, isProblemText = false): void {
    const statement = findElement(this, '.decay-statement', HTMLElement);
    statement.textContent = text;
    statement.classList.toggle('is-problem', isProblemText);
  }

  /** Parts of the address that could not be understood. */
  #tell(faults: readonly string[]): void {
    const notice = findElement(this, '.decay-notice', HTMLElement);
    notice.hidden = faults.length === 0;
    notice.replaceChildren(...faults.map((fault) => make('p', fault)));
  }

  /** A line at the mass in both figures, and a dot where the decay length is. */
  #draw(variant: string, mass: number | undefined, decays: Decays | Problem): void {
    for (const mark of this.querySelectorAll('.decay-mark')) mark.remove();
    if (mass === undefined) return;
    const figures = [...this.querySelectorAll<HTMLElement>('[data-figures]')].find(
      ({ dataset }) => dataset['figures'] === variant,
    );
    const length = isProblem(decays) ? undefined : decays.ctauM;
    for (const plot of figures?.querySelectorAll('[data-plot] > svg') ?? [])
      drawMark(plot, mass, plot.matches('[data-plot="length"] > *') ? length : undefined);
  }
}

const listOffer = ({ variants, hasMachines }: CalculatorData): Offer => ({
  variants: variants.map(({ id }) => id),
  hasMachines,
});

const describeOpen = (open: number, all: number): string =>
  all === 1
    ? 'The only decay channel is open.'
    : `${String(open)} of ${String(all)} decay channels ${open === 1 ? 'is' : 'are'} open.`;

function computeFlight(decays: Decays, { machine, boost }: CalculatorState): Flight | Problem {
  const sqrtS = MACHINES.find(({ id }) => id === machine)?.sqrtSGeV;
  if (sqrtS !== undefined) return computeRecoil(decays, sqrtS);
  const value = readPositive('boost', boost);
  return isProblem(value) ? value : computeBoosted(decays, value);
}

function drawMark(plot: Element, mass: number, value: number | undefined): void {
  const frame = plot.querySelector('.decay-frame');
  const rect = frame?.querySelector('.dpf-frame');
  if (!(frame instanceof SVGGElement) || !(rect instanceof SVGRectElement)) return;
  const [width, height] = [rect.width.baseVal.value, rect.height.baseVal.value];
  const at = (name: 'x' | 'y', one: number): number =>
    toFraction({ scale: 'log', range: readRange(plot, name) }, one);
  const x = at('x', mass);
  if (x < 0 || x > 1) return;
  const line = document.createElementNS(SVG, 'line');
  line.setAttribute('class', 'decay-mark');
  for (const end of ['1', '2']) line.setAttribute(`x${end}`, String(x * width));
  line.setAttribute('y2', String(height));
  frame.append(line);
  const y = value === undefined ? NaN : at('y', value);
  if (!(y >= 0 && y <= 1)) return;
  const dot = document.createElementNS(SVG, 'circle');
  dot.setAttribute('class', 'decay-mark');
  dot.setAttribute('cx', String(x * width));
  dot.setAttribute('cy', String((1 - y) * height));
  dot.setAttribute('r', '4');
  frame.append(dot);
}

function readRange(plot: Element, name: 'x' | 'y'): readonly [number, number] {
  const [from = NaN, to = NaN] = (plot.getAttribute(`data-${name}`) ?? '').split(' ').map(Number);
  return [from, to];
}

customElements.define('model-calculator', ModelCalculator);
