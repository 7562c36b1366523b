import { findBuildMark, findRoot } from './this-page.ts';
import type { Message } from './worker-scope.ts';

const build = findBuildMark();
const root = findRoot();

/** Without a build (in development, in a copy of the site) or without the ability nothing happens, nor breaks. */
if (build !== undefined && root !== undefined) {
  watchMissing(root);
  addEventListener('load', () => {
    start(root).catch(() => undefined);
  });
}

async function start(root: string): Promise<void> {
  const { serviceWorker } = navigator;
  const hadWorker = serviceWorker.controller !== null;
  const registration = await serviceWorker.register(`${root}sw.js`, { scope: root });
  const tell = (): void => {
    if (registration.waiting !== null && hadWorker) void notify('newer', registration);
  };
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', tell);
  });
  tell();
  // A page that stays open for days hears of a new version when somebody comes back to it.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined);
  });
  if (hadWorker) return;
  const { active } = await serviceWorker.ready;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const message: Message = { kind: 'keep', urls: [location.href, ...loaded] };
  active?.postMessage(message);
}

/** A file named by its content that is gone belongs to a build that is gone, and so does this page. */
function watchMissing(root: string): void {
  const observer = new PerformanceObserver((list) => {
    const entries = list.getEntries() as PerformanceResourceTiming[];
    if (
      !entries.some(
        (entry) => entry.responseStatus === 404 && entry.name.startsWith(`${root}_astro/`),
      )
    )
      return;
    observer.disconnect();
    void notify('gone');
  });
  observer.observe({ type: 'resource', buffered: true });
}

async function notify(
  why: 'newer' | 'gone',
  registration?: ServiceWorkerRegistration,
): Promise<void> {
  try {
    const { showNotice } = await import('./update-notice.ts');
    await showNotice(why, registration);
  } catch {
    // The notice itself is gone, too.
    const bar = document.createElement('p');
    bar.className = 'update-notice';
    bar.textContent = 'The site has been updated since this page was loaded: reload it.';
    document.body.append(bar);
  }
}
