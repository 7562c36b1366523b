import type { Limit } from '../catalogue.ts';
import type { Message } from '../message.ts';
import { compareMessages } from '../message.ts';
import type { Finding, LintContext, LoneContext, LoneLimitRule, Rule } from './rule.ts';

/** Runs every rule over the catalogue: all messages at once, in the order of files and lines. */
export function runRules(rules: readonly Rule[], context: LintContext): Message[] {
  const lone = rules.filter((rule) => rule.scope === 'limit-alone');
  const others = rules.filter((rule) => rule.scope !== 'limit-alone');
  return [
    ...runLoneRules(lone, context),
    ...others.flatMap((rule) => [...runRule(rule, context)]),
  ].sort(compareMessages);
}

/** The messages of rules that look at one limit by itself, limit by limit. */
function* runLoneRules(
  rules: readonly LoneLimitRule[],
  { catalogue, remember }: LintContext,
): Generator<Message> {
  if (rules.length === 0) return;
  const what = rules.map(({ name }) => name).join(' ');
  for (const limit of catalogue.limits.values()) {
    const context = isolate(limit, catalogue);
    const look = (): Message[] =>
      rules.flatMap((rule) => nameFindings(rule, rule.check(limit, context)));
    const subjects = [limit, catalogue.quantities, ...context.catalogue.planes.values()];
    yield* remember?.(what, subjects, look) ?? look();
  }
}

/** What a rule of one limit may look at besides it. */
function isolate(limit: Limit, catalogue: LintContext['catalogue']): LoneContext {
  const ids = [limit.plane, ...limit.alsoOn.map(({ plane }) => plane)];
  const planes = ids.flatMap((id) => catalogue.planes.get(id) ?? []);
  return {
    catalogue: {
      quantities: catalogue.quantities,
      planes: new Map(planes.map((plane) => [plane.id, plane])),
    },
  };
}

/** The messages of one rule. */
export function runRule(rule: Rule, context: LintContext): Message[] {
  return nameFindings(rule, findAll(rule, context));
}

const nameFindings = ({ name }: Rule, findings: Iterable<Finding>): Message[] =>
  Array.from(findings, (finding) => ({ severity: 'error', ...finding, rule: name }));

function* findAll(rule: Rule, context: LintContext): Generator<Finding> {
  const { limits, planes } = context.catalogue;
  switch (rule.scope) {
    case 'limit-alone':
      for (const limit of limits.values())
        yield* rule.check(limit, isolate(limit, context.catalogue));
      break;
    case 'limit':
      for (const limit of limits.values()) yield* rule.check(limit, context);
      break;
    case 'plane':
      for (const plane of planes.values()) yield* rule.check(plane, context);
      break;
    case 'catalogue':
      yield* rule.check(context);
  }
}
