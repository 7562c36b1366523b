import type { Catalogue, Limit, PlaneEntry } from '../catalogue.ts';
import type { Message } from '../message.ts';

/** A file of the content folder and what its place says it is. */
export interface SourceFile {
  readonly file: string;
  readonly kind:
    | 'quantities'
    | 'planes'
    | 'facilities'
    | 'experiments'
    | 'models'
    | 'methods'
    | 'portals'
    | 'chapters'
    | 'glossary'
    | 'searches'
    | 'limits'
    | 'numbers'
    | 'references'
    | 'unknown';
  /** File name without extension. */
  readonly id: string;
}

/** What a rule may look at. */
export interface LintContext {
  readonly catalogue: Catalogue;
  /** Every file found, also those that could not be read: an id is known even when its file is broken. */
  readonly files: readonly SourceFile[];
}

/** A rule's finding; the runner adds the rule's name. */
export type Finding = Omit<Message, 'rule' | 'severity'> & {
  readonly severity?: Message['severity'];
};

interface RuleBase {
  readonly name: string;
  /** True where the rule reads texts, which no number depends on. */
  readonly isOfProse?: boolean;
  /** One sentence: what must hold and why. */
  readonly description: string;
}

/** Checks one limit at a time. */
export interface LimitRule extends RuleBase {
  readonly scope: 'limit';
  readonly check: (limit: Limit, context: LintContext) => Iterable<Finding>;
}

/** Checks one plane at a time. */
export interface PlaneRule extends RuleBase {
  readonly scope: 'plane';
  readonly check: (plane: PlaneEntry, context: LintContext) => Iterable<Finding>;
}

/** Looks at everything at once. */
export interface CatalogueRule extends RuleBase {
  readonly scope: 'catalogue';
  readonly check: (context: LintContext) => Iterable<Finding>;
}

export type Rule = LimitRule | PlaneRule | CatalogueRule;
