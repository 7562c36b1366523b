/** Files of the repository that a contribution changes, as the site has them. */
export class SourceTexts {
  readonly #folder: string;
  readonly #texts = new Map<string, string>();
  readonly #wanted = new Set<string>();

  /** @param folder address under which the files are served */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The text of a file; undefined until it is loaded, and it is asked for by that. */
  get(path: string): string | undefined {
    const text = this.#texts.get(path);
    if (text === undefined) this.#wanted.add(path);
    return text;
  }

  /**
   * Loads what was asked for.
   * @returns true where there is something new to be had
   */
  async loadWanted(): Promise<boolean> {
    const paths = [...this.#wanted];
    this.#wanted.clear();
    const loaded = await Promise.all(
      paths.map(async (path) => {
        // What the browser kept may be older than the site.
        const response = await fetch(`${this.#folder}/${path}`, { cache: 'no-cache' });
        if (!response.ok) return false;
        this.#texts.set(path, await response.text());
        return true;
      }),
    );
    return loaded.includes(true);
  }

  /** Loads everything anew the next time. */
  forget(): void {
    this.#texts.clear();
  }
}
