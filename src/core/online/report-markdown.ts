import type { Message } from '../message.ts';
import type { FieldChange } from './complete-reference.ts';
import { codeSpan, escapeMarkdown } from './markdown-text.ts';
import type { Candidate, SavedSearch } from './saved-search.ts';

/** What there is to say about differences between the content and other databases, or about the content alone. */
export interface MessagesReport {
  /** One sentence: what was compared, and when. */
  readonly intro: string;
  readonly messages: readonly Message[];
  /** Completions that `--fix` would write, by key. */
  readonly changes: ReadonlyMap<string, readonly FieldChange[]>;
  /** Why part of it could not be asked. */
  readonly warnings: readonly string[];
}

/** Findings shown of one kind, and candidates; what is beyond is counted. */
const SHOWN = 60;

/** Messages as part of the body of an issue. */
export function writeMessagesMarkdown({
  intro,
  messages,
  changes,
  warnings,
}: MessagesReport): string {
  const parts = [intro, ...listWarnings(warnings), '## What differs', ...listMessages(messages)];
  if (changes.size > 0) {
    parts.push(
      '## What can be completed',
      '`npm run check -- --online --fix` writes these; look at the difference before you commit it.',
      limit([...changes].map(([key, fields]) => `- ${codeSpan(key)}: ${listFields(fields)}`)),
    );
  }
  return `${parts.join('\n\n')}\n`;
}

/** Papers that saved searches found, as part of the body of an issue. */
export function writeCandidatesMarkdown(
  candidates: readonly Candidate[],
  searches: readonly SavedSearch[],
  since: string,
  warnings: readonly string[],
): string {
  const parts = [
    `## Papers since ${since} that may be missing`,
    ...listWarnings(warnings),
    ...listPapers(candidates, searches),
  ];
  return `${parts.join('\n\n')}\n`;
}

const listWarnings = (warnings: readonly string[]): string[] =>
  warnings.length === 0 ? [] : [warnings.map((text) => `> ⚠ ${escapeMarkdown(text)}`).join('\n')];

function listMessages(messages: readonly Message[]): string[] {
  if (messages.length === 0) return ['Nothing.'];
  const rules = [...new Set(messages.map(({ rule }) => rule))];
  return rules.flatMap((rule) => [
    `### ${codeSpan(rule)}`,
    limit(messages.filter((message) => message.rule === rule).map(writeMessage)),
  ]);
}

const writeMessage = ({ file, line, found, expected, fix }: Message): string =>
  `- ${codeSpan(`${file}${line === undefined ? '' : `:${String(line)}`}`)} ${escapeMarkdown(found)}  \n` +
  `  expected: ${escapeMarkdown(expected)}  \n  ${escapeMarkdown(fix)}`;

const listFields = (fields: readonly FieldChange[]): string =>
  fields
    .map(({ field, from, to }) =>
      from === undefined
        ? `${field} = ${codeSpan(to)}`
        : `${field}: ${codeSpan(from)} → ${codeSpan(to)}`,
    )
    .join(', ');

function listPapers(candidates: readonly Candidate[], searches: readonly SavedSearch[]): string[] {
  if (candidates.length === 0) return ['None.'];
  const titleOf = (id: string): string => searches.find((search) => search.id === id)?.title ?? id;
  return [
    limit(
      candidates.map(
        ({ recid, title, date, texkey, eprint, searches: ids }) =>
          `- [ ] [${escapeMarkdown(title)}](https://inspirehep.net/literature/${String(recid)})` +
          ` (${[date, texkey, eprint === undefined ? undefined : `arXiv:${eprint}`]
            .filter((fact) => fact !== undefined && fact !== '')
            .map((fact) => codeSpan(fact ?? ''))
            .join(', ')}; ${escapeMarkdown(ids.map(titleOf).join(', '))})`,
      ),
    ),
  ];
}

function limit(lines: readonly string[]): string {
  const left = lines.length - SHOWN;
  return [...lines.slice(0, SHOWN), ...(left > 0 ? [`- … and ${String(left)} more`] : [])].join(
    '\n',
  );
}
