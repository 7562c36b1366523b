/** What a browser tells of when somebody is at the page: a pointer, a finger, a key, a scroll. */
const SIGNS = [
  'pointermove',
  'pointerdown',
  'touchstart',
  'wheel',
  'scroll',
  'keydown',
  'focusin',
] as const;

/** Listened for from the beginning: a figure may come to a page long after its reader. */
const reader = new Promise<void>((resolve) => {
  const met = new AbortController();
  for (const type of SIGNS)
    addEventListener(
      type,
      () => {
        met.abort();
        resolve();
      },
      { signal: met.signal, capture: true, passive: true },
    );
});

/**
 * Waits for the first sign of a reader. What a page can do only together with one, and shows in a static form until
 * then, need not be made while the page loads: text can be read and scrolled at once, also on a slow phone.
 */
export const meetReader = (): Promise<void> => reader;

/** Waits until the page has loaded and the browser has nothing else to do. */
export const waitForRest = (): Promise<void> =>
  new Promise((resolve) => {
    const rest = (): void => {
      // Safari has no idle callbacks.
      if ('requestIdleCallback' in window)
        requestIdleCallback(() => {
          resolve();
        });
      else setTimeout(resolve, 200);
    };
    if (document.readyState === 'complete') rest();
    else addEventListener('load', rest, { once: true });
  });

/** Waits until the page has been painted for the first time. */
export const waitForPaint = (): Promise<void> =>
  new Promise((resolve) => {
    // Frames begin when nothing keeps the browser from painting; what follows one comes after its paint.
    requestAnimationFrame(() => {
      setTimeout(resolve);
    });
  });
