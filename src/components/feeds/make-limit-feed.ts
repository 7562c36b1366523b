import { mustGet } from '../../core/catalogue.ts';
import type { Catalogue, Limit, PlaneEntry } from '../../core/catalogue.ts';
import type { CombinedFile } from '../../core/combine/combined-file.ts';
import { findStrongestPoint } from '../../core/curve/strongest-point.ts';
import type { ContentHistory, FileHistory } from '../../core/feeds/content-history.ts';
import type { Feed, FeedEntry } from '../../core/feeds/feed.ts';
import { nameUuid } from '../../core/feeds/name-uuid.ts';
import type { ReleasedChange } from '../../core/feeds/released-changes.ts';
import { listReleasedChanges } from '../../core/feeds/released-changes.ts';
import { formatMass } from '../../core/figure/finding.ts';
import { describeLevel } from '../../core/figure/words.ts';
import { SITE_AUTHOR } from '../../core/formats/bibtex-entry.ts';
import { compareText } from '../../core/message.ts';
import type { ReleaseEntry } from '../../core/release/changelog.ts';
import type { PortalId, Reference } from '../../core/schema/index.ts';
import { formatMassRange, formatQuantity, prettify, STATUS_WORDS } from '../format.ts';
import { portalsOf, referenceOf, shortLabel, yearOf } from '../relations.ts';
import { findStanding } from '../standing.ts';
import { toPlainTitle } from '../tex.ts';
import { capitalise } from '../../core/sentences.ts';

/** What a feed is made from. */
export interface FeedSource {
  readonly catalogue: Catalogue;
  /** Combined limits by plane. */
  readonly combined: ReadonlyMap<string, CombinedFile>;
  readonly history: ContentHistory;
  /** Released versions, newest first. */
  readonly releases: readonly ReleaseEntry[];
  /** Date of the content, YYYY-MM-DD. */
  readonly date: string;
  /** Address of the site's root without a slash at its end. */
  readonly url: string;
}

/** A reader of feeds wants what is new; everything there is has its own list. */
export const MOST_ENTRIES = 100;

/** The newest and the last changed limits, of one portal or of all. */
export function makeLimitFeed(source: FeedSource, portal?: PortalId): Feed {
  const { catalogue, url } = source;
  const limits = [...catalogue.limits.values()].filter(
    (limit) => portal === undefined || portalsOf(limit, catalogue).includes(portal),
  );
  const released = listReleasedChanges(source.releases);
  const dated = limits.flatMap((limit) => {
    const dates = findDates(limit, released.get(limit.id) ?? [], source);
    return dates === undefined ? [] : [{ limit, dates }];
  });
  const year = (limit: Limit): number => yearOf(limit, catalogue) ?? 0;
  const entries = dated
    .sort(
      (a, b) =>
        compareText(b.dates.updated, a.dates.updated) ||
        year(b.limit) - year(a.limit) ||
        compareText(a.limit.id, b.limit.id),
    )
    .slice(0, MOST_ENTRIES)
    .map(({ limit, dates }) => makeEntry(limit, dates, source));
  const name = portal === undefined ? 'feed' : `feeds/${portal}`;
  const chapter = portal === undefined ? undefined : mustGet(catalogue.portals, portal).title;
  return {
    id: nameUuid(name),
    title: `Dark Portals${chapter === undefined ? '' : `, ${lowerFirst(toPlainTitle(chapter))}`}: new and changed limits`,
    subtitle: describeFeed(limits.length, dated.length, source.history),
    url: `${url}${portal === undefined ? '/changes/' : `/portals/${portal}/`}`,
    atomUrl: `${url}/${name}.xml`,
    jsonUrl: `${url}/${name}.json`,
    updated: entries[0]?.updated ?? toTime(source.date),
    author: SITE_AUTHOR,
    rights:
      'Prose and the arrangement of the data: CC BY 4.0. The numbers of a limit belong to their source, which its page states.',
    entries,
  };
}

function describeFeed(count: number, known: number, { gap }: ContentHistory): string {
  const shown = Math.min(known, MOST_ENTRIES);
  const what = `Limits that came into the catalogue or whose numbers or facts were corrected, newest first: ${String(shown)} of ${String(count)}.`;
  const missing = count - known;
  if (missing === 0) return what;
  const why =
    gap === 'shallow'
      ? 'this site was built from a part of the history of its repository'
      : gap === 'no-history'
        ? 'this site was built without the history of its repository'
        : 'they are in no commit yet';
  return `${what} ${String(missing)} are left out because it is not known when they came in: ${why}.`;
}

/** When a limit came in and last changed, and what the changes were. */
interface LimitDates {
  readonly published: string;
  readonly updated: string;
  /** Newest first, a sentence each. */
  readonly changes: readonly string[];
}

/** Undefined where nothing says when the limit came in or changed. */
function findDates(
  limit: Limit,
  released: readonly ReleasedChange[],
  { history, releases }: FeedSource,
): LimitDates | undefined {
  const added = history.files.get(limit.file)?.added?.time;
  const numbers = history.files.get(limit.file.replace(/yaml$/, 'csv'));
  const renumbered = findRenumbering(numbers, added, releases[0]?.date);
  const times = [renumbered, ...released.map(({ date }) => toTime(date)), added]
    .filter((time) => time !== undefined)
    .toSorted(compareText);
  const published = added ?? times[0];
  if (published === undefined) return undefined;
  return {
    published,
    updated: times.at(-1) ?? published,
    changes: [
      ...(renumbered === undefined ? [] : [`Its numbers changed on ${renumbered.slice(0, 10)}.`]),
      ...released.map(({ version, date, text }) => `Version ${version} (${date}): ${text}.`),
    ],
  };
}

function makeEntry(limit: Limit, dates: LimitDates, source: FeedSource): FeedEntry {
  const { catalogue, history, url } = source;
  const { published, updated, changes } = dates;
  const plane = mustGet(catalogue.planes, limit.plane);
  const reference = referenceOf(limit, catalogue);
  return {
    id: nameUuid(`limits/${originOf(limit, history.files.get(limit.file))}`),
    title: nameLimit(limit, catalogue),
    url: `${url}/limits/${limit.id}/`,
    published,
    updated,
    summary: [...changes, ...describeLimit(limit, plane, source)].join(' '),
    authors: reference === undefined ? [] : listAuthors(reference),
    categories: [
      ...portalsOf(limit, catalogue).map((id) => ({
        term: id,
        label: toPlainTitle(mustGet(catalogue.portals, id).title),
        scheme: `${url}/portals/`,
      })),
      { term: plane.id, label: toPlainTitle(plane.title), scheme: `${url}/planes/` },
    ],
  };
}

/**
 * When the numbers of a limit last changed, if that was after it came in and on a later day than the last
 * release: what changed before, the releases tell.
 */
function findRenumbering(
  numbers: FileHistory | undefined,
  added: string | undefined,
  lastRelease = '',
): string | undefined {
  const time = numbers?.changed?.time;
  if (numbers?.added === undefined || added === undefined || time === undefined) return undefined;
  return time > added && time > numbers.added.time && time.slice(0, 10) > lastRelease
    ? time
    : undefined;
}

/** The id under which a limit came in: its entry stays the same one when it is renamed. */
const originOf = (limit: Limit, facts: FileHistory | undefined): string =>
  /([^/]+)\.yaml$/.exec(facts?.origin ?? '')?.[1] ?? limit.id;

/** `BaBar 2014: Dark photon in e⁺e⁻ and μ⁺μ⁻`; the title alone where no experiment stands behind it. */
function nameLimit(limit: Limit, catalogue: Catalogue): string {
  const label = shortLabel(limit, catalogue);
  const title = toPlainTitle(limit.title);
  return label === limit.title ? title : `${toPlainTitle(label)}: ${title}`;
}

/** Sentences from the data: what the limit is, how strong, where it leads, from which paper. */
function describeLimit(
  limit: Limit,
  plane: PlaneEntry,
  { catalogue, combined }: FeedSource,
): string[] {
  const { status, confidence, massRange } = limit;
  const level = confidence === 'not-stated' ? confidence : confidence.level;
  const isExclusion = status === 'observed' || status === 'expected' || status === 'projected';
  const facts = [
    capitalise(STATUS_WORDS[status]),
    `masses ${formatMassRange(massRange)}`,
    ...(isExclusion ? [describeLevel(level)] : []),
  ].join(', ');
  const point = findStrongestPoint(limit, plane, catalogue);
  const quantity = mustGet(catalogue.quantities, plane.y.quantity);
  const symbol = prettify(quantity.plain.replaceAll(/[{}]/g, ''));
  const leads = findStanding(limit, combined.get(plane.id), 'ee')?.leads ?? [];
  const reference = referenceOf(limit, catalogue);
  return [
    `Plane: ${toPlainTitle(plane.title)}. ${facts}.`,
    ...(point === undefined || !isExclusion
      ? []
      : [
          `Strongest value: ${symbol} = ${formatQuantity(point.value, quantity.unit)} at ${formatMass(point.mass)}.`,
        ]),
    ...(leads.length === 0
      ? []
      : [
          `Sets the best e⁺e⁻ limit ${leads.length === 1 ? 'at' : `in ${String(leads.length)} ranges of mass within`} ${formatMassRange([leads[0]?.from ?? NaN, leads.at(-1)?.to ?? NaN])}.`,
        ]),
    ...(reference === undefined ? [] : [`Paper: ${describePaper(reference)}.`]),
  ];
}

function describePaper({ title, eprint, doi, key }: Reference): string {
  const where = eprint === undefined ? (doi === undefined ? key : `doi:${doi}`) : `arXiv:${eprint}`;
  return title === undefined ? where : `${toPlainTitle(title)} (${where})`;
}

/** The collaboration where the paper is signed by one, else the authors on record. */
function listAuthors({ authors = '', collaboration }: Reference): string[] {
  if (collaboration !== undefined) return [`${collaboration} collaboration`];
  const names = authors.split(' and ').map((name) => name.trim());
  const known = names.filter((name) => name !== '' && name !== 'others');
  const isCut = names.includes('others');
  return known.map((name, i) => {
    const plain = toPlainTitle(name.split(',').reverse().join(' '));
    return isCut && i === known.length - 1 ? `${plain} et al.` : plain;
  });
}

const toTime = (date: string): string => `${date}T00:00:00Z`;

const lowerFirst = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
