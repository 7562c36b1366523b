import { waitForRest } from './reader.ts';

/** What `styles/later.css` may leave for later. */
const LATER = [
  'main > *, main > .entries > li, main table.reflow tbody tr',
  '.bibliography li, .glossary > *, .decay-live, .planes > *, .portals > *, .prose > *, .figure-legend > *',
].join();

/** Longest time for one of the pieces a page is laid out in, after which others have their turn [ms]. */
const LEAST_REST_MS = 8;

/**
 * Lays out what was left for later, piece by piece while nothing else is to be done: from then on the page is as
 * long as it says and its anchors are where they seem to be. `data-whole` on the page says so, and that nothing
 * is to be left any more.
 */
export async function layOutRest(): Promise<void> {
  await waitForRest();
  for (const block of document.querySelectorAll<HTMLElement>(LATER)) {
    if (getComputedStyle(block).contentVisibility !== 'auto') continue;
    await rest();
    block.style.contentVisibility = 'visible';
    // Now, as one piece, and not in one frame with others.
    block.getBoundingClientRect();
  }
  document.documentElement.dataset['whole'] = '';
}

const rest = (): Promise<void> =>
  new Promise((resolve) => {
    const wait = (deadline: IdleDeadline): void => {
      if (deadline.timeRemaining() >= LEAST_REST_MS) resolve();
      else requestIdleCallback(wait);
    };
    requestIdleCallback(wait);
  });

void layOutRest();
