import { createInterface } from 'node:readline';
import type { Interface } from 'node:readline';
import { suggest } from '../core/lint/suggest.ts';

/** A question to a person at a terminal. */
export interface Prompt {
  readonly text: string;
  readonly example?: string | undefined;
  /** What can be answered, where that can be listed. */
  readonly choices?: readonly (readonly [value: string, words: string])[];
  /** What Enter alone means: nothing where it is empty, an empty line of a text where it is a blank. */
  readonly fallback?: string | undefined;
  /** True where several choices may be given, with commas between them. */
  readonly isSeveral?: boolean;
  /** What is wrong with an answer; undefined where nothing is. */
  readonly judge?: (answer: string) => string | undefined;
}

/** The person ended the session. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Most choices that are listed unasked. */
const MANY = 12;

/** Asks one question after another, and looks at every answer at once. */
export class Prompter {
  readonly #output: NodeJS.WritableStream;
  readonly #reader: Interface;
  readonly #lines: string[] = [];
  #waiting: { resolve: (line: string) => void; reject: (error: Error) => void } | undefined;
  #isClosed = false;

  constructor(input: NodeJS.ReadableStream, output: NodeJS.WritableStream) {
    this.#output = output;
    this.#reader = createInterface({ input, output });
    this.#reader.on('line', (line) => {
      if (this.#waiting === undefined) this.#lines.push(line);
      else this.#waiting.resolve(line);
      this.#waiting = undefined;
    });
    this.#reader.on('SIGINT', () => {
      this.#reader.close();
    });
    // Ctrl-C and Ctrl-D both end here.
    this.#reader.on('close', () => {
      this.#isClosed = true;
      this.#waiting?.reject(new Interrupted('ended by the person'));
    });
  }

  close(): void {
    this.#reader.close();
  }

  say(text: string): void {
    this.#output.write(`${text}\n`);
  }

  /**
   * The answer to a question, once it is a good one.
   * @throws {Interrupted} when the person ends the session
   */
  async ask(prompt: Prompt): Promise<string> {
    const { text, example, choices = [], fallback, judge } = prompt;
    const hint = [
      choices.length > 0 && choices.length <= MANY
        ? choices.map(([value]) => value).join(', ')
        : undefined,
      choices.length > MANY ? 'part of a name lists those that have it' : undefined,
      choices.length === 0 && example !== undefined ? `for instance ${example}` : undefined,
    ].filter(Boolean);
    const known =
      fallback === undefined || fallback === ' '
        ? ''
        : ` [${fallback === '' ? 'leave out' : fallback}]`;
    for (;;) {
      const question = `${text}${hint.length === 0 ? '' : ` (${hint.join('; ')})`}${known}: `;
      const line = (await this.#readLine(question)).trim();
      if (line === '' && fallback !== undefined) return fallback;
      const problem = line === '' ? 'an answer is needed' : this.#judgeChoice(line, prompt);
      const fault = problem ?? judge?.(line);
      if (fault === undefined) return line;
      this.say(`  ${fault}`);
    }
  }

  /** What is wrong with an answer that has to be one of the choices. */
  #judgeChoice(line: string, { choices = [], isSeveral = false }: Prompt): string | undefined {
    if (choices.length === 0) return undefined;
    const values = choices.map(([value]) => value);
    const answers = isSeveral ? line.split(',').map((part) => part.trim()) : [line];
    const wrong = answers.find((answer) => !values.includes(answer));
    if (wrong === undefined) return undefined;
    const like = choices.filter(([value, words]) =>
      `${value} ${words}`.toLowerCase().includes(wrong.toLowerCase()),
    );
    if (like.length > 0)
      return like.map(([value, words]) => `${value}  ${words}`.trimEnd()).join('\n  ');
    const near = suggest(wrong, values);
    return near === undefined
      ? `"${wrong}" is none of them`
      : `"${wrong}" is none of them; did you mean ${near}?`;
  }

  #readLine(question: string): Promise<string> {
    this.#reader.setPrompt(question);
    this.#reader.prompt();
    const line = this.#lines.shift();
    if (line !== undefined) return Promise.resolve(line);
    if (this.#isClosed) return Promise.reject(new Interrupted('ended by the person'));
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }
}
