import { describeOld } from './data-date-text.ts';

/** Says that the data are old once they are; a build knows no clock, the reader's browser does. */
class DataDate extends HTMLElement {
  connectedCallback(): void {
    const notice = this.querySelector('aside');
    const text = describeOld(
      this.dataset['date'] ?? '',
      // In the reader's time zone a day more or less does not matter.
      new Date().toISOString().slice(0, 10),
    );
    // A site that sleeps says so already.
    if (notice?.hidden !== true || text === undefined) return;
    notice.querySelector('p')?.replaceChildren(text);
    notice.hidden = false;
  }
}

customElements.define('data-date', DataDate);
