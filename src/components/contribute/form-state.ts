import type { Decisions } from '../../core/import/source.ts';
import { type Answers, FIELDS } from './fields.ts';
import { DECISIONS } from './decisions.ts';

/** A file as it is kept: only text, which is what nearly all of them are. */
export interface KeptFile {
  readonly name: string;
  readonly text: string;
}

/** What a reader entered. */
export interface FormState {
  /** Id of the plane; empty where none is chosen. */
  readonly plane: string;
  readonly files: readonly KeptFile[];
  readonly decisions: Decisions;
  readonly answers: Answers;
}

export const EMPTY_STATE: FormState = { plane: '', files: [], decisions: {}, answers: {} };

/** Longest text of one answer that is kept. */
const LONGEST_ANSWER = 100_000;

/** What was kept, as far as it makes sense; anything may stand in a storage that a person can edit. */
export function readState(kept: unknown): FormState {
  if (!isRecord(kept)) return EMPTY_STATE;
  const { plane, files, decisions, answers } = kept;
  return {
    plane: typeof plane === 'string' ? plane : '',
    files: Array.isArray(files)
      ? files.flatMap((file: unknown) =>
          isRecord(file) && typeof file['name'] === 'string' && typeof file['text'] === 'string'
            ? [{ name: file['name'], text: file['text'] }]
            : [],
        )
      : [],
    decisions: isRecord(decisions) ? readDecisions(decisions) : {},
    answers: isRecord(answers)
      ? Object.fromEntries(
          FIELDS.flatMap(({ name }) => {
            const answer = answers[name];
            return typeof answer === 'string' && answer.length <= LONGEST_ANSWER
              ? [[name, answer] as const]
              : [];
          }),
        )
      : {},
  };
}

/** True where nothing was entered. */
export const isEmptyState = ({ plane, files, answers }: FormState): boolean =>
  plane === '' &&
  files.length === 0 &&
  Object.values(answers).every((answer) => answer.trim() === '');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readDecisions(kept: Record<string, unknown>): Decisions {
  return Object.fromEntries(
    DECISIONS.flatMap(({ name }) => {
      const value = kept[name];
      const isText = typeof value === 'string' && value.length < 1000;
      return isText || (typeof value === 'number' && Number.isInteger(value))
        ? [[name, value]]
        : [];
    }),
  );
}

/** The text of a file; undefined where its bytes are not text. */
export function readText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
