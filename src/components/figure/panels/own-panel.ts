import type { FigureSeries, Path } from '../../../core/figure/figure-spec.ts';
import {
  type OwnCurveAnswers,
  type OwnCurveDraft,
  placeOwnCurve,
  readOwnCurves,
} from '../../../core/figure/own-curve.ts';
import type { OwnCurveProblem } from '../../../core/figure/own-curve-problem.ts';
import { make } from '../../elements.ts';
import { listCarried } from '../address.ts';
import { makeOwnSeries } from '../own-series.ts';
import { button, choice, field, type Panel, type PanelContext } from './panel.ts';

/** No file longer than this is read [bytes]. */
const LARGEST_FILE = 2_000_000;

/** Lays a reader's own curve over the figure and compares it; nothing leaves the browser. */
export const OWN_PANEL: Panel = {
  id: 'own',
  title: 'Your curve',
  build: (body, context) => {
    const intro = make(
      'p',
      'Paste or drop a table (CSV, TSV, blanks or JSON) of mass and value. It stays in this browser: it is drawn, compared and, if short, kept in the part of the address that is never sent. Files you take away contain the curve itself; their permalink does not.',
    );
    intro.className = 'figure-panel-note';
    const text = make('textarea');
    text.rows = 5;
    text.spellcheck = false;
    text.placeholder = 'mass [GeV], value\n0.1, 1e-3\n1, 4e-4';
    const file = make('input');
    file.type = 'file';
    file.accept = '.csv,.tsv,.txt,.dat,.json,text/*,application/json';
    const drafts = make('div');
    drafts.className = 'figure-drafts';
    const list = make('div');
    list.className = 'figure-own';
    const read = (content: string, name?: string): void => {
      const { curves, problems } = readOwnCurves(
        content,
        context.model.spec,
        name === undefined ? {} : { name },
      );
      drafts.replaceChildren(
        ...listProblems(problems),
        ...curves.map((draft) => askAbout(draft, context)),
      );
      if (curves.length === 0 && problems.length === 0)
        drafts.append(make('p', 'There is no table in it.'));
    };
    const readFile = async (chosen: File | undefined): Promise<void> => {
      if (chosen === undefined) return;
      if (chosen.size > LARGEST_FILE) {
        drafts.replaceChildren(make('p', 'The file is larger than 2 MB; a curve is smaller.'));
        return;
      }
      const content = await chosen.text();
      text.value = content.length > 20_000 ? '' : content;
      read(content, chosen.name.replace(/\.[^.]*$/u, ''));
    };
    file.addEventListener('change', () => void readFile(file.files?.[0]));
    context.host.addEventListener(
      'drop',
      (event) => {
        const dropped = findFile(event.dataTransfer);
        // Text that is dropped belongs where it is dropped, for instance into the field above.
        if (dropped === undefined) return;
        event.preventDefault();
        void readFile(dropped);
      },
      { signal: context.signal },
    );
    body.append(
      intro,
      field('Numbers', text),
      field('or a file', file),
      button('Read', () => {
        read(text.value);
      }),
      drafts,
      list,
    );
    let listed = '';
    context.model.listen(() => {
      const { own } = context.model;
      const key = own.map(({ limit }) => limit).join();
      if (key === listed) return;
      listed = key;
      list.replaceChildren(...own.map((one) => showOwn(one, context)));
    });
  },
};

/** The file among what is dropped, where there is one. */
export const findFile = (transfer: Pick<DataTransfer, 'files'> | null): File | undefined =>
  transfer?.files[0];

/** A curve to be drawn beside those there are: its id is none of theirs, whichever were removed before. */
export function makeAnother(
  name: string,
  segments: readonly Path[],
  own: readonly FigureSeries[],
): FigureSeries {
  for (let index = own.length; ; index++) {
    const series = makeOwnSeries(name, segments, index);
    if (own.every(({ limit }) => limit !== series.limit)) return series;
  }
}

/** A curve as read, with every guess as a question, to be added to the figure. */
function askAbout(draft: OwnCurveDraft, context: PanelContext): HTMLElement {
  const group = make('fieldset');
  group.append(make('legend', draft.name), make('p', draft.understood));
  const name = make('input');
  name.value = draft.name;
  name.maxLength = 60;
  name.autocomplete = 'off';
  group.append(field('Name', name));
  const answers = new Map<keyof OwnCurveAnswers, string>();
  const sure = make('details');
  sure.append(make('summary', 'What the table says itself'));
  for (const question of draft.questions) {
    answers.set(question.topic, question.guess);
    if (question.options.length < 2) continue;
    const select = choice(
      question.options.map(({ value, label }) => ({ value, words: label })),
      question.guess,
      (value) => {
        answers.set(question.topic, value);
        check();
      },
    );
    (question.isCertain ? sure : group).append(field(question.text, select));
  }
  if (sure.childElementCount > 1) group.append(sure);
  const verdict = make('div');
  const add = button('Add to the figure', () => {
    const { segments } = place();
    const { model } = context;
    const series = makeAnother(name.value, segments, model.own);
    model.setOwn([...model.own, series]);
    group.remove();
    context.say(`${series.label} is drawn.`);
  });
  const place = (): ReturnType<typeof placeOwnCurve> =>
    placeOwnCurve(draft, readAnswers(answers, draft), context.model.spec);
  const check = (): void => {
    const { segments, problems, warnings } = place();
    add.disabled = segments.length === 0;
    verdict.replaceChildren(...warnings.map((warning) => warn(warning)), ...listProblems(problems));
  };
  check();
  group.append(verdict, add);
  return group;
}

function readAnswers(
  answers: ReadonlyMap<keyof OwnCurveAnswers, string>,
  { guess }: OwnCurveDraft,
): OwnCurveAnswers {
  const read = (topic: keyof OwnCurveAnswers): string => answers.get(topic) ?? String(guess[topic]);
  const scale = (topic: 'xScale' | 'yScale'): 'linear' | 'log10' =>
    read(topic) === 'log10' ? 'log10' : 'linear';
  return {
    x: Number(read('x')),
    y: Number(read('y')),
    xQuantity: read('xQuantity'),
    yQuantity: read('yQuantity'),
    xUnit: read('xUnit'),
    yUnit: read('yUnit'),
    xScale: scale('xScale'),
    yScale: scale('yScale'),
  };
}

const listProblems = (problems: readonly OwnCurveProblem[]): HTMLElement[] =>
  problems.map(({ at, found, expected }) =>
    warn(`${at === undefined ? '' : `${at}: `}found ${found}; expected ${expected}.`),
  );

function warn(text: string): HTMLElement {
  const element = make('p', text);
  element.className = 'figure-warning';
  return element;
}

/** An own curve that is drawn: what it adds, and how to take it away again. */
function showOwn(series: FigureSeries, context: PanelContext): HTMLElement {
  const { model, host, signal } = context;
  const item = make('div');
  const name = make('p', series.label);
  name.className = 'figure-own-name';
  item.append(name);
  const segments: readonly Path[] = series.mark.kind === 'segments' ? series.mark.segments : [];
  const answer = make('p', 'Comparing with all published laboratory limits…');
  item.append(answer);
  if (!listCarried(model.own).some(({ series: { limit } }) => limit === series.limit)) {
    item.append(make('p', 'It is too much for an address: a link to this view leaves it out.'));
  }
  item.append(
    button('Remove', () => {
      model.setOwn(model.own.filter(({ limit }) => limit !== series.limit));
    }),
  );
  const brief = host.dataset['brief'];
  if (brief === undefined) answer.remove();
  else
    void import('../compare-curve.ts')
      .then(async ({ compareCurve }) => {
        const { sentence, rows, labels } = await compareCurve(segments, brief, signal);
        answer.textContent = `Read as an upper limit: ${sentence}`;
        const list = make('ul');
        list.append(
          ...rows.map(({ masses, text, by }) => {
            const who = by.map((limit) => labels[limit]?.label ?? limit).join(', ');
            return make('li', `${masses}: ${text}${who === '' ? '' : ` (${who})`}`);
          }),
        );
        if (rows.length > 1 && rows.length <= 40) answer.after(list);
      })
      .catch((error: unknown) => {
        if (signal.aborted) return;
        answer.textContent = 'The published limits could not be loaded; the curve is drawn only.';
        console.warn(error);
      });
  return item;
}
