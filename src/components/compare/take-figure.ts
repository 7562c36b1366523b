import { DpFigure } from '../figure/dp-figure.ts';

/** Attributes that name ids of other elements, several parted by blanks. */
const REFERENCES = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls'] as const;

/**
 * The figure out of a page that has one, ready to stand beside others: its ids are unique on this page,
 * and the address here does not speak to it.
 * @param address where the page is: in a copy of the site its addresses lead from there
 * @throws when the page has no figure.
 */
export function takeFigure(
  page: string,
  prefix: string,
  address: string,
): { readonly figure: HTMLElement; readonly findHost: () => DpFigure } {
  // A document made this way runs no script and loads nothing.
  const parsed = new DOMParser().parseFromString(page, 'text/html');
  const figure = parsed.querySelector<HTMLElement>('figure.figure');
  const host = figure?.querySelector<HTMLElement>('dp-figure');
  if (figure === null || host === null || host === undefined)
    throw new Error('The page has no figure.');
  for (const script of figure.querySelectorAll('script')) script.remove();
  prefixIds(figure, prefix);
  settleAddresses(figure, address);
  host.dataset['id'] = `${prefix}-${host.dataset['id'] ?? 'figure'}`;
  delete host.dataset['addressed'];
  return {
    figure: document.adoptNode(figure),
    // Only an element of this page is more than its markup.
    findHost: () => {
      if (host instanceof DpFigure) return host;
      throw new Error('The figure is not on the page yet.');
    },
  };
}

/** Makes addresses that lead from another page lead from anywhere. */
function settleAddresses(root: Element, from: string): void {
  for (const element of root.querySelectorAll('dp-figure, a, img')) {
    for (const { name, value } of [...element.attributes])
      if (/^\.\.?\//.test(value)) element.setAttribute(name, new URL(value, from).href);
  }
}

function prefixIds(root: Element, prefix: string): void {
  for (const element of root.querySelectorAll('[id]')) element.id = `${prefix}-${element.id}`;
  for (const name of REFERENCES) {
    for (const element of root.querySelectorAll(`[${name}]`)) {
      const ids = (element.getAttribute(name) ?? '').split(' ').filter(Boolean);
      element.setAttribute(name, ids.map((id) => `${prefix}-${id}`).join(' '));
    }
  }
  for (const element of root.querySelectorAll('[style*="url(#"]')) {
    const style = element.getAttribute('style') ?? '';
    element.setAttribute('style', style.replaceAll('url(#', `url(#${prefix}-`));
  }
}
