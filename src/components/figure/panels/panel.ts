import type { FigureModel } from '../figure-model.ts';
import { make } from '../../elements.ts';

/** What a panel may use. */
export interface PanelContext {
  readonly model: FigureModel;
  /** The figure's element: its addresses are in its data attributes. */
  readonly host: HTMLElement;
  readonly signal: AbortSignal;
  /** Says something to the reader, aloud too. */
  readonly say: (text: string) => void;
}

/** A panel under a figure: its name on the tab, and how it is built when it is first opened. */
export interface Panel {
  readonly id: string;
  readonly title: string;
  /** False where the figure has nothing for it. */
  readonly isUseful?: (context: PanelContext) => boolean;
  readonly build: (body: HTMLElement, context: PanelContext) => void | Promise<void>;
}

/** A control with its label in front. */
export function field(label: string, ...controls: readonly HTMLElement[]): HTMLLabelElement {
  const element = make('label');
  element.className = 'figure-field';
  element.append(make('span', label), ...controls);
  return element;
}

/** A choice of values, each with its words. */
export function choice(
  options: readonly { readonly value: string; readonly words: string }[],
  value: string,
  onChange: (value: string) => void,
): HTMLSelectElement {
  const select = make('select');
  select.autocomplete = 'off';
  for (const option of options) {
    const item = make('option', option.words);
    item.value = option.value;
    select.append(item);
  }
  select.value = value;
  select.addEventListener('change', () => {
    onChange(select.value);
  });
  return select;
}

export function button(text: string, act: () => void): HTMLButtonElement {
  const element = make('button', text);
  element.type = 'button';
  element.addEventListener('click', act);
  return element;
}

/** A box to tick, with its words behind it. */
export function tick(
  words: string,
  isOn: boolean,
  onChange: (isOn: boolean) => void,
): HTMLLabelElement {
  const label = make('label');
  label.className = 'figure-tick';
  const box = make('input');
  box.type = 'checkbox';
  box.checked = isOn;
  box.autocomplete = 'off';
  box.addEventListener('change', () => {
    onChange(box.checked);
  });
  label.append(box, words);
  return label;
}

/** A slider over places counted from zero, saying in words where it stands. */
export function slider(
  label: string,
  count: number,
  describe: (place: number) => string,
  onInput: (place: number) => void,
): { readonly element: HTMLElement; readonly set: (place: number) => void } {
  const input = make('input');
  input.type = 'range';
  input.min = '0';
  input.max = String(count - 1);
  input.autocomplete = 'off';
  const output = make('output');
  const tell = (place: number): void => {
    output.textContent = describe(place);
    input.setAttribute('aria-valuetext', describe(place));
  };
  input.addEventListener('input', () => {
    tell(Number(input.value));
    onInput(Number(input.value));
  });
  const element = field(label, input, output);
  element.classList.add('figure-slide');
  return {
    element,
    set: (place) => {
      input.value = String(place);
      tell(place);
    },
  };
}

/** Puts text on the clipboard and says so; where that is forbidden, says how else. */
export async function copyText(
  text: string,
  what: string,
  say: PanelContext['say'],
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(`${what} copied.`);
  } catch {
    say('The browser does not allow copying here; use the download instead.');
  }
}
