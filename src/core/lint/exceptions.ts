import { compareText } from '../message.ts';
import type { Message } from '../message.ts';
import type { Exception } from '../schema/index.ts';
import type { Finding } from './rule.ts';
import { suggest } from './suggest.ts';

/** Where exceptions are written. */
export const EXCEPTIONS_FILE = 'exceptions.yaml';

/** Rules as exceptions see them. */
export interface KnownRules {
  /** Every rule that an exception may name. */
  readonly silenceable: ReadonlySet<string>;
  /** Rules that nobody may silence: syntax, schema, safety. */
  readonly firm: ReadonlySet<string>;
  /** Rules that were applied this time: only their exceptions can turn out to be unused. */
  readonly applied: ReadonlySet<string>;
}

/** The order of the file. */
export const compareExceptions = (a: Exception, b: Exception): number =>
  compareText(a.rule, b.rule) ||
  compareText(a.file, b.file) ||
  compareText(a.found ?? '', b.found ?? '');

/**
 * The messages that no exception is made for, and what is wrong with the exceptions themselves: an unused
 * one, one of a rule that has none, one out of order.
 */
export function applyExceptions(
  messages: readonly Message[],
  exceptions: readonly Exception[],
  rules: KnownRules,
): { messages: Message[]; faults: Finding[] } {
  const byTarget = Map.groupBy(exceptions.keys(), (i) => targetOf(exceptions[i]));
  const used = new Set<number>();
  const kept = messages.filter((message) => {
    if (!rules.silenceable.has(message.rule)) return true;
    const fitting = (byTarget.get(targetOf(message)) ?? []).filter((i) => {
      const { found } = exceptions[i] ?? {};
      return found === undefined || found === message.found;
    });
    for (const i of fitting) used.add(i);
    return fitting.length === 0;
  });
  const faults = exceptions.flatMap((exception, i) => {
    const fault =
      findRuleFault(exception, rules) ??
      findUseFault(exception, rules, used.has(i)) ??
      findOrderFault(exceptions[i - 1], exception);
    return fault === undefined ? [] : [{ file: EXCEPTIONS_FILE, path: [i], ...fault }];
  });
  return { messages: kept, faults };
}

const targetOf = (of: { readonly rule: string; readonly file: string } | undefined): string =>
  `${of?.rule ?? ''} ${of?.file ?? ''}`;

type Fault = Pick<Finding, 'found' | 'expected' | 'fix' | 'repair'>;

function findRuleFault({ rule }: Exception, rules: KnownRules): Fault | undefined {
  if (rules.firm.has(rule)) {
    return {
      found: `an exception of ${rule}`,
      expected: 'no exceptions of this rule: what it refuses cannot be read or is not safe',
      fix: 'correct the content instead',
    };
  }
  if (rules.silenceable.has(rule)) return undefined;
  const near = suggest(rule, rules.silenceable);
  return {
    found: `an exception of "${rule}", which is no rule`,
    expected: near === undefined ? 'the name of a rule' : `a rule; did you mean "${near}"?`,
    fix: near === undefined ? 'take the name from the message' : `write ${near}`,
  };
}

function findUseFault(
  { rule, file, found }: Exception,
  { applied }: KnownRules,
  isUsed: boolean,
): Fault | undefined {
  if (isUsed || !applied.has(rule)) return undefined;
  return {
    found: `an exception of ${rule} in ${file} that is not used`,
    expected: found === undefined ? 'a finding of that rule there' : `the finding “${found}” there`,
    fix: 'remove the exception: there is nothing left to except',
  };
}

function findOrderFault(before: Exception | undefined, here: Exception): Fault | undefined {
  if (before === undefined) return undefined;
  const order = compareExceptions(before, here);
  if (order < 0) return undefined;
  return order === 0
    ? {
        found: `the exception of ${here.rule} in ${here.file} a second time`,
        expected: 'each exception once',
        fix: 'remove one of the two',
      }
    : {
        found: `${here.rule} in ${here.file} after ${before.rule} in ${before.file}`,
        expected: 'exceptions in the order of rule, file and found',
        fix: 'sort the entries (npm run check -- --fix does)',
        repair: { kind: 'sort-exceptions' },
      };
}
