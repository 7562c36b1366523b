import { isWorthPrefetching } from './is-worth-prefetching.ts';

/**
 * Loads the page of a link when the pointer rests on it or a finger touches it, so that it is there at the click.
 * Files are left alone: an archive of everything is a link, too.
 */
const REST_MS = 80;

const asked = new Set<string>();
let waiting: ReturnType<typeof setTimeout> | undefined;

const findLink = (event: Event): HTMLAnchorElement | undefined => {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  return link instanceof HTMLAnchorElement ? link : undefined;
};

function prefetch(link: HTMLAnchorElement): void {
  const { connection } = navigator as Navigator & {
    connection?: { saveData?: boolean; effectiveType?: string };
  };
  const url = new URL(link.href);
  url.hash = '';
  if (asked.has(url.href) || !isWorthPrefetching(url, new URL(location.href), connection)) return;
  asked.add(url.href);
  const hint = document.createElement('link');
  hint.rel = 'prefetch';
  hint.href = url.href;
  document.head.append(hint);
}

document.addEventListener('pointerover', (event) => {
  clearTimeout(waiting);
  const link = findLink(event);
  if (link !== undefined)
    waiting = setTimeout(() => {
      prefetch(link);
    }, REST_MS);
});
document.addEventListener(
  'touchstart',
  (event) => {
    const link = findLink(event);
    if (link !== undefined) prefetch(link);
  },
  { passive: true },
);
