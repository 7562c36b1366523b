import { applyExceptions } from '../core/lint/exceptions.ts';
import type { KnownRules } from '../core/lint/exceptions.ts';
import type { Rule } from '../core/lint/rule.ts';
import { RULES } from '../core/lint/rules/index.ts';
import { runRules } from '../core/lint/run-rules.ts';
import type { Message } from '../core/message.ts';
import { compareMessages } from '../core/message.ts';
import { makePrintable } from '../core/printable.ts';
import { checkAddresses } from './check-addresses.ts';
import { readExceptions } from './read-exceptions.ts';
import type { OpenCache, ReadResult } from './read-content.ts';
import { readRemembering } from './read-content.ts';

export interface CheckResult extends ReadResult {
  /**
   * Faults of reading and findings of every rule, by file and line, but for the exceptions. An information
   * keeps its key path: few want its line, and finding it takes parsing the file again.
   */
  readonly messages: readonly Message[];
}

/**
 * Reads a content folder and applies every rule.
 * @param part `numbers` leaves out the rules of prose: a text in progress keeps nobody from computing
 */
export async function checkContent(
  root: string,
  part: 'all' | 'numbers' = 'all',
  open?: OpenCache,
): Promise<CheckResult> {
  const { remember, save, ...result } = await readRemembering(root, open);
  const { catalogue, files, texts } = result;
  const rules = part === 'all' ? RULES : RULES.filter(({ isOfProse }) => isOfProse !== true);
  const found = runRules(rules, { catalogue, files, texts, remember });
  save();
  const read = readExceptions(texts);
  const addresses = part === 'all' ? checkAddresses(texts, catalogue) : [];
  const faults = [...result.messages, ...read.messages, ...addresses];
  const applied = applyExceptions(found, read.exceptions, knowRules(rules, faults));
  const messages = [
    ...faults,
    ...applied.messages.map((message) =>
      message.severity === 'info' ? message : withLine(message, result),
    ),
    ...applied.faults.map((fault): Message =>
      withLine(
        { severity: 'error', ...fault, rule: 'exceptions' },
        { lineOf: (_file, path) => read.lineOf(path) },
      ),
    ),
  ];
  return { ...result, messages: messages.map(printMessage).sort(compareMessages) };
}

/** What people wrote goes into messages: nothing of it may command a terminal or forge a line of a report. */
const printMessage = (message: Message): Message => ({
  ...message,
  file: makePrintable(message.file),
  found: makePrintable(message.found),
  expected: makePrintable(message.expected),
  fix: makePrintable(message.fix),
});

/** Rules of the reader, of exceptions and of the raw files: none of them has exceptions. */
const FIRM = [
  'yaml-syntax',
  'schema',
  'csv-columns',
  'strict-numbers',
  'readable-file',
  'exceptions',
  'redirects',
  'permalinks',
  'raw-digest',
  'raw-rows',
];

function knowRules(rules: readonly Rule[], faults: readonly Message[]): KnownRules {
  const names = (list: readonly Rule[]): string[] => list.map(({ name }) => name);
  return {
    silenceable: new Set(names(RULES.filter(({ isFirm }) => isFirm !== true))),
    firm: new Set([...FIRM, ...names(RULES.filter(({ isFirm }) => isFirm === true))]),
    // What could not be read was not looked at: whether its exceptions are needed is not known.
    applied: new Set(faults.length === 0 ? names(rules) : []),
  };
}

/** The message with its key path turned into a line. */
export function withLine(message: Message, { lineOf }: Pick<ReadResult, 'lineOf'>): Message {
  const { path, ...rest } = message;
  if (path === undefined) return message;
  const line = message.line ?? lineOf(message.file, path);
  return line === undefined ? rest : { ...rest, line };
}
