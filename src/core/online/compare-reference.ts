import type { Message } from '../message.ts';
import type { Reference } from '../schema/index.ts';
import type { Answer } from './answer.ts';
import type { ArxivRecord } from './read-arxiv.ts';
import type { CrossrefRecord } from './read-crossref.ts';
import type { InspireRecord } from './read-inspire.ts';
import { mainPublication } from './read-inspire.ts';
import { isSameJournal } from './same-journal.ts';
import { isSameTitle } from './same-title.ts';

/** What the services say about one reference; undefined where they could not be asked about it. */
export interface ReferenceAnswers {
  readonly inspire?: Answer<InspireRecord>;
  readonly crossref?: Answer<CrossrefRecord>;
  readonly arxiv?: Answer<ArxivRecord>;
}

/** The services by the names that messages use. */
export const SERVICE_NAMES = {
  inspire: 'INSPIRE',
  crossref: 'Crossref',
  arxiv: 'arXiv',
  hepdata: 'HEPData',
} as const;
export type Service = keyof typeof SERVICE_NAMES;

const FILE = 'references.bib';

/** Notices of Crossref that take a paper back. */
const RETRACTIONS: ReadonlySet<string> = new Set(['retraction', 'withdrawal', 'removal']);

type Finding = Omit<Message, 'file' | 'line' | 'path' | 'severity'>;

/**
 * Differences between a reference and what the services say about it, as messages at its fields. None is
 * an error: a database may change overnight, and that breaks no build. An answer that failed says
 * nothing.
 */
export function compareReference(reference: Reference, answers: ReferenceAnswers): Message[] {
  const [inspire, crossref, arxiv] = [
    valueOf(answers.inspire),
    valueOf(answers.crossref),
    valueOf(answers.arxiv),
  ];
  const found: Message[] = [];
  const say = (property: keyof Reference, finding: Finding): void => {
    found.push({
      file: FILE,
      path: [reference.key, property],
      severity: 'warning',
      ...finding,
      found: `${finding.found} in ${reference.key}`,
    });
  };
  compareAbsence(reference, answers, say);
  compareWithdrawal({ inspire, crossref, arxiv }, say);
  compareTitle(reference, { inspire, crossref, arxiv }, say);
  compareYear(reference, { inspire, crossref, arxiv }, say);
  compareDoi(reference, { inspire, arxiv }, say);
  compareJournal(reference, { inspire, crossref }, say);
  if (inspire !== undefined) compareTexkey(reference, inspire, say);
  compareErrata(reference, { inspire, crossref }, say);
  if (arxiv !== undefined) compareVersion(reference, arxiv, say);
  return found;
}

const valueOf = <T>(answer: Answer<T> | undefined): T | undefined =>
  answer?.state === 'found' ? answer.value : undefined;

type Say = (property: keyof Reference, finding: Finding) => void;
interface Records {
  readonly inspire: InspireRecord | undefined;
  readonly crossref: CrossrefRecord | undefined;
  readonly arxiv: ArxivRecord | undefined;
}

function compareAbsence(reference: Reference, answers: ReferenceAnswers, say: Say): void {
  const questions = [
    ['inspire', 'key', reference.eprint ?? reference.doi ?? reference.key],
    ['crossref', 'doi', reference.doi ?? ''],
    ['arxiv', 'eprint', reference.eprint ?? ''],
  ] as const;
  for (const [service, property, question] of questions) {
    if (answers[service]?.state !== 'absent') continue;
    say(property, {
      rule: 'online-absent',
      found: `${question}, which ${SERVICE_NAMES[service]} does not know,`,
      expected: `a record at ${SERVICE_NAMES[service]}`,
      fix:
        service === 'inspire'
          ? 'check the DOI, the arXiv number and the key; some papers have no record there'
          : 'compare the number with the paper',
    });
  }
}

function compareWithdrawal({ inspire, crossref, arxiv }: Records, say: Say): void {
  const notices = crossref?.updates.filter(({ type }) => RETRACTIONS.has(type)) ?? [];
  const sources = [
    ...(inspire?.isWithdrawn === true ? ['INSPIRE'] : []),
    ...(arxiv?.isWithdrawn === true ? ['arXiv'] : []),
    ...notices.map(({ type, doi }) => `Crossref (${type}${doi === undefined ? '' : ` ${doi}`})`),
  ];
  if (sources.length === 0) return;
  say('key', {
    rule: 'online-withdrawn',
    found: `a paper taken back, according to ${sources.join(' and ')},`,
    expected: 'papers that stand',
    fix: 'read the notice, and take the limits of this paper out of the combination if it is true',
  });
}

function compareTitle(reference: Reference, records: Records, say: Say): void {
  const { title } = reference;
  const titles = listTitles(records);
  if (title === undefined || titles.length === 0) return;
  if (titles.some(({ text }) => isSameTitle(text, title))) return;
  say('title', {
    rule: 'online-title',
    found: `the title “${title}”`,
    expected: titles.map(({ source, text }) => `“${text}” (${source})`).join(' or '),
    fix: 'compare with the paper: either the title or the number it was found by is another paper’s',
  });
}

const listTitles = ({
  inspire,
  crossref,
  arxiv,
}: Records): { readonly source: string; readonly text: string }[] => [
  ...(inspire?.titles ?? []).map((text) => ({ source: 'INSPIRE', text })),
  ...(crossref?.titles ?? []).map((text) => ({ source: 'Crossref', text })),
  ...(arxiv === undefined ? [] : [{ source: 'arXiv', text: arxiv.title }]),
];

/** A published paper may carry the year of any of its publications, a preprint that of its first version. */
function compareYear(reference: Reference, { inspire, crossref, arxiv }: Records, say: Say): void {
  const { year } = reference;
  const published = inspire === undefined ? undefined : mainPublication(inspire)?.year;
  const years = new Set(
    reference.journal === undefined
      ? [arxiv?.year ?? [], Number(inspire?.earliestDate?.slice(0, 4) ?? 0), published ?? []].flat()
      : [published ?? [], ...(crossref?.years ?? [])].flat(),
  );
  years.delete(0);
  if (year === undefined || years.size === 0 || years.has(year)) return;
  say('year', {
    rule: 'online-year',
    found: `the year ${String(year)}`,
    expected: [...years].sort((a, b) => a - b).join(' or '),
    fix: 'take the year of the journal, or of the first preprint where there is no journal',
  });
}

function compareDoi(
  { doi }: Reference,
  { inspire, arxiv }: Pick<Records, 'inspire' | 'arxiv'>,
  say: Say,
): void {
  const dois = [...(inspire?.dois ?? []), ...(arxiv?.doi === undefined ? [] : [arxiv.doi])];
  if (dois.length === 0) return;
  if (doi !== undefined && dois.some((other) => other.toLowerCase() === doi.toLowerCase())) return;
  say('doi', {
    rule: 'online-doi',
    found: doi === undefined ? 'no DOI' : `the DOI ${doi}`,
    expected: [...new Set(dois)].join(' or '),
    fix: doi === undefined ? 'the paper is published: add DOI and journal' : 'correct the DOI',
  });
}

function compareJournal(
  reference: Reference,
  { inspire, crossref }: Pick<Records, 'inspire' | 'crossref'>,
  say: Say,
): void {
  const publication = inspire === undefined ? undefined : mainPublication(inspire);
  const names =
    publication?.journal === undefined ? (crossref?.journals ?? []) : [publication.journal];
  const { journal, volume } = reference;
  if (names.length === 0) return;
  if (journal === undefined || !names.some((name) => isSameJournal(name, journal))) {
    say('journal', {
      rule: 'online-journal',
      found: journal === undefined ? 'no journal' : `the journal ${journal}`,
      expected: names.join(' or '),
      fix: 'take journal, volume and pages of the published paper',
    });
  } else if (publication?.volume !== undefined && volume !== publication.volume) {
    say('volume', {
      rule: 'online-journal',
      found: volume === undefined ? 'no volume' : `the volume ${volume}`,
      expected: `${journal} ${publication.volume}`,
      fix: 'correct the volume',
    });
  }
}

function compareTexkey(reference: Reference, { texkeys }: InspireRecord, say: Say): void {
  const [current] = texkeys;
  if (current === undefined || texkeys.includes(reference.key)) return;
  say('texkey', {
    rule: 'online-texkey',
    found: `a key that is not INSPIRE’s`,
    expected: current,
    fix: `rename the entry and everything that cites it to ${current}`,
  });
}

function compareErrata(
  { note }: Reference,
  { inspire, crossref }: Pick<Records, 'inspire' | 'crossref'>,
  say: Say,
): void {
  if (/\b(erratum|errata|addendum|correction|corrigendum)\b/i.test(note ?? '')) return;
  const notices = [
    ...(inspire?.publications ?? [])
      .filter(({ material }) => material === 'erratum' || material === 'addendum')
      .map((p) => [p.material, p.journal, p.volume, p.page].filter(Boolean).join(' ')),
    ...(crossref?.updates ?? [])
      .filter(({ type }) => !RETRACTIONS.has(type))
      .map(({ type, doi }) => [type, doi].filter(Boolean).join(' ')),
  ];
  if (notices.length === 0) return;
  say('note', {
    rule: 'online-erratum',
    found: `a paper with ${notices.join(' and ')},`,
    expected: 'a note that says whether the numbers here are those before or after it',
    fix: 'read it, correct the numbers where it changes them, and name it in the field note',
  });
}

function compareVersion({ eprint, arxivVersion }: Reference, arxiv: ArxivRecord, say: Say): void {
  if (arxivVersion === undefined || arxiv.version <= Number(arxivVersion)) return;
  say('arxivVersion', {
    rule: 'online-version',
    found: `version ${arxivVersion} of arXiv:${eprint ?? arxiv.id} as the last one looked at`,
    expected: `version ${String(arxiv.version)}`,
    fix: 'see whether the numbers changed, then set x-arxiv-version',
  });
}
