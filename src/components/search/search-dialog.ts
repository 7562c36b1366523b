import { SearchPanel } from './search-panel.ts';

/** Opens the search from the keyboard and from every link to the search page. */
class SearchDialog extends HTMLElement {
  connectedCallback(): void {
    const dialog = this.querySelector('dialog');
    if (dialog === null) return;
    document.addEventListener('keydown', (event) => {
      if (!isShortcut(event)) return;
      event.preventDefault();
      this.#open(dialog);
    });
    for (const link of document.querySelectorAll('a[data-search]')) {
      link.addEventListener('click', (event) => {
        event.preventDefault();
        this.#open(dialog);
      });
    }
    this.querySelector('[data-close]')?.addEventListener('click', () => {
      dialog.close();
    });
    // A click on the backdrop lands on the dialog itself.
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close();
    });
  }

  #open(dialog: HTMLDialogElement): void {
    // The search page has a panel of its own.
    const panels = [...document.querySelectorAll('search-panel')].filter(
      (panel) => panel instanceof SearchPanel,
    );
    const onPage = panels.find((panel) => !dialog.contains(panel));
    if (onPage !== undefined) {
      onPage.start();
      return;
    }
    if (!dialog.open) dialog.showModal();
    panels[0]?.start();
  }
}

function isShortcut(event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) return true;
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.target;
  const isTyping =
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'));
  return !isTyping;
}

customElements.define('search-dialog', SearchDialog);
