import { findChoice } from '../../core/figure/axis-choices.ts';
import type { FigureAxis, FigureSeries } from '../../core/figure/figure-spec.ts';
import { formatValue } from '../../core/figure/format-value.ts';
import { findHolder, readValues } from '../../core/figure/read-values.ts';
import { applyPowerLaw, IDENTITY, invertPowerLaw } from '../../core/quantities.ts';
import type { FigureModel } from './figure-model.ts';

/** What the figure says of one series at a mass, ready to be written down. */
export interface ValueRow {
  readonly series: FigureSeries;
  readonly values: readonly number[];
  /** A value, or floor and ceiling: `3.1 × 10⁻⁴`, `2 × 10⁻⁶ to 5 × 10⁻⁵`. */
  readonly text: string;
  /** Stated level, status and origin where they are not the usual ones. */
  readonly facts: string;
  /** Combined limits it sets at this mass. */
  readonly leads: readonly ('ee' | 'laboratory')[];
}

export interface ValuesAt {
  /** On the axis as shown [its unit]. */
  readonly x: number;
  /** Strongest first. */
  readonly rows: readonly ValueRow[];
  /** One sentence for those who cannot see the figure. */
  readonly sentence: string;
}

/** Everything shown at a mass, with the limits that lead there even when they are not shown. */
export function readValuesAt(model: FigureModel, x: number): ValuesAt {
  const { shown, published, spec } = model;
  const law = findChoice(spec.x, model.view.x.choice)?.law ?? IDENTITY;
  const native = applyPowerLaw(invertPowerLaw(law), x);
  const leaders = (['ee', 'laboratory'] as const).map(
    (scope) => [scope, findHolder(published, scope, native)?.series.limit] as const,
  );
  const rows = readValues(shown, x).map(({ series, values }): ValueRow => ({
    series,
    values,
    text: values.map(writer(shown.y, model.hasDigits(series))).join(' to '),
    facts: describeFacts(series),
    leads: leaders.flatMap(([scope, limit]) => (limit === series.limit ? [scope] : [])),
  }));
  return { x, rows, sentence: describeRows(shown.x, x, rows) };
}

/** A drawing knows two digits of a value, the numbers behind it four. */
const writer =
  (y: FigureAxis, isExact: boolean) =>
  (value: number): string =>
    `${isExact ? '' : '≈ '}${formatValue(value, y.unitLabel, isExact ? 4 : 2)}`;

/** What a reader has to know about a number before using it. */
export function describeFacts(series: FigureSeries): string {
  if (series.layer === 'own') return series.remark ?? '';
  const level = series.confidenceLevel;
  return [
    series.status === 'observed' ? '' : series.status,
    level === undefined ? 'CL not stated' : `${String(Number((level * 100).toPrecision(4)))} % CL`,
    series.derivedBy === 'collaboration'
      ? ''
      : series.derivedBy.replace('this-project', 'scaled here'),
    series.isSuperseded ? 'superseded' : '',
    series.remark ?? '',
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}

function describeRows(axis: FigureAxis, x: number, rows: readonly ValueRow[]): string {
  const at = formatValue(x, axis.unitLabel, 4);
  const [first] = rows;
  if (first === undefined) return `${at}: nothing shown here`;
  const leader = rows.find(({ leads }) => leads.includes('ee'));
  const best =
    leader === undefined || leader === first
      ? ''
      : `; best e⁺e⁻ limit ${leader.series.label} ${leader.text}`;
  const count = rows.length === 1 ? '1 value' : `${String(rows.length)} values`;
  return `${at}: ${count}, lowest ${first.series.label} ${first.text}${best}`;
}
