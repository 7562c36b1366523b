import type { z } from 'zod';
import type { Answer } from './answer.ts';

/** JSON text checked by a schema; a fault of either kind is an unusable answer, never an exception. */
export function parseJson<S extends z.ZodType>(text: string, schema: S): Answer<z.output<S>> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { state: 'failed', why: `the answer is not JSON (it begins ${quoteStart(text)})` };
  }
  const parsed = schema.safeParse(data);
  if (parsed.success) return { state: 'found', value: parsed.data };
  const issue = parsed.error.issues[0];
  const place = issue?.path.map(String).join('.') ?? '';
  return { state: 'failed', why: `the answer has another shape: ${place} ${issue?.message ?? ''}` };
}

/** The first characters of an answer, for a message. */
export const quoteStart = (text: string): string =>
  JSON.stringify(text.slice(0, 40).replaceAll(/\s+/g, ' '));
