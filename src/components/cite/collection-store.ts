import { type Collection, formatCollection, parseCollection, STORAGE_KEY } from './collection.ts';

/** What is gathered where the browser keeps nothing for this site: it lasts as long as the page. */
let kept: string | null = null;
let isBlocked = false;
const listeners: (() => void)[] = [];

/** What this browser has gathered. */
export function readCollection(): Collection {
  try {
    if (!isBlocked) kept = localStorage.getItem(STORAGE_KEY);
  } catch {
    isBlocked = true;
  }
  return parseCollection(kept);
}

/** Keeps a collection, and tells all who listen, in other tabs too. */
export function writeCollection(collection: Collection): void {
  kept = formatCollection(collection);
  try {
    localStorage.setItem(STORAGE_KEY, kept);
  } catch {
    isBlocked = true;
  }
  for (const listener of listeners) listener();
}

/** True where the browser keeps nothing for this site, or no more. */
export const isKeepingNothing = (): boolean => isBlocked;

/** Calls at every change, here or in another tab. */
export function listenCollection(listener: () => void): void {
  listeners.push(listener);
  addEventListener('storage', ({ key }) => {
    if (key === STORAGE_KEY || key === null) listener();
  });
  // A page that comes back from the browser's memory has missed what happened meanwhile.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) listener();
  });
}
