import type { Session } from './form-session.ts';

/** Where a form in progress is kept. */
const KEY = 'contribute-form';

/**
 * The form for a new result. It loads what reads, draws and checks when somebody begins to use it, or
 * comes back to what they began.
 */
class ContributeForm extends HTMLElement {
  #session: Promise<Session> | undefined;

  connectedCallback(): void {
    for (const type of ['focusin', 'input', 'change'])
      this.addEventListener(type, () => void this.#start());
    this.addEventListener('dragover', (event) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      void this.#start();
    });
    this.addEventListener('drop', (event) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      // Text that is dropped belongs where it is dropped.
      if (files.length === 0) return;
      event.preventDefault();
      void this.#start().then((session) => session.take(files));
    });
    // Enter in a field is no wish to send everything; what it means there, the field knows.
    this.addEventListener('keydown', (event) => {
      const { key, target: field } = event;
      if (key !== 'Enter' || !(field instanceof HTMLInputElement)) return;
      event.preventDefault();
      if (this.dataset['ready'] !== undefined) return;
      // Pressed before the field knew: said again when it does.
      void this.#start().then(() => {
        field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      });
    });
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#start().then((session) => {
        session.submit();
      });
    });
    try {
      if (localStorage.getItem(KEY) !== null) void this.#start();
    } catch {
      // A browser that refuses storage has nothing kept.
    }
  }

  /** Loads the form's code, once; a failure is said and tried again the next time. */
  #start(): Promise<Session> {
    this.#session ??= load(this).catch((error: unknown) => {
      this.#session = undefined;
      const busy = this.querySelector('[data-part="busy"]');
      if (busy !== null)
        busy.textContent = 'This form could not be loaded; look at your connection and try again.';
      throw error;
    });
    return this.#session;
  }
}

async function load(host: HTMLElement): Promise<Session> {
  // Before any schema is made: the security policy lets nothing be compiled from text.
  await import('./zod-jitless.ts');
  const { startSession } = await import('./form-session.ts');
  const session = await startSession(host, KEY);
  host.dataset['ready'] = '';
  return session;
}

customElements.define('contribute-form', ContributeForm);
