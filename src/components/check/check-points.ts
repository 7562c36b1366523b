import type { Brief } from '../../core/query/verdict.ts';
import type { Tally } from './answer-points.ts';
import { FAULTS_KEPT, FORMATS } from './answer-points.ts';
import type { MassUnit } from './check-state.ts';
import type { Report, Task } from './check-worker.ts';
import { HEADLINES } from './describe-verdict.ts';
import { findElement, make, saveFile } from '../elements.ts';

/** What the points are asked of: the limits chosen in the form. */
export interface Question {
  readonly brief: Brief;
  readonly unit: MassUnit;
  readonly plane: string;
}

/** Counts with marks at the thousands. */
const COUNTED = new Intl.NumberFormat('en');

/**
 * Wires the part of the page that takes a list of points: a worker answers it, so that the page stays
 * usable, and a new list or another question ends what was under way.
 * @returns what clears the answers when the question changes
 */
export function wirePoints(host: HTMLElement, ask: () => Promise<Question>): () => void {
  const form = findElement(host, 'form.check-points', HTMLFormElement);
  const file = findElement(host, '[name="file"]', HTMLInputElement);
  const text = findElement(host, '[name="points"]', HTMLTextAreaElement);
  const bar = findElement(host, '.check-points progress', HTMLProgressElement);
  const status = findElement(host, '.check-points [role="status"]', HTMLElement);
  const result = findElement(host, '.check-result', HTMLElement);
  const save = findElement(host, '[data-save="answers"]', HTMLButtonElement);
  let worker: Worker | undefined;
  let turn = 0;
  let answers: { readonly blob: Blob; readonly name: string } | undefined;

  const clear = (): void => {
    turn += 1;
    worker?.terminate();
    worker = undefined;
    answers = undefined;
    bar.hidden = true;
    result.hidden = true;
    status.textContent = '';
  };
  const finish = (report: Report, name: string): void => {
    worker?.terminate();
    worker = undefined;
    bar.hidden = true;
    if (report.kind === 'progress') return;
    if (report.kind === 'failure') {
      status.textContent = `The points could not be read: ${report.message}`;
      return;
    }
    answers = { blob: report.answers, name };
    status.textContent = describeTally(report.tally);
    showTally(host, report.tally);
    result.hidden = false;
  };

  const run = async (): Promise<void> => {
    clear();
    const own = turn;
    const points = file.files?.[0] ?? new Blob([text.value]);
    if (points.size === 0) {
      status.textContent = 'Choose a file or paste a list of points first.';
      return;
    }
    const chosen = findElement(host, '[name="format"]', HTMLSelectElement).value;
    const format = FORMATS.find((one) => one === chosen) ?? 'csv';
    bar.hidden = false;
    bar.value = 0;
    let question: Question;
    try {
      question = await ask();
    } catch {
      finish({ kind: 'failure', message: 'the limits of this plane did not load.' }, '');
      return;
    }
    if (own !== turn) return;
    const { brief, unit, plane } = question;
    worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
    const name = `${plane}.${format}`;
    worker.addEventListener('message', ({ data }: MessageEvent<Report>) => {
      if (own !== turn) return;
      if (data.kind === 'progress') {
        bar.value = data.done / points.size;
        status.textContent = describeTally(data.tally);
      } else finish(data, name);
    });
    worker.addEventListener('error', () => {
      if (own === turn) finish({ kind: 'failure', message: 'the worker did not start.' }, '');
    });
    const task: Task = { brief, points, unit, format };
    worker.postMessage(task);
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run();
  });
  // One source at a time: what was touched last counts.
  file.addEventListener('input', () => {
    text.value = '';
    clear();
  });
  text.addEventListener('input', () => {
    file.value = '';
    clear();
  });
  save.addEventListener('click', () => {
    if (answers !== undefined) saveFile(answers.blob, answers.name);
  });
  return clear;
}

function describeTally({ states, faultCount }: Tally): string {
  const total = Object.values(states).reduce((sum, count) => sum + count, 0);
  const points = `${COUNTED.format(total)} ${total === 1 ? 'point' : 'points'} answered`;
  const bad = `${COUNTED.format(faultCount)} bad ${faultCount === 1 ? 'row' : 'rows'}`;
  return faultCount === 0 ? `${points}.` : `${points}, ${bad}.`;
}

function showTally(host: HTMLElement, { states, faults, faultCount }: Tally): void {
  findElement(host, '.check-tally', HTMLElement).replaceChildren(
    ...Object.entries(HEADLINES).flatMap(([state, word]) => [
      make('dt', word),
      make('dd', COUNTED.format(states[state as keyof typeof states])),
    ]),
  );
  const list = findElement(host, '.check-faults', HTMLElement);
  list.hidden = faultCount === 0;
  const rest = faultCount - faults.length;
  const more = rest > 0 ? ` (the first ${String(FAULTS_KEPT)})` : '';
  findElement(host, '.check-faults summary', HTMLElement).textContent = `Bad rows${more}`;
  findElement(host, '.check-faults ul', HTMLElement).replaceChildren(
    ...faults.map(({ line, fault: { found, expected } }) =>
      make('li', `line ${String(line)}: found ${found}; expected ${expected}`),
    ),
  );
}
