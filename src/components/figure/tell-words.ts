import { describeFigure } from '../../core/figure/figure-words.ts';
import type { FigureSpec } from '../../core/figure/figure-spec.ts';
import { make } from '../elements.ts';

/**
 * Writes what a figure shows now into its words and the descriptions of its drawings. Nothing is read aloud:
 * the words are there for whoever goes to them.
 * @param place holds the words and the drawings
 */
export function tellWords(place: Element, shown: FigureSpec, whole: FigureSpec): void {
  const { lead, facts } = describeFigure(shown, whole);
  for (const description of place.querySelectorAll('.figure-stage > svg > desc'))
    description.textContent = lead;
  const box = place.querySelector('.figure-words');
  if (box === null) return;
  const list = make('ul');
  list.append(...facts.map((fact) => make('li', fact)));
  const kept = box.querySelector('summary');
  box.replaceChildren(...(kept === null ? [] : [kept]), make('p', lead), list);
}
