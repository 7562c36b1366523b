/**
 * The element of that kind below `root`.
 * @throws when there is none: markup and script come from one component.
 */
export function findElement<T extends Element>(
  root: Element,
  selector: string,
  kind: abstract new (...args: never[]) => T,
): T {
  const element = root.querySelector(selector);
  if (element instanceof kind) return element;
  throw new Error(`There is no ${selector} of the right kind here.`);
}

/** A new element with its text. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (text !== '') element.textContent = text;
  return element;
}

/** Hands a file to the reader. */
export function saveFile(content: Blob, name: string): void {
  const link = make('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The download has begun by then; the memory is given back.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}
