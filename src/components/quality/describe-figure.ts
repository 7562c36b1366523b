import type { QualityFigure } from '../../core/quality/quality-report.ts';
import { isMet } from '../../core/quality/quality-report.ts';

/** A figure in the words of the page. */
export interface FigureWords {
  readonly value: string;
  readonly budget: string;
  readonly verdict: 'kept' | 'missed' | '';
}

/** Digits that a reader compares: four, whole numbers whole, thousands apart. */
function formatNumber(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 1000)
    return Math.round(value).toLocaleString('en-GB').replaceAll(',', '\u202f');
  return String(Number(value.toPrecision(4)));
}

const withUnit = (value: number | string, unit: string | undefined): string =>
  [typeof value === 'number' ? formatNumber(value) : value, ...(unit === undefined ? [] : [unit])]
    .join('\u00a0')
    .replace('\u00a0%', '\u202f%');

/** Value, budget and verdict of a figure. */
export function describeQualityFigure(figure: QualityFigure): FigureWords {
  const { value, unit, most, least } = figure;
  const met = isMet(figure);
  return {
    value: withUnit(value, unit),
    budget: [
      ...(least === undefined ? [] : [`at least ${withUnit(least, unit)}`]),
      ...(most === undefined ? [] : [most === 0 ? 'none' : `at most ${withUnit(most, unit)}`]),
    ].join(', '),
    verdict: met === undefined ? '' : met ? 'kept' : 'missed',
  };
}
