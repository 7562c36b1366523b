import type { z } from 'zod';
import { listRawEntries, writeColumn } from '../import/raw-entries.ts';
import type { Dataset } from '../import/source.ts';
import { LimitMeta } from '../schema/index.ts';
import type { Reference } from '../schema/index.ts';
import { completeFacts } from './complete-facts.ts';
import type { CompleteFacts } from './complete-facts.ts';
import {
  addLimitToSearch,
  draftSearch,
  listMissingSearchFacts,
  planSearch,
} from './draft-search.ts';
import type { SearchPlan } from './draft-search.ts';
import type { DraftContext, FactProblem, LimitFacts } from './limit-facts.ts';
import { findReference } from './find-reference.ts';
import { mergeBibliography } from './merge-bibliography.ts';
import { formatEntry } from './normalise-bibtex.ts';
import { writeYaml } from './write-yaml.ts';

/** A raw file that the numbers came from; the digest is of its bytes. */
export interface RawFile {
  readonly name: string;
  readonly sha256: string;
}

/** A file of a contribution. */
export interface DraftFile {
  /** Relative to the content folder. */
  readonly path: string;
  readonly text: string;
  /** What the file holds now; absent for a new one. */
  readonly before?: string;
}

/** A contribution: everything to be written, and what was concluded on the way. */
export interface Draft {
  readonly id: string;
  readonly meta: z.input<typeof LimitMeta>;
  readonly files: readonly DraftFile[];
  /** Facts that were concluded and not stated. */
  readonly assumed: readonly string[];
  /** What a person still has to write or decide; the check passes without. */
  readonly left: readonly string[];
}

/** What is there already. */
export interface DraftSurroundings {
  readonly context: DraftContext;
  /** Records given as BibTeX. */
  readonly pasted?: readonly Reference[];
  /**
   * Text of a file of the content folder that the draft changes; undefined where it cannot be had. Of
   * `references.bib` the draft then holds the new entries alone.
   */
  readonly textOf: (path: string) => string | undefined;
}

/**
 * The files of a new limit: its facts and numbers, the paper where it is new, and for an e⁺e⁻ search
 * its page. Nothing is guessed: what is missing or wrong comes back as problems, all at once.
 * @param rawFiles in the order of the sources that the data set was understood from
 */
export function draftLimit(
  facts: LimitFacts,
  dataset: Dataset,
  rawFiles: readonly RawFile[],
  { context, pasted = [], textOf }: DraftSurroundings,
): Draft | { readonly problems: readonly FactProblem[] } {
  const names = rawFiles.map(({ name }) => name);
  const completed = completeFacts(facts, dataset, names, context, pasted);
  if ('problems' in completed) {
    return {
      problems: [
        ...completed.problems,
        ...(wantsSearch(facts, context) ? listMissingSearchFacts(facts.searchFacts) : []),
      ],
    };
  }
  const { facts: complete } = completed;
  const plan = planSearch(complete, context);
  if ('problems' in plan) return plan;
  if (plan.kind === 'new') {
    const missing = listMissingSearchFacts(complete.searchFacts);
    if (missing.length > 0) return { problems: missing };
  }
  const meta = writeMeta(complete, dataset, rawFiles, plan);
  const folder = `limits/${complete.portal}/${complete.id}`;
  const search = writeSearch(complete, dataset, plan, textOf);
  const bibliography = writeBibliography(complete, context, pasted, textOf);
  if ('problems' in bibliography) return bibliography;
  return {
    id: complete.id,
    meta,
    files: [
      { path: `${folder}.csv`, text: dataset.csv },
      { path: `${folder}.yaml`, text: writeYaml(meta, Object.keys(LimitMeta.shape)) },
      ...search.files,
      ...bibliography.files,
    ],
    assumed: [...completed.assumed, ...search.assumed],
    left: [...search.left, ...bibliography.left],
  };
}

/** True where a page of a search will be needed, as far as can be said of incomplete facts. */
function wantsSearch(
  { status, derivedBy, search = '', reference = '', experiment = [] }: LimitFacts,
  { experiments, searches, references }: DraftContext,
): boolean {
  const key = findReference(reference, references)?.key;
  return (
    status === 'observed' &&
    derivedBy === 'collaboration' &&
    experiment.some((id) => experiments.get(id)?.kind === 'ee-collider') &&
    !searches.has(search) &&
    ![...searches.values()].some((other) => other.reference === key)
  );
}

function writeMeta(
  facts: CompleteFacts,
  dataset: Dataset,
  rawFiles: readonly RawFile[],
  plan: SearchPlan,
): Draft['meta'] {
  const { id, portal, rawFolder = `${portal}/raw/contributed/${id}` } = facts;
  return {
    title: facts.title,
    plane: facts.plane,
    search: plan.kind === 'none' ? undefined : plan.kind === 'new' ? plan.id : plan.search.id,
    experiment: [...facts.experiment],
    reference: facts.reference,
    data: facts.data === facts.reference ? undefined : facts.data,
    year: facts.reference === 'none-known' ? facts.year : undefined,
    status: facts.status,
    derivedBy: facts.derivedBy,
    shape: dataset.shape,
    excludes: facts.excludes,
    signature: facts.signature,
    lifetime: facts.lifetime,
    channels: facts.channels === undefined ? undefined : [...facts.channels],
    confidence: facts.confidence,
    exposure: facts.exposure,
    sqrtS: facts.sqrtS === undefined ? undefined : { value: facts.sqrtS, unit: 'GeV' },
    massRange: [...facts.massRange],
    mass: writeColumn(dataset.mass),
    value: writeColumn(dataset.value),
    parameter: dataset.parameter && writeColumn(dataset.parameter),
    gaps: dataset.gaps.length === 0 ? undefined : dataset.gaps.map((gap) => ({ ...gap })),
    provenance: {
      method: facts.method,
      ...(facts.figure === undefined ? {} : { figure: facts.figure }),
      from: facts.from,
      raw: listRawEntries(
        dataset,
        rawFiles.map(({ name, sha256 }) => ({ path: `${rawFolder}/${name}`, sha256 })),
      ),
    },
    supersedes: facts.supersedes,
    unverified: facts.unverified === undefined ? undefined : [...facts.unverified],
    notes: facts.notes,
  };
}

interface Part {
  readonly files: readonly DraftFile[];
  readonly assumed: readonly string[];
  readonly left: readonly string[];
}

function writeSearch(
  facts: CompleteFacts,
  { shape }: Dataset,
  plan: SearchPlan,
  textOf: DraftSurroundings['textOf'],
): Part {
  if (plan.kind === 'none') return { files: [], assumed: [], left: [] };
  if (plan.kind === 'new') {
    const path = `searches/${facts.portal}/${plan.id}.mdx`;
    const { text, left } = draftSearch(facts, shape, facts.reference !== 'none-known');
    return {
      files: [{ path, text }],
      assumed: [],
      left: left.map((what) => `${path}: ${what} is still to be written`),
    };
  }
  const { search } = plan;
  const before = textOf(search.file);
  const text = before === undefined ? undefined : addLimitToSearch(before, facts.id);
  const left =
    search.dataWanted === undefined
      ? []
      : [`${search.file}: dataWanted says that numbers are missing; remove it if these are they`];
  return {
    files: before === undefined || text === undefined ? [] : [{ path: search.file, text, before }],
    assumed: facts.search === undefined ? [`search: ${search.id}, which cites the same paper`] : [],
    left: text === undefined ? [...left, `${search.file}: add ${facts.id} to its limits`] : left,
  };
}

/** The bibliography with the papers that are cited and new. */
function writeBibliography(
  { reference, data }: CompleteFacts,
  { references }: DraftContext,
  pasted: readonly Reference[],
  textOf: DraftSurroundings['textOf'],
): Part | { readonly problems: readonly FactProblem[] } {
  const cited = new Set([reference, data]);
  const wanted = pasted.filter(({ key }) => cited.has(key) && !references.has(key));
  const unused = pasted.filter(({ key }) => !cited.has(key));
  const left = unused.map(({ key }) => `${key}: not added to references.bib, for nothing cites it`);
  if (wanted.length === 0) return { files: [], assumed: [], left };
  const path = 'references.bib';
  const before = textOf(path);
  const entries = wanted.map(formatEntry).join('\n');
  const { text, conflicts, known } = mergeBibliography(before ?? '', entries);
  const [taken] = [...conflicts, ...known.map(({ key }) => key)];
  if (taken !== undefined) {
    return {
      problems: [
        {
          fact: 'bibtex',
          found: `the key ${taken}, which references.bib has`,
          expected: 'a key of its own for each paper',
          fix: 'take the BibTeX from INSPIRE, whose keys are unique',
        },
      ],
    };
  }
  const file = { path, text, ...(before === undefined ? {} : { before }) };
  return { files: [file], assumed: [], left };
}
