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
    | 'exceptions'
    /** Released addresses, redirects and the status of the site. */
    | 'site'
    | 'unknown';
  /** File name without extension. */
  readonly id: string;
}

/**
 * Gives what was computed before from the same subjects, or computes it: the memory that io lends to rules
 * from one run to the next.
 * @param what names the computation; the same name always means the same one
 * @param subjects entries of the catalogue, or its map of quantities: all that the result depends on
 * @param compute may look at the subjects and at nothing else, and gives plain data
 */
export type Remember = <T>(what: string, subjects: readonly object[], compute: () => T) => T;

/** What a rule may look at. */
export interface LintContext {
  readonly catalogue: Catalogue;
  /** Every file found, also those that could not be read: an id is known even when its file is broken. */
  readonly files: readonly SourceFile[];
  /** Texts as written by path, for rules that look at files; such rules find nothing where it is absent. */
  readonly texts?: ReadonlyMap<string, string>;
  /** Absent where nothing is kept between runs. */
  readonly remember?: Remember;
}

/** What a rule may look at whose findings about a limit are kept until one of these changes. */
export interface LoneContext {
  /** All quantities, and of the planes those that the limit stands on. */
  readonly catalogue: Pick<Catalogue, 'quantities' | 'planes'>;
}

/** A rule's finding; the runner adds the rule's name. */
export type Finding = Omit<Message, 'rule' | 'severity'> & {
  readonly severity?: Message['severity'];
};

interface RuleBase {
  readonly name: string;
  /** True where the rule reads texts, which no number depends on. */
  readonly isOfProse?: boolean;
  /** True where no exception may silence it, because the site's safety rests on it. */
  readonly isFirm?: boolean;
  /** One sentence: what must hold and why. */
  readonly description: string;
}

/**
 * Checks one limit by itself, its planes and quantities at most. Prefer it: on a large catalogue only the
 * limits that changed are looked at again.
 */
export interface LoneLimitRule extends RuleBase {
  readonly scope: 'limit-alone';
  readonly check: (limit: Limit, context: LoneContext) => Iterable<Finding>;
}

/** Checks one limit at a time beside the others. */
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

export type Rule = LoneLimitRule | LimitRule | PlaneRule | CatalogueRule;
