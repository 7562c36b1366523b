import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Answer } from '../../core/online/answer.ts';

const Kept = z.object({
  url: z.string(),
  /** When it was answered, ISO 8601. */
  date: z.iso.datetime(),
  /** Absent where the service knew no such record. */
  text: z.string().optional(),
});

/**
 * Answers on disk, one file per address. A run that was stopped goes on where it was, because what it had
 * asked is here. Failures are not kept.
 */
export class AnswerCache {
  readonly #folder: string;
  readonly #maxAgeMs: number;

  /** @param maxAgeMs older answers are asked again */
  constructor(folder: string, maxAgeMs: number) {
    this.#folder = folder;
    this.#maxAgeMs = maxAgeMs;
  }

  /** The kept answer; undefined where there is none, an old one, or a file that something broke. */
  async get(url: string, now: number): Promise<Answer<string> | undefined> {
    let data: unknown;
    try {
      data = JSON.parse(await readFile(this.#pathOf(url), 'utf8'));
    } catch {
      return undefined;
    }
    const kept = Kept.safeParse(data);
    if (!kept.success || kept.data.url !== url) return undefined;
    const age = now - Date.parse(kept.data.date);
    if (age < 0 || age > this.#maxAgeMs) return undefined;
    const { text } = kept.data;
    return text === undefined ? { state: 'absent' } : { state: 'found', value: text };
  }

  /** Keeps an answer, by renaming a finished file. */
  async set(url: string, answer: Answer<string>, now: number): Promise<void> {
    if (answer.state === 'failed') return;
    const path = this.#pathOf(url);
    const kept = {
      url,
      date: new Date(now).toISOString(),
      ...(answer.state === 'found' ? { text: answer.value } : {}),
    };
    await mkdir(this.#folder, { recursive: true });
    const partial = `${path}.${String(process.pid)}.partial`;
    await writeFile(partial, JSON.stringify(kept));
    await rename(partial, path);
  }

  #pathOf(url: string): string {
    return join(this.#folder, `${createHash('sha256').update(url).digest('hex')}.json`);
  }
}
