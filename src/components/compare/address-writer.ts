/** Time between the last change and its being written [ms]. */
const DELAY_MS = 250;

/**
 * Writes an address once its changes pause: browsers refuse more than a hundred a half minute, Safari by throwing.
 * An address that cannot be written is no reason to stop what the reader does.
 */
export class AddressWriter {
  readonly #write: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(write: () => void) {
    this.#write = write;
  }

  /** Something changed. */
  ask(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.flush();
    }, DELAY_MS);
  }

  /** Writes now what is waiting to be written. */
  flush(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    try {
      this.#write();
    } catch (error) {
      console.warn(error);
    }
  }
}
