import { atKey } from '../places.ts';
import type { LoneLimitRule } from '../rule.ts';

/** Shapes where a side has to be stated. */
const ONE_SIDED: ReadonlySet<string> = new Set(['one-sided', 'points', 'grid']);

export const shapeFields: LoneLimitRule = {
  name: 'shape-fields',
  description:
    'The facts fit the shape and the status: a one-sided limit says its side, a grid its third axis, a target excludes nothing.',
  scope: 'limit-alone',
  *check(limit) {
    const { shape, status, excludes } = limit;
    if (ONE_SIDED.has(shape) && excludes === undefined) {
      yield {
        ...atKey(limit, 'shape'),
        found: `shape ${shape} without excludes`,
        expected: 'excludes: above or below, in the native quantity',
        fix: 'add excludes',
      };
    }
    if (!ONE_SIDED.has(shape) && excludes !== undefined) {
      yield {
        ...atKey(limit, 'excludes'),
        found: `excludes: ${excludes} with shape ${shape}`,
        expected: `no excludes: the shape says what is excluded`,
        fix: 'remove excludes, or correct the shape',
      };
    }
    if ((shape === 'grid') !== (limit.parameter !== undefined)) {
      yield {
        ...atKey(limit, 'shape'),
        found: shape === 'grid' ? 'a grid without parameter' : `a parameter with shape ${shape}`,
        expected: 'a parameter column for grids, and for grids only',
        fix: 'describe the third axis in parameter, or correct the shape',
      };
    }
    if (status === 'observed' && (shape === 'band' || shape === 'line')) {
      yield {
        ...atKey(limit, 'status'),
        found: `status observed with shape ${shape}`,
        expected: 'an excluded set: one-sided, interval, contour, points, grid or ratio-map',
        fix: 'correct the shape, or the status (favoured, target)',
      };
    }
    if (
      status === 'observed' &&
      limit.experiment.length === 0 &&
      limit.derivedBy !== 'compilation'
    ) {
      yield {
        ...atKey(limit, 'experiment'),
        found: 'an observed limit of no experiment',
        expected: 'at least one experiment (none for compilations and targets)',
        fix: 'name the experiment, or write derivedBy: compilation',
      };
    }
  },
};
