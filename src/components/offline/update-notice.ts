import { make } from '../elements.ts';
import { readCurrent } from './read-current.ts';
import { findBuildMark, findRoot } from './this-page.ts';
import type { Message } from './worker-scope.ts';

/**
 * A quiet bar that offers to reload: a newer version is there, or this page's has gone. Nothing is shown where
 * the page is of the newest version already.
 */
export async function showNotice(
  why: 'newer' | 'gone',
  registration?: ServiceWorkerRegistration,
): Promise<void> {
  if (document.querySelector('.update-notice') !== null) return;
  const current = await readCurrent(findRoot() ?? '').catch(() => undefined);
  if (why === 'newer' && current?.build === findBuildMark()) return;
  const bar = make('div');
  bar.className = 'update-notice';
  bar.role = 'status';
  const text = make('p', write(why, current?.date));
  const reload = make('button', 'Reload');
  reload.type = 'button';
  reload.addEventListener('click', () => {
    takeOver(registration);
  });
  const close = make('button', 'Later');
  close.type = 'button';
  close.addEventListener('click', () => {
    bar.remove();
  });
  bar.append(text, reload, close);
  document.body.append(bar);
}

function write(why: 'newer' | 'gone', date: string | undefined): string {
  const of = date === undefined ? '' : ` (${date})`;
  return why === 'newer'
    ? `A newer version of the data is there${of}.`
    : `The site has been updated${of} since this page was loaded; parts of the page can no longer be loaded.`;
}

/** The newer worker answers from now on, as the reader wishes, and the page is loaded anew. */
function takeOver(registration: ServiceWorkerRegistration | undefined): void {
  const waiting = registration?.waiting;
  if (waiting === null || waiting === undefined) {
    location.reload();
    return;
  }
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    location.reload();
  });
  const message: Message = { kind: 'take-over' };
  waiting.postMessage(message);
}
