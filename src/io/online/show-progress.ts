/**
 * A bar on a terminal, on one line that the next state replaces; nothing where output goes to a file.
 * @returns to be called with what is done; `end` takes the bar away
 */
export function showProgress(
  label: string,
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
): { readonly update: (done: number, total: number) => void; readonly end: () => void } {
  if (!stream.isTTY) return { update: () => undefined, end: () => undefined };
  const width = 30;
  return {
    update: (done, total) => {
      const filled = Math.round((width * done) / Math.max(total, 1));
      const bar = '█'.repeat(filled) + '░'.repeat(width - filled);
      stream.write(`\r${label} ${bar} ${String(done)}/${String(total)}\u{1b}[K`);
    },
    end: () => {
      stream.write('\r\u{1b}[K');
    },
  };
}
