import type { ApiSite } from '../api-file.ts';
import { citeCatalogue } from '../cite-catalogue.ts';
import type { Standing } from '../describe-standing.ts';
import { describeStanding, listSuccessors } from '../describe-standing.ts';
import type { Limit } from '../../catalogue.ts';
import { mustGet } from '../../catalogue.ts';
import { toPercent } from '../../figure/words.ts';
import { experimentNames } from '../../limit-label.ts';
import type { Column } from '../../schema/index.ts';
import type { Qualifier } from '../../formats/hepdata/hepdata-yaml.ts';
import { writeSymbol } from './limit-columns.ts';
import { writeReaction } from '../../formats/hepdata/write-reaction.ts';

/** Columns that are expectations beside an observed limit. */
const EXPECTED: ReadonlySet<string> = new Set(['expected', 'lo1', 'hi1', 'lo2', 'hi2']);

const LUMINOSITY: ReadonlySet<string> = new Set(['fb^-1', 'pb^-1', 'nb^-1']);

/**
 * What the catalogue knows of a limit, as qualifiers of one of its columns; what it does not know is absent.
 * Curves beside the value say only what differs.
 */
export function listQualifiers(limit: Limit, site: ApiSite, column: string): Qualifier[] {
  const isExpected = EXPECTED.has(column);
  const first: Qualifier[] = [
    ['LIMIT', limit.id],
    ['STATUS', isExpected ? 'expected' : limit.status],
    ...describeConfidence(limit),
  ];
  return isExpected ? first : [...first, ...listFacts(limit, site), ...listOrigins(limit, site)];
}

function describeConfidence({ confidence }: Limit): Qualifier[] {
  if (confidence === 'not-stated') return [['CONFIDENCE LEVEL', 'not stated']];
  const { level, method } = confidence;
  return [
    ['CONFIDENCE LEVEL', { digits: String(toPercent(level)) }, '%'],
    ...(method === undefined ? [] : [['STATISTICAL METHOD', method] as const]),
  ];
}

/** What was measured, and what the numbers say. */
function listFacts(limit: Limit, { catalogue }: ApiSite): Qualifier[] {
  const { channels, exposure, gaps, shape, signature, lifetime, massRange, sqrtS } = limit;
  const search = limit.search === undefined ? undefined : mustGet(catalogue.searches, limit.search);
  const isOwn = limit.derivedBy === 'collaboration';
  return [
    ...(search === undefined
      ? []
      : [[isOwn ? 'RE' : 'RE OF THE SEARCH', writeReaction(search.process)] as const]),
    ...(limit.experiment.length === 0
      ? []
      : [['EXPERIMENT', experimentNames(limit, catalogue)] as const]),
    ...(channels.length === 0 ? [] : [['CHANNELS', channels.join(', ')] as const]),
    ['SIGNATURE', signature],
    ...(lifetime === 'any' ? [] : [['LIFETIME', lifetime] as const]),
    ...(sqrtS === undefined
      ? []
      : [['SQRT(S)', { digits: String(sqrtS.value) }, sqrtS.unit] as const]),
    ...(exposure === undefined
      ? []
      : [
          [
            LUMINOSITY.has(exposure.unit) ? 'LUMINOSITY' : 'EXPOSURE',
            { digits: String(exposure.value) },
            exposure.unit,
          ] as const,
          ...(exposure.note === undefined ? [] : [['DATA', exposure.note] as const]),
        ]),
    ['MASS RANGE', massRange.map(String).join(' to '), 'GeV'],
    ...(gaps.length === 0
      ? []
      : [
          [
            'MASSES WITHOUT LIMIT',
            gaps.map(({ from, to, why }) => `${String(from)} to ${String(to)}: ${why}`).join('; '),
            'GeV',
          ] as const,
        ]),
    ['POINTS', `${DESCRIBED[shape]}; ${describeExcluded(limit)}`],
  ];
}

const DESCRIBED: Readonly<Record<Limit['shape'], string>> = {
  'one-sided': 'points in order of mass, joined within a segment, a gap between two segments',
  interval: 'points in order of each edge, joined within the edge of a segment',
  contour: 'points in order along each ring, the last of a ring its first',
  points: 'the tested masses, not joined',
  grid: 'points of a grid in mass and parameter; a point that is absent has no limit',
  'ratio-map': 'points of a grid in mass and coupling; a point that is absent has no ratio',
  band: 'points in order of each edge, joined within the edge of a segment',
  line: 'points in order of mass, joined within a segment',
};

/** Which values are excluded, in the quantity of the publication. */
function describeExcluded({ status, shape, excludes = 'above', value }: Limit): string {
  if (status !== 'observed') return `${status}, excludes nothing`;
  switch (shape) {
    case 'one-sided':
    case 'points':
    case 'grid':
      return `values ${excludes} are excluded${value.scale === 'log10' ? ', in the logarithm as in the value' : ''}`;
    case 'interval':
      return 'values between the lower and the upper edge are excluded';
    case 'contour':
      return 'values inside the rings are excluded, holes are not';
    case 'ratio-map':
      return 'excluded where the ratio is below one';
    case 'band':
    case 'line':
      return 'excludes nothing';
  }
}

/** Who derived the numbers, where they were taken from, and what they are on the site. */
function listOrigins(limit: Limit, site: ApiSite): Qualifier[] {
  const { catalogue } = site;
  const { provenance, reference, data, alsoCite, alsoOn, notes } = limit;
  const { method, figure, from } = provenance;
  const plane = mustGet(catalogue.planes, limit.plane);
  const standing = describeStanding(limit, plane, site);
  const unverified = listUnverified(limit);
  const successors = listSuccessors(limit, catalogue);
  return [
    ['DERIVED BY', limit.derivedBy],
    ...(reference === 'none-known' ? [] : [['TEXKEY', reference] as const]),
    ...(data === undefined ? [] : [['TEXKEY OF THE NUMBERS', data] as const]),
    ...(alsoCite.length === 0 ? [] : [['FURTHER TEXKEYS', alsoCite.join(', ')] as const]),
    ['NUMBERS OBTAINED', figure === undefined ? method : `${method}, ${figure}`],
    ['NUMBERS FROM', `${from.name}; ${from.path}; ${from.revision}; licence ${from.licence}`],
    ['PLANE', `${plane.id}: ${plane.title}`],
    ...(standing === undefined
      ? []
      : [['ON THE PLANE', describeLaws(limit, standing, site)] as const]),
    ...(alsoOn.length === 0
      ? []
      : [['ALSO ON', alsoOn.map((other) => `${other.plane}: ${other.why}`).join('; ')] as const]),
    ...(successors.length === 0 ? [] : [['SUPERSEDED BY', successors.join(', ')] as const]),
    ...(unverified.length === 0 ? [] : [['NOT VERIFIED', unverified.join(' ')] as const]),
    ...(notes === undefined ? [] : [['REMARK', notes] as const]),
    ['SOURCE', citeCatalogue(site, `/limits/${limit.id}/`)],
  ];
}

/** What the catalogue states from memory or has not confirmed from the paper. */
function listUnverified({ confidence, exposure, unverified }: Limit): string[] {
  return [
    // What the flags say may have been written out as well.
    ...new Set([
      ...(confidence !== 'not-stated' && !confidence.verified
        ? ['The confidence level was not confirmed from the paper.']
        : []),
      ...(exposure?.verified === false ? ['The exposure was not confirmed from the paper.'] : []),
      ...unverified,
    ]),
  ];
}

/** How the numbers become those of the plane: pure power laws. */
function describeLaws(
  limit: Limit,
  { mass, value }: Standing,
  { catalogue }: Pick<ApiSite, 'catalogue'>,
): string {
  const describe = (column: Column, law: Standing['mass']): string => {
    const { plain } = mustGet(catalogue.quantities, law.quantity);
    const number = law.isLog10 ? `10^[${writeSymbol(column, catalogue)}]` : 'number';
    const raised = law.power === 1 ? number : `(${number})^${String(law.power)}`;
    const unit = law.unit === '1' ? '' : ` [${law.unit}]`;
    return `${plain}${unit} = ${law.factor === 1 ? '' : `${String(law.factor)} × `}${raised}`;
  };
  return `${describe(limit.mass, mass)}; ${describe(limit.value, value)}`;
}
