import type { Brief } from '../../core/query/verdict.ts';
import { makeJudge } from '../../core/query/verdict.ts';
import type { Format, Tally } from './answer-points.ts';
import { PointsAnswerer } from './answer-points.ts';
import type { MassUnit } from './check-state.ts';

/** A list of points to answer. */
export interface Task {
  readonly brief: Brief;
  readonly points: Blob;
  readonly unit: MassUnit;
  readonly format: Format;
}

/** What the worker reports: how far it is, and at the end the answers. */
export type Report =
  | { readonly kind: 'progress'; readonly done: number; readonly tally: Tally }
  | { readonly kind: 'end'; readonly tally: Tally; readonly answers: Blob }
  | { readonly kind: 'failure'; readonly message: string };

/** Answers are handed to the browser, which may keep them on disk, in pieces of this size [characters]. */
const PIECE = 4_000_000;

const report = (message: Report): void => {
  postMessage(message);
};

addEventListener('message', (event: MessageEvent<Task>) => {
  answer(event.data).catch((error: unknown) => {
    report({ kind: 'failure', message: error instanceof Error ? error.message : String(error) });
  });
});

async function answer({ brief, points, unit, format }: Task): Promise<void> {
  const answerer = new PointsAnswerer(makeJudge(brief), unit, format);
  const decoder = new TextDecoder();
  const reader = points.stream().getReader();
  const pieces: Blob[] = [];
  let text = '';
  let done = 0;
  let reportedAt = 0;
  for (;;) {
    const { value } = await reader.read();
    if (value === undefined) break;
    text += answerer.take(decoder.decode(value, { stream: true }));
    done += value.byteLength;
    if (text.length > PIECE) {
      pieces.push(new Blob([text]));
      text = '';
    }
    if (performance.now() - reportedAt > 100) {
      reportedAt = performance.now();
      report({ kind: 'progress', done, tally: answerer.tally() });
    }
  }
  text += answerer.take(decoder.decode()) + answerer.end();
  const type = format === 'csv' ? 'text/csv' : 'application/jsonl';
  report({
    kind: 'end',
    tally: answerer.tally(),
    answers: new Blob([...pieces, text], { type }),
  });
}
