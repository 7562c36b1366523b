import type { Answer } from '../../core/online/answer.ts';
import { readAnswer } from '../../core/online/answer.ts';
import type { AnswerCache } from './answer-cache.ts';

/** How often a host may be asked. */
export interface Pace {
  /** Least time between the starts of two requests [ms]. */
  readonly everyMs: number;
  /** Requests under way at once. */
  readonly atOnce: number;
}

export interface ClientOptions {
  readonly cache: AnswerCache;
  readonly userAgent: string;
  /** By origin; anything else is asked once a second. */
  readonly paces: ReadonlyMap<string, Pace>;
  readonly timeoutMs: number;
  /** Attempts per request beyond the first. */
  readonly retries: number;
  /** First wait before another attempt [ms]; it doubles. */
  readonly backOffMs: number;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Between 0 and 1, for the jitter of waits. */
  readonly random: () => number;
}

/** Longest wait that a service may ask for; beyond it the question is left for another day [ms]. */
const LONGEST_WAIT_MS = 120_000;
/** Longest answer that is read [bytes]. */
const LONGEST_ANSWER = 5_000_000;
/** There is no way to the host; asking again in a few seconds changes nothing. */
const NO_NETWORK: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'EAI_AGAIN',
]);
/** Questions without an answer, one after another, after which a host is left alone. */
const FAILURES = 3;

interface Host {
  readonly pace: Pace;
  underway: number;
  nextMs: number;
  failures: number;
  gaveUp: string | undefined;
  readonly waiting: (() => void)[];
}

type Attempt =
  | { readonly done: Answer<string> }
  | { readonly why: string; readonly waitMs: number | undefined; readonly isFinal?: boolean };

/**
 * Asks public services for text: seldom, few at once, with a name, obeying Retry-After, waiting longer
 * after each failure, and never twice for what the cache holds. It never throws; a question without an
 * answer is a `failed` one with its reason.
 */
export class PoliteClient {
  readonly #options: ClientOptions;
  readonly #hosts = new Map<string, Host>();
  /** Requests that went out. */
  requests = 0;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /**
   * What the address answers, read; 404 and 410 are `absent`. An answer that cannot be read is not kept,
   * so that the next run asks again.
   */
  async get<T>(url: string, read: (text: string) => Answer<T>): Promise<Answer<T>> {
    const { cache, now } = this.#options;
    const kept = await cache.get(url, now());
    if (kept !== undefined) return readAnswer(kept, read);
    const host = this.#hostOf(url);
    await this.#enter(host);
    try {
      if (host.gaveUp !== undefined) return { state: 'failed', why: host.gaveUp };
      const answer = await this.#ask(url, host);
      const result = readAnswer(answer, read);
      if (result.state !== 'failed') {
        host.failures = 0;
        await cache.set(url, answer, now());
      } else if (++host.failures >= FAILURES) {
        host.gaveUp = `${result.why}; not asked any more`;
      }
      return result;
    } finally {
      host.underway -= 1;
      host.waiting.shift()?.();
    }
  }

  #hostOf(url: string): Host {
    const { origin } = new URL(url);
    const known = this.#hosts.get(origin);
    if (known !== undefined) return known;
    const pace = this.#options.paces.get(origin) ?? { everyMs: 1000, atOnce: 1 };
    const host: Host = {
      pace,
      underway: 0,
      nextMs: 0,
      failures: 0,
      gaveUp: undefined,
      waiting: [],
    };
    this.#hosts.set(origin, host);
    return host;
  }

  async #enter(host: Host): Promise<void> {
    while (host.underway >= host.pace.atOnce) {
      await new Promise<void>((resolve) => host.waiting.push(resolve));
    }
    host.underway += 1;
  }

  async #ask(url: string, host: Host): Promise<Answer<string>> {
    const { retries, backOffMs, random, sleep } = this.#options;
    for (let attempt = 0; ; attempt += 1) {
      await this.#takeTurn(host);
      const result = await this.#attempt(url);
      if ('done' in result) return result.done;
      const { why, waitMs, isFinal } = result;
      if (isFinal === true || attempt >= retries) return { state: 'failed', why };
      if (waitMs !== undefined && waitMs > LONGEST_WAIT_MS) {
        return {
          state: 'failed',
          why: `${why}; it asks to wait ${String(Math.ceil(waitMs / 1000))} s`,
        };
      }
      const backOff = backOffMs * 2 ** attempt * (0.5 + random());
      const wait = waitMs === undefined ? backOff : waitMs + backOffMs * random();
      // All of the host waits: it is the host that has had enough.
      host.nextMs = Math.max(host.nextMs, this.#options.now() + wait);
      await sleep(wait);
    }
  }

  async #takeTurn(host: Host): Promise<void> {
    const { now, sleep } = this.#options;
    const start = Math.max(now(), host.nextMs);
    host.nextMs = start + host.pace.everyMs;
    const wait = start - now();
    if (wait > 0) await sleep(wait);
  }

  async #attempt(url: string): Promise<Attempt> {
    this.requests += 1;
    const { userAgent, timeoutMs } = this.#options;
    try {
      const response = await fetch(url, {
        headers: { 'user-agent': userAgent, accept: 'application/json, application/atom+xml' },
        redirect: 'follow',
        signal: AbortSignal.timeout(timeoutMs),
      });
      return await this.#readResponse(response);
    } catch (error) {
      const code = codeOf(error);
      return {
        why: describeFailure(error, timeoutMs),
        waitMs: undefined,
        isFinal: code !== undefined && NO_NETWORK.has(code),
      };
    }
  }

  async #readResponse(response: Response): Promise<Attempt> {
    const { status, headers } = response;
    if (response.ok) {
      const text = await readText(response);
      return text === undefined
        ? { why: 'an answer of more than 5 MB', waitMs: undefined, isFinal: true }
        : { done: { state: 'found', value: text } };
    }
    await response.body?.cancel();
    if (status === 404 || status === 410) return { done: { state: 'absent' } };
    const why = `status ${String(status)}`;
    const isPassing = status === 408 || status === 425 || status === 429 || status >= 500;
    if (!isPassing) return { why, waitMs: undefined, isFinal: true };
    return { why, waitMs: readRetryAfter(headers.get('retry-after'), this.#options.now()) };
  }
}

/** Time that a service asks to wait [ms]: seconds, or a date. */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** The body as text; undefined where it is too long. */
async function readText(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (response.body === null) return '';
  for await (const chunk of response.body as ReadableStream<Uint8Array>) {
    size += chunk.length;
    if (size > LONGEST_ANSWER) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function describeFailure(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${String(timeoutMs / 1000)} s`;
  const code = codeOf(error);
  if (code !== undefined) return `no connection (${code})`;
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

/** Why the network gave none, for instance ECONNREFUSED. */
function codeOf(error: unknown): string | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
}
