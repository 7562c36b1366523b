import type { FigureSeries, FigureSpec } from './figure-spec.ts';

/** A confidence level; absent and `not-stated` mean the same. */
export type StatedLevel = number | 'not-stated' | undefined;

/** A share of one in per cent, without the noise of the product. */
export const toPercent = (share: number): number => Number((share * 100).toPrecision(6));

/** The same as readers write it: `90 %`, `99.9 %`. */
const describePercent = (share: number): string => `${String(toPercent(share))} %`;

/** A confidence level as readers write it: `90 % CL`. */
export const describeLevel = (level: StatedLevel): string =>
  level === undefined || level === 'not-stated' ? 'CL not stated' : `${describePercent(level)} CL`;

/** Several of them: `90 % and 95 % CL, some not stated`. */
export function describeLevels(levels: readonly (number | 'not-stated')[]): string {
  const stated = levels.filter((level) => level !== 'not-stated').map(describePercent);
  const last = stated.pop();
  if (last === undefined) return describeLevel('not-stated');
  const list = stated.length === 0 ? last : `${stated.join(', ')} and ${last}`;
  return `${list} CL${levels.includes('not-stated') ? ', some not stated' : ''}`;
}

/** Where a curve comes from, empty where it is the collaboration's own. */
export function describeOrigin(
  derivedBy: FigureSeries['derivedBy'],
  layer: FigureSeries['layer'],
): string {
  if (layer === 'own') return 'added by the reader';
  switch (derivedBy) {
    case 'collaboration':
      return '';
    case 'reinterpretation':
    case 'compilation':
      return derivedBy;
    case 'this-project':
      if (layer === 'projection') return 'scaled here with luminosity';
      return layer === 'recast' ? 'recast here' : 'computed here';
  }
}

/** What the outlines of combined limits are called. */
export const OUTLINE_LABELS: Readonly<Record<'ee' | 'laboratory', string>> = {
  ee: 'best e⁺e⁻ limit',
  laboratory: 'best laboratory limit',
};

/** What cannot be seen of the outlines of combined limits and must be known, a sentence each. */
export function describeOutlines({
  outlines,
  leavesOut,
}: Pick<FigureSpec, 'outlines' | 'leavesOut'>): string[] {
  if (outlines.length === 0) return [];
  return [
    ...(leavesOut === true
      ? [
          'The combined outlines are of all published limits of the plane, also of those not shown here.',
        ]
      : []),
    ...outlines
      .filter(({ levels }) => levels.length > 1)
      .map(
        ({ scope, levels }) =>
          `The ${OUTLINE_LABELS[scope]} mixes confidence levels, which are not rescaled: ${describeLevels(levels)}.`,
      ),
  ];
}

/** `as of the end of 2015`, empty for a figure of today. */
export const describeAsOf = ({ asOf }: Pick<FigureSpec, 'asOf'>): string =>
  asOf === undefined ? '' : `as of the end of ${String(asOf)}`;

/** The title of a figure, with the year it stands at where that is not today. */
export const describeTitle = (spec: Pick<FigureSpec, 'title' | 'asOf'>): string =>
  [spec.title, describeAsOf(spec)].filter((part) => part !== '').join(', ');
