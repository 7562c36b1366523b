import type { Scope } from '../combine/inputs.ts';
import type { ChangeKind } from './compare-envelopes.ts';
import type { IdChanges, ImpactRange, PlaneImpact, ScopeImpact } from './impact.ts';

/** An impact and what it compares. */
export interface ImpactReport {
  /** The revision as asked for, and the commit it names. */
  readonly base: string;
  readonly commit: string;
  /** Faults at the base revision: what the faulty files held counts as absent there. */
  readonly baseErrors: number;
  readonly planes: readonly PlaneImpact[];
}

/** Ranges a table shows; the widest are kept. */
const SHOWN = 30;

const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  laboratory: 'All laboratory results',
  ee: 'e⁺e⁻ colliders',
};

const CHANGE_WORDS: Readonly<Record<ChangeKind, string>> = {
  stronger: 'stronger',
  weaker: 'weaker',
  covered: 'newly covered',
  lost: 'no longer covered',
  'handed-over': 'same value, other limit',
};

/**
 * The impact as Markdown.
 * @param pictures file of the before/after picture of a plane, where there is one
 */
export function writeImpactMarkdown(
  report: ImpactReport,
  pictures: ReadonlyMap<string, string> = new Map(),
): string {
  const { base, commit, baseErrors, planes } = report;
  const short = commit.slice(0, 12);
  const from = commit.startsWith(base) ? `\`${short}\`` : `\`${base}\` (\`${short}\`)`;
  const parts = [`# Impact on the combined limits since ${from}`];
  if (baseErrors > 0) {
    parts.push(
      `The content at that revision has ${String(baseErrors)} ${baseErrors === 1 ? 'fault' : 'faults'}; what the faulty files hold counts as absent there.`,
    );
  }
  if (planes.length === 0) parts.push('Nothing changed.');
  for (const plane of planes) {
    parts.push(`## ${plane.title} (\`${plane.plane}\`)`);
    if (plane.state === 'added') parts.push('A new plane.');
    if (plane.state === 'removed') parts.push('This plane is gone.');
    if (plane.state === 'redefined') {
      parts.push('Its axes measure something else now: the two states cannot be compared.');
    }
    const picture = pictures.get(plane.plane);
    if (picture !== undefined) parts.push(`![Before (grey) and after (accent)](${picture})`);
    for (const scope of plane.scopes) parts.push(...writeScope(scope));
  }
  return `${parts.join('\n\n')}\n`;
}

function writeScope({ scope, ranges, inputs, islands }: ScopeImpact): string[] {
  return [
    `### ${SCOPE_WORDS[scope]}`,
    ...(ranges.length === 0 ? ['The envelope did not change.'] : writeRanges(ranges)),
    writeIds('Inputs', inputs),
    writeIds('Outside the envelope (islands and single masses)', islands),
  ].filter((part) => part !== '');
}

function writeRanges(ranges: readonly ImpactRange[]): string[] {
  const width = ({ from, to }: ImpactRange): number => Math.log(to / from);
  const widest = new Set(ranges.toSorted((a, b) => width(b) - width(a)).slice(0, SHOWN));
  const head = [
    '| mass [GeV] | change | mean factor | largest factor | before | after |',
    '| --- | --- | ---: | ---: | --- | --- |',
  ];
  const rows = ranges.filter((range) => widest.has(range)).map(writeRow);
  const left = ranges.length - widest.size;
  return [
    [...head, ...rows].join('\n'),
    ...(left > 0 ? [`Also in ${String(left)} narrower ranges: the JSON report has all.`] : []),
  ];
}

function writeRow({ from, to, change, meanFactor, maxFactor, before, after }: ImpactRange): string {
  const code = (id: string | undefined): string => (id === undefined ? '–' : `\`${id}\``);
  const factor = (value: number | undefined): string =>
    value === undefined ? '–' : `× ${digits(value, 3)}`;
  const cells = [
    `${digits(from, 4)} – ${digits(to, 4)}`,
    CHANGE_WORDS[change],
    factor(meanFactor),
    factor(maxFactor),
    code(before),
    code(after),
  ];
  return `| ${cells.join(' | ')} |`;
}

const digits = (value: number, count: number): string => String(Number(value.toPrecision(count)));

function writeIds(title: string, { added, removed, changed }: IdChanges): string {
  const lines = [
    ['added', added],
    ['removed', removed],
    ['changed', changed],
  ] as const;
  const words = lines
    .filter(([, ids]) => ids.length > 0)
    .map(([word, ids]) => `- ${word}: ${ids.map((id) => `\`${id}\``).join(', ')}`);
  return words.length === 0 ? '' : [`${title}:`, '', ...words].join('\n');
}
