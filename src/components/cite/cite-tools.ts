import { addPapers, encodeKeys, hasPapers, removePapers } from './collection.ts';
import {
  isKeepingNothing,
  listenCollection,
  readCollection,
  writeCollection,
} from './collection-store.ts';

/**
 * What JavaScript adds to what can be cited: buttons that gather papers, the count of what was gathered
 * and buttons that copy. Without it nothing of this is on the page.
 */
const status = document.createElement('p');
status.className = 'visually-hidden';
status.setAttribute('role', 'status');
document.body.append(status);

const say = (text: string): void => {
  status.textContent = text;
};

/** Something whose papers can be gathered, with its button. */
interface Item {
  readonly keys: readonly string[];
  readonly limit: string | undefined;
  readonly button: HTMLButtonElement;
}

/** A button with words, or a small one whose words are read aloud. */
function makeButton(isSmall: boolean): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = isSmall ? 'collect collect-small' : 'collect';
  return button;
}

const items = [...document.querySelectorAll<HTMLElement>('[data-collect]')].map((host): Item => {
  const { collect = '', limit, label } = host.dataset;
  const name = label ?? host.querySelector('a')?.textContent.trim() ?? '';
  const button = makeButton(!('words' in host.dataset));
  if (!('words' in host.dataset)) {
    button.title = 'Collect for your bibliography';
    button.setAttribute('aria-label', `Collect the papers of ${name}`);
  }
  (host.querySelector(':scope > th, :scope > .meta') ?? host).append(' ', button);
  const item = { keys: collect.split(' '), limit, button };
  button.addEventListener('click', () => {
    toggle([item], name);
  });
  return item;
});

/** Gathers what is not there yet; where all of it is there, gives it back. */
function toggle(some: readonly Item[], name: string): void {
  const change = areGathered(some) ? removePapers : addPapers;
  let collection = readCollection();
  for (const { keys, limit } of some) collection = change(collection, keys, limit);
  writeCollection(collection);
  say(
    `${change === addPapers ? 'Collected' : 'Removed'}: ${name}. ${String(collection.size)} papers in your collection.`,
  );
}

const areGathered = (some: readonly Item[]): boolean => {
  const collection = readCollection();
  return some.every(({ keys, limit }) => hasPapers(collection, keys, limit));
};

const all = document.querySelector<HTMLElement>('[data-collect-all]');
const rows = items.filter(({ button }) => all?.closest('section')?.contains(button) ?? false);
const allButton = makeButton(false);
allButton.addEventListener('click', () => {
  toggle(rows, `${String(rows.length)} limits`);
});
if (rows.length > 1) all?.append(allButton);

const link = document.querySelector<HTMLAnchorElement>('.collection-link');

function show(): void {
  const collection = readCollection();
  for (const { keys, limit, button } of items)
    press(button, hasPapers(collection, keys, limit), 'the papers');
  press(allButton, rows.length > 0 && areGathered(rows), `all ${String(rows.length)}`);
  if (link === null) return;
  link.hidden = collection.size === 0;
  const count = link.querySelector('span');
  if (count !== null) count.textContent = String(collection.size);
  // Where nothing is kept, the link carries what was gathered.
  if (isKeepingNothing()) link.search = encodeKeys(collection.keys());
}

function press(button: HTMLButtonElement, isPressed: boolean, what: string): void {
  const isSmall = button.ariaLabel !== null;
  button.classList.toggle('is-collected', isPressed);
  if (isSmall) button.ariaPressed = String(isPressed);
  button.textContent = isSmall
    ? isPressed
      ? '✓'
      : '+'
    : `${isPressed ? '✓ Collected' : 'Collect'} ${what}`;
}

listenCollection(show);
show();

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const source = document.getElementById(button.dataset['copy'] ?? '');
    if (source !== null) void copy(source, button);
  });
}

async function copy(source: HTMLElement, button: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(source.innerText.trim());
    say('Copied.');
    button.textContent = 'Copied';
    setTimeout(() => {
      button.textContent = 'Copy';
    }, 2000);
  } catch {
    getSelection()?.selectAllChildren(source);
    say('Selected; the browser does not allow copying here.');
  }
}
