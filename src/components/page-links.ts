import { findPageOf } from '../core/paginate.ts';

/** Leads an address whose anchor is on another page of the list there: lists grow, and addresses stay. */
class PageLinks extends HTMLElement {
  connectedCallback(): void {
    const { first } = this.dataset;
    const id = decodeURIComponent(location.hash.slice(1));
    if (first === undefined || id === '' || document.getElementById(id) !== null) return;
    const number = findPageOf(JSON.parse(first) as string[], id);
    const list = location.pathname.replace(/page\/\d+\/$/, '');
    const path = number === 1 ? list : `${list}page/${String(number)}/`;
    // Not once more where the anchor is on no page at all.
    if (path !== location.pathname) location.replace(path + location.hash);
  }
}

customElements.define('page-links', PageLinks);
