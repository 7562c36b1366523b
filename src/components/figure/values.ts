import { findChoice } from '../../core/figure/axis-choices.ts';
import { fromFraction, toFraction } from '../../core/figure/axis-scale.ts';
import type { FigureSeries, FigureSpec } from '../../core/figure/figure-spec.ts';
import { formatValue } from '../../core/figure/format-value.ts';
import { findHolder, readMark, readValues } from '../../core/figure/read-values.ts';
import { applyPowerLaw, IDENTITY, invertPowerLaw } from '../../core/quantities.ts';
import { describeLevel, describeOrigin } from '../../core/figure/words.ts';
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
  /** The strongest coupling first: lowest, or highest where the axis runs the other way. */
  readonly rows: readonly ValueRow[];
  /** One sentence for those who cannot see the figure. */
  readonly sentence: string;
}

/** Everything shown at a mass, and which of it sets a combined limit there. */
export function readValuesAt(model: FigureModel, x: number): ValuesAt {
  const { shown, spec } = model;
  const law = findChoice(spec.x, model.view.x.choice)?.law ?? IDENTITY;
  const native = applyPowerLaw(invertPowerLaw(law), x);
  const leaders = (['ee', 'laboratory'] as const).map(
    (scope) => [scope, findLeader(model, scope, native)] as const,
  );
  // As far as the pointer is from telling apart: half a pixel of a wide figure.
  const near = [-1, 1].map((side) => fromFraction(shown.x, toFraction(shown.x, x) + side / 2000));
  const rows = readValues(shown, x).map(({ series, values, testedAt }): ValueRow => ({
    series,
    values,
    text: writeValues(series, values, testedAt, near, model),
    facts: describeFacts(series),
    leads: leaders.flatMap(([scope, limit]) => (limit === series.limit ? [scope] : [])),
  }));
  return { x, rows, sentence: describeRows(shown, x, rows) };
}

/** Who sets a combined limit: as the build found it, or for another year read from the curves. */
function findLeader(
  model: FigureModel,
  scope: 'ee' | 'laboratory',
  native: number,
): string | undefined {
  if (model.view.asOf !== undefined)
    return findHolder(model.published, scope, native)?.series.limit;
  const frontier = model.spec.frontiers.find((one) => one.scope === scope);
  return frontier?.spans.find(({ from, to }) => from <= native && native <= to)?.limit;
}

/** Values read from all digits carry four, those of the drawing as many as a pixel can tell. */
function writeValues(
  series: FigureSeries,
  values: readonly number[],
  testedAt: number | undefined,
  near: readonly number[],
  model: FigureModel,
): string {
  const { x, y } = model.shown;
  const write = (value: number, digits: number): string => formatValue(value, y.unitLabel, digits);
  const tested =
    testedAt === undefined ? '' : `, tested at ${formatValue(testedAt, x.unitLabel, 4)}`;
  if (model.hasDigits(series) || testedAt !== undefined) {
    return values.map((value) => write(value, 4)).join(' to ') + tested;
  }
  const around = near.flatMap((place) => readMark(series.mark, place).flat()).concat(values);
  const isSteady = values.length > 1 || Math.max(...around) / Math.min(...around) < 1.05;
  return `≈ ${values.map((value) => write(value, isSteady ? 2 : 1)).join(' to ')}`;
}

/** What a reader has to know about a number before using it. */
export function describeFacts(series: FigureSeries): string {
  if (series.layer === 'own') return series.remark ?? '';
  return [
    series.status === 'observed' ? '' : series.status,
    describeLevel(series.confidenceLevel),
    describeOrigin(series.derivedBy, series.layer),
    series.isSuperseded ? 'superseded' : '',
    series.remark ?? '',
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}

function describeRows(shown: FigureSpec, x: number, rows: readonly ValueRow[]): string {
  const at = formatValue(x, shown.x.unitLabel, 4);
  const [first] = rows;
  if (first === undefined) return `${at}: nothing shown here`;
  const leader = rows.find(({ leads }) => leads.includes('ee'));
  const best =
    leader === undefined || leader === first
      ? ''
      : `; best e⁺e⁻ limit ${leader.series.label} ${leader.text}`;
  const count = rows.length === 1 ? '1 value' : `${String(rows.length)} values`;
  const extreme = shown.y.isReversed === true ? 'highest' : 'lowest';
  return `${at}: ${count}, ${extreme} ${first.series.label} ${first.text}${best}`;
}
