import type { FigureSeries, FigureSpec } from './figure-spec.ts';
import { formatValue } from './format-value.ts';

/** A slice stands for a decay length when it is this near [ratio]; slices are never interpolated. */
const NEAR = 1.1;

/**
 * The decay lengths a figure's grids can be drawn at, rising [m]: those of its e+e- grids where it
 * has any, else those of all. Empty without grids.
 */
export function listSliceLengths({ series }: Pick<FigureSpec, 'series'>): number[] {
  const grids = series.filter((one) => one.grid !== undefined);
  const ee = grids.filter((one) => one.isEe);
  const lengths = (ee.length > 0 ? ee : grids).flatMap((one) => one.grid?.ctauM ?? []);
  return [...new Set(lengths)].sort((a, b) => a - b);
}

/** The offered decay length nearest to one that is asked for; undefined where none is near. */
export function findSliceLength(
  spec: Pick<FigureSpec, 'series'>,
  ctauM: number | undefined,
): number | undefined {
  const lengths = listSliceLengths(spec);
  const index = ctauM === undefined ? undefined : findNear(lengths, ctauM);
  return index === undefined ? undefined : lengths[index];
}

/** Which slice of a grid stands for a decay length [m]; undefined where none is near enough. */
export const findSlice = ({ grid }: FigureSeries, ctauM: number): number | undefined =>
  grid === undefined ? undefined : findNear(grid.ctauM, ctauM);

function findNear(lengths: readonly number[], wanted: number): number | undefined {
  let best: number | undefined;
  let distance = Math.log(NEAR);
  for (const [i, length] of lengths.entries()) {
    const away = Math.abs(Math.log(length / wanted));
    if (away <= distance) [best, distance] = [i, away];
  }
  return best;
}

/** A length with its unit for running text, three digits: `1 mm`, `40 cm`. */
export function formatLength(metres: number): string {
  const [value, unit] =
    metres >= 1e3
      ? [metres / 1e3, 'km']
      : metres >= 1
        ? [metres, 'm']
        : metres >= 1e-2
          ? [metres * 1e2, 'cm']
          : metres >= 1e-3
            ? [metres * 1e3, 'mm']
            : [metres * 1e6, 'µm'];
  return `${String(Number(value.toPrecision(3)))} ${unit}`;
}

/** A distance: in words between a micrometre and ten thousand kilometres, otherwise as a power of ten. */
export const formatDistance = (metres: number): string =>
  metres >= 1e-6 && metres < 1e7 ? formatLength(metres) : formatValue(metres, 'm');
