import type { Reference } from '../schema/index.ts';
import type { Answer } from './answer.ts';
import { compareReference } from './compare-reference.ts';
import type { ReferenceAnswers } from './compare-reference.ts';
import type { InspireRecord } from './read-inspire.ts';
import { mainPublication } from './read-inspire.ts';
import { isSameTitle } from './same-title.ts';

/** A field of `references.bib` to be set, and why. */
export interface FieldChange {
  readonly field: string;
  readonly from: string | undefined;
  readonly to: string;
  /** Who says so. */
  readonly source: string;
}

/**
 * What the answers allow to be written into an entry. Fields are filled where they are empty and, in an
 * entry that is not verified, corrected; the marks are raised only when nothing is left that any
 * service contradicts, and never lowered. Nothing is proposed unless INSPIRE's record was found by the
 * entry's own DOI or arXiv number and has its title: a record found by mistake would replace one paper by
 * another.
 */
export function completeReference(reference: Reference, answers: ReferenceAnswers): FieldChange[] {
  const record = identify(reference, answers.inspire);
  if (record === undefined) return [];
  const changes = reference.bibliography === 'verified' ? [] : completeFields(reference, record);
  const completed = applyChanges(reference, changes);
  const left = compareReference(completed, answers).map(({ rule }) => rule);
  const isWhole = Object.values(answers).every(
    (answer: Answer<unknown>) => answer.state === 'found',
  );
  const agrees = left.every((rule) => rule === 'online-texkey' || rule === 'online-erratum');
  if (reference.bibliography !== 'verified' && isWhole && agrees && isComplete(completed)) {
    changes.push(change('x-bibliography', reference.bibliography, 'verified', 'INSPIRE'));
  }
  if (reference.texkey === 'unverified' && record.texkeys[0] === reference.key) {
    changes.push(change('x-texkey', reference.texkey, 'verified', 'INSPIRE'));
  }
  const arxiv = answers.arxiv?.state === 'found' ? answers.arxiv.value : undefined;
  if (reference.arxivVersion === undefined && arxiv !== undefined && agrees) {
    changes.push(change('x-arxiv-version', undefined, String(arxiv.version), 'arXiv'));
  }
  return changes;
}

const change = (
  field: string,
  from: string | undefined,
  to: string,
  source: string,
): FieldChange => ({ field, from, to, source });

/** INSPIRE's record, where there is no doubt that it is this paper's. */
function identify(
  { doi, eprint, title }: Reference,
  answer: Answer<InspireRecord> | undefined,
): InspireRecord | undefined {
  if (answer?.state !== 'found' || answer.value.isWithdrawn) return undefined;
  const record = answer.value;
  const isFound =
    (eprint !== undefined && record.eprints.includes(eprint)) ||
    (doi !== undefined && record.dois.some((other) => other.toLowerCase() === doi.toLowerCase()));
  const isTitled = title === undefined || record.titles.some((other) => isSameTitle(other, title));
  return isFound && isTitled ? record : undefined;
}

function completeFields(reference: Reference, record: InspireRecord): FieldChange[] {
  const publication = mainPublication(record);
  const wanted: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ['collaboration', reference.collaboration, record.collaborations[0]],
    ['title', reference.title, record.titles[0]],
    ['journal', reference.journal, spaceOut(publication?.journal)],
    ['volume', reference.volume, publication?.volume],
    ['pages', reference.pages, publication?.page],
    ['year', reference.year?.toString(), yearOf(record)],
    ['doi', reference.doi, record.dois[0]],
    ['eprint', reference.eprint, record.eprints[0]],
    ['primaryClass', reference.primaryClass, record.primaryClass],
  ];
  // Names and titles are spelt in many ways, and the entry's spelling is as good.
  const isKept = (field: string): boolean =>
    ['collaboration', 'title', 'journal', 'pages', 'eprint', 'primaryClass'].includes(field);
  return wanted.flatMap(([field, from, to]) =>
    to === undefined || from === to || (from !== undefined && isKept(field))
      ? []
      : [change(field, from, to, 'INSPIRE')],
  );
}

/** `Phys.Rev.Lett.` as it is written here: `Phys. Rev. Lett.` */
const spaceOut = (journal: string | undefined): string | undefined =>
  journal?.replaceAll(/\.(?=\p{L})/gu, '. ');

const yearOf = (record: InspireRecord): string | undefined =>
  mainPublication(record)?.year?.toString() ?? record.earliestDate?.slice(0, 4);

const isComplete = (reference: Partial<Reference>): boolean =>
  reference.title !== undefined &&
  reference.authors !== undefined &&
  reference.year !== undefined &&
  (reference.doi ?? reference.eprint) !== undefined;

/** The entry as it would be with the changes. */
function applyChanges(reference: Reference, changes: readonly FieldChange[]): Reference {
  const values = Object.fromEntries(
    changes.map(({ field, to }) => [field, field === 'year' ? Number(to) : to]),
  );
  return { ...reference, ...values };
}
