import type { z } from 'zod';
import type { Catalogue } from '../catalogue.ts';
import type { LimitMeta, PortalId, Search } from '../schema/index.ts';

type LimitInput = z.input<typeof LimitMeta>;
type SearchInput = z.input<typeof Search>;

/**
 * What a person says about a result. Whatever follows from something else with certainty may be left
 * out; `completeFacts` adds it and says so.
 */
export interface LimitFacts {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly plane?: string | undefined;
  /** Only where the plane belongs to several. */
  readonly portal?: PortalId | undefined;
  readonly experiment?: readonly string[] | undefined;
  /** Key, arXiv number or DOI of the paper of the analysis, or `none-known`. */
  readonly reference?: string | undefined;
  /** The same of the paper the numbers came from, if another. */
  readonly data?: string | undefined;
  /** Year of the result where no reference is known. */
  readonly year?: number | undefined;
  readonly status?: LimitMeta['status'] | undefined;
  readonly derivedBy?: LimitMeta['derivedBy'] | undefined;
  readonly excludes?: 'above' | 'below' | undefined;
  readonly signature?: LimitMeta['signature'] | undefined;
  readonly lifetime?: LimitMeta['lifetime'] | undefined;
  readonly channels?: readonly string[] | undefined;
  readonly confidence?: LimitInput['confidence'] | undefined;
  readonly exposure?: LimitInput['exposure'];
  /** Centre-of-mass energy [GeV]. */
  readonly sqrtS?: number | undefined;
  /** As the paper states it [GeV]: never from the numbers, which it is there to catch. */
  readonly massRange?: readonly [number, number] | undefined;
  readonly method?: LimitMeta['provenance']['method'] | undefined;
  readonly figure?: string | undefined;
  readonly from?: Partial<LimitMeta['provenance']['from']> | undefined;
  /** Folder of the raw files, relative to the folder of all raw files. */
  readonly rawFolder?: string | undefined;
  readonly supersedes?: LimitInput['supersedes'];
  readonly unverified?: readonly string[] | undefined;
  readonly notes?: string | undefined;
  /** The search it belongs to: one that is there, or the id of a new one. */
  readonly search?: string | undefined;
  readonly searchFacts?: SearchFacts | undefined;
}

/** What a new page of a search says besides the facts of its limit. */
export interface SearchFacts {
  readonly title?: string | undefined;
  readonly process?: SearchInput['process'] | undefined;
  readonly finalState?: SearchInput['finalState'] | undefined;
  readonly methods?: readonly string[] | undefined;
  readonly backgrounds?: readonly string[] | undefined;
  readonly limitations?: readonly string[] | undefined;
  readonly follows?: readonly string[] | undefined;
  /** Prose in Markdown; where one is absent the page says that it is still to be written. */
  readonly introduction?: string | undefined;
  readonly methodText?: string | undefined;
  readonly resultText?: string | undefined;
}

/** What is wrong with a fact, or that it is missing. */
export interface FactProblem {
  readonly fact: keyof LimitFacts | keyof SearchFacts | 'bibtex';
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
}

/** What facts are checked against. */
export type DraftContext = Pick<
  Catalogue,
  | 'planes'
  | 'quantities'
  | 'limits'
  | 'searches'
  | 'experiments'
  | 'facilities'
  | 'methods'
  | 'references'
>;
