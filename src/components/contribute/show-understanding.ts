import type { Decisions, Problem, Question, Statement } from '../../core/import/source.ts';
import { make } from '../elements.ts';
import type { TableGlance } from './read-worker.ts';

/** What each statement is about, in words. */
const ABOUT: Readonly<Record<Statement['about'], string>> = {
  format: 'Format',
  columns: 'Columns',
  unit: 'Units',
  scale: 'Scale',
  shape: 'Shape',
  gaps: 'Gaps',
  rails: 'Walls',
  rows: 'Rows',
  range: 'Range',
};

/** What was understood, as a list of sentences. */
export function showStatements(statements: readonly Statement[]): HTMLElement[] {
  if (statements.length === 0) return [];
  const list = make('dl');
  list.className = 'facts';
  for (const [about, group] of Map.groupBy(statements, (statement) => statement.about)) {
    const said = make('dd');
    said.append(...group.map(({ text }) => make('p', `${text}.`)));
    list.append(make('dt', ABOUT[about]), said);
  }
  return [make('h3', 'What was understood'), list];
}

/** What stops the work: what was found, what was expected and what to do. */
export function showProblems(problems: readonly Problem[]): HTMLElement[] {
  return problems.slice(0, MOST_PROBLEMS).map(({ file, line, found, expected, fix }) => {
    const place = line === undefined ? file : `${file}, line ${String(line)}`;
    return showFault(place, found, expected, fix);
  });
}

const MOST_PROBLEMS = 30;

/** One fault as a person reads it. */
export function showFault(
  place: string,
  found: string,
  expected: string,
  fix: string,
): HTMLElement {
  const box = make('div');
  box.className = 'contribute-problem';
  const where = make('p', place);
  where.className = 'contribute-place';
  box.append(
    where,
    make('p', `Found ${found}; expected ${expected}.`),
    make('p', `To mend it: ${fix}.`),
  );
  return box;
}

/** The first rows of a table of a file. */
export function showRows(
  tables: readonly TableGlance[],
  chosen: string | undefined,
): HTMLElement[] {
  const table = tables.find(({ name }) => name === chosen) ?? tables[0];
  if (table === undefined) return [];
  const grid = make('table');
  const caption = make(
    'caption',
    `The first ${String(table.rows.length)} of ${String(table.rowCount)} rows of ${table.name || table.file}`,
  );
  const head = make('tr');
  head.append(
    scope(make('th', 'Line'), 'col'),
    ...table.columns.map(({ header, unit }, i) => {
      const name = header === undefined || header === '' ? `Column ${String(i + 1)}` : header;
      return scope(make('th', unit === undefined ? name : `${name} [${unit}]`), 'col');
    }),
  );
  const header = make('thead');
  header.append(head);
  const body = make('tbody');
  body.append(
    ...table.rows.map(({ line, cells }) => {
      const row = make('tr');
      row.append(scope(make('th', String(line)), 'row'), ...cells.map((cell) => make('td', cell)));
      return row;
    }),
  );
  grid.append(caption, header, body);
  const wrap = make('div');
  wrap.className = 'table-wrap contribute-rows';
  wrap.tabIndex = 0;
  wrap.setAttribute('role', 'region');
  wrap.setAttribute('aria-label', 'First rows of the file');
  wrap.append(grid);
  return [wrap];
}

function scope(cell: HTMLTableCellElement, of: 'col' | 'row'): HTMLTableCellElement {
  cell.scope = of;
  return cell;
}

/** Decisions that are numbers: columns, counted from one. */
const NUMBERS: ReadonlySet<string> = new Set(['massColumn', 'valueColumn']);

/** A decision as text, as a control has it. */
export function writeDecision(decisions: Decisions, name: keyof Decisions): string {
  const value = decisions[name];
  if (value === undefined) return '';
  return typeof value === 'object'
    ? Object.entries(value)
        .map(([role, column]) => `${role}=${String(column)}`)
        .join(', ')
    : String(value);
}

/** The decisions with one of them taken, changed or, for an empty answer, taken back. */
export function decide(decisions: Decisions, name: keyof Decisions, answer: string): Decisions {
  const { [name]: _, ...rest } = decisions;
  const text = answer.trim();
  if (text === '') return rest;
  if (name === 'columns') {
    const columns = Object.fromEntries(
      text.split(/[\s,;]+/u).flatMap((part) => {
        const [, role, column] = /^([A-Za-z0-9]+)[=:](\d+)$/u.exec(part) ?? [];
        return role === undefined ? [] : [[role, Number(column)] as const];
      }),
    );
    return Object.keys(columns).length === 0 ? rest : { ...rest, columns };
  }
  if (!NUMBERS.has(name)) return { ...rest, [name]: text };
  const column = Number(text);
  return Number.isInteger(column) && column > 0 ? { ...rest, [name]: column } : rest;
}

/** Choices beyond these are a list to choose from, not buttons. */
const MOST_RADIOS = 5;

/**
 * A question as a control.
 * @param answer called with what the reader answers
 */
export function showQuestion(
  { decision, text, choices }: Question,
  words: (choice: string) => string,
  answer: (value: string) => void,
): HTMLElement {
  const group = make('fieldset');
  group.className = 'contribute-question';
  group.dataset['decision'] = decision;
  const legend = make('legend', text);
  group.append(legend);
  if (choices.length > 0 && choices.length <= MOST_RADIOS) {
    for (const choice of choices) {
      const label = make('label');
      const radio = make('input');
      radio.type = 'radio';
      radio.name = `decision-${decision}`;
      radio.value = choice;
      radio.addEventListener('change', () => {
        answer(choice);
      });
      label.append(radio, words(choice));
      group.append(label);
    }
    return group;
  }
  if (choices.length > 0) {
    const select = make('select');
    select.setAttribute('aria-label', text);
    select.append(
      new Option('choose', ''),
      ...choices.map((choice) => new Option(words(choice), choice)),
    );
    select.addEventListener('change', () => {
      answer(select.value);
    });
    group.append(select);
    return group;
  }
  const input = make('input');
  input.type = 'text';
  input.spellcheck = false;
  input.autocomplete = 'off';
  input.setAttribute('aria-label', text);
  const say = make('button', 'Answer');
  say.type = 'button';
  const give = (): void => {
    answer(input.value);
  };
  say.addEventListener('click', give);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    give();
  });
  group.append(input, say);
  return group;
}
