import type { Message } from '../message.ts';
import { compareMessages } from '../message.ts';
import type { Finding, LintContext, Rule } from './rule.ts';

/** Runs every rule over the catalogue: all messages at once, in the order of files and lines. */
export function runRules(rules: readonly Rule[], context: LintContext): Message[] {
  return rules.flatMap((rule) => [...runRule(rule, context)]).sort(compareMessages);
}

/** The messages of one rule. */
export function* runRule(rule: Rule, context: LintContext): Generator<Message> {
  for (const finding of findAll(rule, context)) {
    yield { severity: 'error', ...finding, rule: rule.name };
  }
}

function* findAll(rule: Rule, context: LintContext): Generator<Finding> {
  switch (rule.scope) {
    case 'limit':
      for (const limit of context.catalogue.limits.values()) yield* rule.check(limit, context);
      break;
    case 'plane':
      for (const plane of context.catalogue.planes.values()) yield* rule.check(plane, context);
      break;
    case 'catalogue':
      yield* rule.check(context);
  }
}
