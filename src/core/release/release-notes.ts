import type { Catalogue, Limit } from '../catalogue.ts';
import type { ChangeKind } from '../impact/compare-envelopes.ts';
import type { ImpactRange, PlaneImpact, ScopeImpact } from '../impact/impact.ts';
import { UNITS } from '../units.ts';
import type { NumberChange } from './compare-numbers.ts';
import type {
  DataChanges,
  EntryChange,
  EntryChanges,
  OtherKind,
  LimitChange,
} from './data-changes.ts';
import { ENTRY_KINDS, isSameData } from './data-changes.ts';
import { describeFact } from './diff-facts.ts';

/** Facts of one entry, and ranges of one scope, that a line names; the rest is counted. */
const SHOWN_FACTS = 4;
const SHOWN_RANGES = 5;

const KIND_TITLES: Readonly<Record<OtherKind, string>> = {
  planes: 'Planes',
  searches: 'Searches',
  models: 'Models',
  experiments: 'Experiments',
  facilities: 'Facilities',
  methods: 'Methods',
  portals: 'Portals',
  chapters: 'Chapters',
  quantities: 'Quantities',
  glossary: 'Glossary',
};

/**
 * The changes as Markdown for data users, with headings of the third level.
 * @param catalogue the later state, for titles and units
 * @param unread files that were written in another format before
 */
export function writeReleaseNotes(
  changes: DataChanges,
  catalogue: Catalogue,
  unread: readonly string[] = [],
): string {
  const otherFormat =
    unread.length === 0
      ? []
      : [
          `Written in another format before, and compared in their numbers only: ${unread.map(nameFile).join(', ')}.`,
        ];
  if (isSameData(changes)) {
    return `${['The data are those of the version before.', ...otherFormat].join('\n\n')}\n`;
  }
  const sections = [
    section('Formats', [otherFormat]),
    section('Limits', writeLimits(changes, catalogue)),
    section(
      'Combined limits',
      changes.impact.flatMap((plane) => writeImpact(plane, catalogue)),
    ),
    ...ENTRY_KINDS.map((kind) => section(KIND_TITLES[kind], writeEntries(changes.kinds[kind]))),
    section('References', writeEntries(changes.references)),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

/** A heading and its lists, a blank line between lists; empty without any. */
function section(title: string, lists: readonly (readonly string[])[]): string {
  const texts = lists.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return texts.length === 0 ? '' : [`### ${title}`, ...texts].join('\n\n');
}

/** A line that says what the list is of, and the list. */
const list = (what: string, items: readonly string[]): string[] =>
  items.length === 0
    ? []
    : [`${what} (${String(items.length)}):`, '', ...items.map((item) => `- ${item}`)];

const code = (id: string): string => `\`${id}\``;

/** The id of the entry in a file. */
const nameFile = (file: string): string =>
  code((file.split('/').at(-1) ?? file).replace(/\.[a-z]+$/, ''));

const plural = (count: number, noun: string): string =>
  `${String(count)} ${noun}${count === 1 ? '' : 's'}`;

/** A number as a reader wants it, not as it was computed. */
const digits = (value: number, count: number): string => String(Number(value.toPrecision(count)));

function writeLimits({ limits, superseded }: DataChanges, catalogue: Catalogue): string[][] {
  const renumbered = limits.changed.filter(({ numbers }) => numbers !== undefined);
  const corrected = limits.changed.filter(({ facts }) => facts.length > 0);
  return [
    list(
      'Added',
      limits.added.map((id) => describeLimit(id, catalogue.limits.get(id))),
    ),
    list(
      'Numbers changed',
      renumbered.map((change) => describeNumbers(change, catalogue)),
    ),
    list('Facts changed', corrected.map(describeFacts)),
    list(
      'Superseded',
      superseded.map(
        ({ limit, by, as }) =>
          `${code(limit)} by ${code(by)}${as === 'update' ? '' : ', which combines channels'}`,
      ),
    ),
    list('Renamed', limits.renamed.map(describeMove)),
    list('Removed', limits.removed.map(code)),
  ];
}

function describeLimit(id: string, limit: Limit | undefined): string {
  if (limit === undefined) return code(id);
  const { title, plane, status, reference } = limit;
  const facts = [
    `plane ${code(plane)}`,
    ...(status === 'observed' ? [] : [status]),
    reference === 'none-known' ? 'no paper known' : code(reference),
  ];
  return `${code(id)}: ${title} (${facts.join('; ')})`;
}

function describeNumbers({ id, numbers }: LimitChange, catalogue: Catalogue): string {
  if (numbers === undefined) return code(id);
  return `${code(id)}: ${listNumberChanges(numbers, massUnit(catalogue.limits.get(id)?.plane, catalogue)).join(', ')}`;
}

function listNumberChanges(numbers: NumberChange, unit: string): string[] {
  const { rowsBefore, changed, added, removed, largest, massFactor } = numbers;
  return [
    ...(changed > 0 ? [`${String(changed)} of ${plural(rowsBefore, 'point')} changed`] : []),
    ...(largest === undefined
      ? []
      : [
          `by at most a factor ${digits(largest.factor, 3)} (at ${digits(largest.mass, 4)}${unit})`,
        ]),
    ...(massFactor === undefined ? [] : [`masses by at most a factor ${digits(massFactor, 4)}`]),
    ...(added > 0 ? [`${plural(added, 'point')} added`] : []),
    ...(removed > 0 ? [`${plural(removed, 'point')} removed`] : []),
  ];
}

/** Unit of the masses of a plane with a blank before it; empty where nothing is known. */
function massUnit(plane: string | undefined, { planes, quantities }: Catalogue): string {
  const unit = quantities.get(planes.get(plane ?? '')?.x.quantity ?? '')?.unit;
  const label = unit === undefined ? '' : (UNITS[unit]?.label ?? '');
  return label === '' ? '' : ` ${label}`;
}

const describeMove = ({ from, to, why }: EntryChanges['renamed'][number]): string =>
  `${code(from)} is now ${code(to)}: ${why}`;

function describeFacts({ id, facts }: EntryChange): string {
  const left = facts.length - SHOWN_FACTS;
  const shown = facts.slice(0, SHOWN_FACTS).map(describeFact);
  return `${code(id)}: ${shown.join('; ')}${left > 0 ? `; and ${plural(left, 'more fact')}` : ''}`;
}

/** Entries whose prose alone changed are named in one line. */
function writeEntries({ added, removed, renamed, changed }: EntryChanges): string[][] {
  const rewritten = changed.filter(({ isTextNew }) => isTextNew).map(({ id }) => code(id));
  return [
    added.length === 0 ? [] : [`Added: ${added.map(code).join(', ')}.`],
    list('Facts changed', changed.filter(({ facts }) => facts.length > 0).map(describeFacts)),
    rewritten.length === 0 ? [] : [`Text revised: ${rewritten.join(', ')}.`],
    list('Renamed', renamed.map(describeMove)),
    removed.length === 0 ? [] : [`Removed: ${removed.map(code).join(', ')}.`],
  ];
}

function writeImpact(impact: PlaneImpact, catalogue: Catalogue): string[][] {
  const { plane, title, state, scopes } = impact;
  const name = `**${title}** (${code(plane)})`;
  if (state === 'removed') return [[`${name}: this plane is gone.`]];
  if (state === 'redefined') {
    return [[`${name}: its axes measure something else now; the two states cannot be compared.`]];
  }
  const unit = massUnit(plane, catalogue);
  const lines = writeScopes(scopes, unit);
  return [
    [
      `${name}${state === 'added' ? ': a new plane.' : ':'}`,
      ...(lines.length === 0 ? [] : ['', ...lines]),
    ],
  ];
}

const SCOPE_WORDS = { laboratory: 'all laboratory results', ee: 'e⁺e⁻ colliders alone' } as const;

/** An item for each scope; scopes in which the same happened share one. */
function writeScopes(scopes: readonly ScopeImpact[], unit: string): string[] {
  const groups = Map.groupBy(scopes, (scope) => writeScope(scope, unit).join('\n'));
  return [...groups].map(
    ([text, group]) => `- ${group.map(({ scope }) => SCOPE_WORDS[scope]).join(', and ')}:${text}`,
  );
}

/** The widest changes of an envelope, and what stands outside it: a lower list. */
function writeScope({ ranges, islands }: ScopeImpact, unit: string): string[] {
  const width = ({ from, to }: ImpactRange): number => Math.log(to / from);
  const widest = new Set(ranges.toSorted((a, b) => width(b) - width(a)).slice(0, SHOWN_RANGES));
  const left = ranges.length - widest.size;
  const beside = [
    ...islands.added.map((id) => `${code(id)} added`),
    ...islands.removed.map((id) => `${code(id)} removed`),
    ...islands.changed.map((id) => `${code(id)} changed`),
  ];
  return [
    ranges.length === 0 ? ' the envelope did not change' : '',
    ...ranges
      .filter((range) => widest.has(range))
      .map((range) => `  - ${describeRange(range, unit)}`),
    ...(left > 0 ? [`  - and ${plural(left, 'narrower range')}`] : []),
    ...(beside.length > 0 ? [`  - outside the envelope: ${beside.join(', ')}`] : []),
  ];
}

const CHANGE_WORDS: Readonly<Record<ChangeKind, string>> = {
  stronger: 'stronger',
  weaker: 'weaker',
  covered: 'covered for the first time',
  lost: 'no longer covered',
  'handed-over': 'the same value',
};

function describeRange(range: ImpactRange, unit: string): string {
  const { from, to, change, meanFactor, maxFactor, before, after } = range;
  const factor =
    meanFactor === undefined || maxFactor === undefined
      ? ''
      : ` by a factor ${digits(meanFactor, 3)} on average, ${digits(maxFactor, 3)} at most`;
  const now = after === undefined ? '' : `, set by ${code(after)}`;
  const old = before === undefined || before === after ? '' : `, before by ${code(before)}`;
  return `${digits(from, 4)} to ${digits(to, 4)}${unit}: ${CHANGE_WORDS[change]}${factor}${now}${old}`;
}
