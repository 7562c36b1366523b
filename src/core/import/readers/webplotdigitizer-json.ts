import { isStrictNumber } from '../../formats/strict-number.ts';
import type { SourceRow, SourceTable } from '../source.ts';
import type { TablesOrProblem } from './columns-text.ts';
import { findLine, getKey, listItems, readText, type JsonValue } from './json-text.ts';

/** True for a project of WebPlotDigitizer, version 3 or 4. */
export const isDigitiserJson = (value: JsonValue): boolean =>
  getKey(value, 'datasetColl') !== undefined ||
  getKey(getKey(value, 'wpd'), 'dataSeries') !== undefined;

/**
 * A project of WebPlotDigitizer: a table for each data set with points. The values are those that the digitiser
 * computed and stored; what it knows of the axes is told as facts.
 */
export function readDigitiserJson(file: string, project: JsonValue): TablesOrProblem {
  const old = getKey(project, 'wpd');
  const series =
    old === undefined
      ? listItems(getKey(project, 'datasetColl'))
      : listItems(getKey(old, 'dataSeries'));
  const tables: SourceTable[] = [];
  for (const [i, one] of series.entries()) {
    const name = readText(getKey(one, 'name')) ?? `data set ${String(i + 1)}`;
    const points = listItems(getKey(one, 'data'));
    if (points.length === 0) continue;
    const rows: SourceRow[] = [];
    for (const [k, point] of points.entries()) {
      const cells = listItems(getKey(point, 'value')).map((cell) => readText(cell) ?? '');
      const line = findLine(point) ?? 1;
      const isRead = cells.length >= 2 && cells.slice(0, 2).every(isStrictNumber);
      if (!isRead)
        return {
          problem: {
            file,
            line,
            found: `point ${String(k + 1)} of “${name}” ${cells.length === 0 ? 'with pixels and without values' : `with the values ${cells.join(', ').slice(0, 60)}`}`,
            expected: 'two numbers as its value',
            fix: 'calibrate the axes in WebPlotDigitizer and save the project again, or export the data as CSV',
          },
        };
      rows.push({ line, cells: cells.slice(0, 2) });
    }
    const axesName = readText(getKey(one, 'axesName'));
    tables.push({
      name,
      columns: [{}, {}],
      rows,
      facts: old === undefined ? tellAxes(project, axesName) : tellOldAxes(old),
    });
  }
  if (tables.length > 0) return { tables };
  return {
    problem: {
      file,
      found: 'a project of WebPlotDigitizer without points',
      expected: 'a data set with points',
      fix: 'digitise the curve, save the project again and import that',
    },
  };
}

function tellAxes(project: JsonValue, name: string | undefined): string[] {
  const all = listItems(getKey(project, 'axesColl'));
  const axes = all.find((one) => readText(getKey(one, 'name')) === name) ?? all[0];
  return axes === undefined
    ? []
    : [tellScales(axes), tellCalibration(listItems(getKey(axes, 'calibrationPoints')))];
}

const tellOldAxes = (project: JsonValue): string[] => [
  tellScales(getKey(project, 'axesParameters')),
  tellCalibration(listItems(getKey(project, 'calibration'))),
];

const tellScales = (axes: JsonValue | undefined): string =>
  `digitised on ${getKey(axes, 'isLogX') === true ? 'a logarithmic' : 'a linear'} horizontal and ${getKey(axes, 'isLogY') === true ? 'a logarithmic' : 'a linear'} vertical axis; values are stored as read off, not as logarithms`;

function tellCalibration(points: readonly JsonValue[]): string {
  const read = (key: string, from: number, to: number): string =>
    points
      .slice(from, to)
      .map((point) => readText(getKey(point, key)) ?? '?')
      .join(' and ');
  return `calibrated at ${read('dx', 0, 2)} horizontally, at ${read('dy', 2, 4)} vertically`;
}
