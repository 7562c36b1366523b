import type { Decisions, PlaneContext } from '../../core/import/source.ts';
import type { Answer, NamedBytes, Request } from './read-worker.ts';

/** No file longer than this is read: a curve is shorter, and so is a map of a million numbers [bytes]. */
export const LARGEST_FILE = 10_000_000;
/** Files of one result. */
export const MOST_FILES = 20;
/** A file that takes longer is no table of numbers [ms]. */
const TIMEOUT = 20_000;

/** Thrown where another question came before the answer. */
export class Superseded extends Error {}

/** Reads files in a thread of its own: the page stays usable, and a file that takes too long is given up. */
export class FileUnderstander {
  #worker: Worker | undefined;
  #files: readonly NamedBytes[] = [];
  #giveUp: ((error: Error) => void) | undefined;
  #turn = 0;

  /** Takes these files in the place of the ones before. */
  setFiles(files: readonly NamedBytes[]): void {
    this.#stop(new Superseded());
    this.#files = files;
  }

  /**
   * What the files say with these decisions.
   * @throws Superseded when another question came in the meantime, another error when reading failed
   */
  ask(decisions: Decisions, plane: PlaneContext | undefined): Promise<Answer> {
    this.#giveUp?.(new Superseded());
    const turn = ++this.#turn;
    const worker = (this.#worker ??= this.#start());
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    this.#giveUp = reject;
    const done = new AbortController();
    const fail = (reason: string): void => {
      if (turn === this.#turn) this.#stop(new Error(reason));
    };
    const timer = setTimeout(() => {
      fail('it takes too long; is it a table of numbers?');
    }, TIMEOUT);
    const { signal } = done;
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<Answer>) => {
        if (data.turn === turn) resolve(data);
      },
      { signal },
    );
    worker.addEventListener(
      'error',
      (event) => {
        event.preventDefault();
        fail('the reader failed on it');
      },
      { signal },
    );
    send(worker, {
      kind: 'understand',
      turn,
      decisions,
      ...(plane === undefined ? {} : { plane }),
    });
    return promise.finally(() => {
      clearTimeout(timer);
      done.abort();
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });
    send(worker, { kind: 'read', files: this.#files });
    return worker;
  }

  #stop(error: Error): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#giveUp?.(error);
    this.#giveUp = undefined;
  }
}

const send = (worker: Worker, request: Request): void => {
  worker.postMessage(request);
};
