import type { BuildFacts } from '../../core/offline/build-facts.ts';

/** What a worker waits for before it counts as done. */
interface ExtendableEvent extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void;
}

export interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
}

export interface MessageToWorker extends ExtendableEvent {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}

/** The part of a service worker's global scope that is used here; the types of pages do not know it. */
export interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { readonly claim: () => Promise<void> };
  readonly skipWaiting: () => Promise<void>;
  /** Written before the program by the build. */
  readonly BUILD: BuildFacts;
  readonly addEventListener: {
    (kind: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
    (kind: 'fetch', listener: (event: FetchEvent) => void): void;
    (kind: 'message', listener: (event: MessageToWorker) => void): void;
  };
}

/** What pages tell the worker. */
export type Message =
  /** The reader wishes the new version now. */
  | { readonly kind: 'take-over' }
  /** What was loaded before the worker was there. */
  | { readonly kind: 'keep'; readonly urls: readonly string[] }
  /** Nothing shall be saved any more but what shows that. The port is told when it is done. */
  | { readonly kind: 'forget' };
