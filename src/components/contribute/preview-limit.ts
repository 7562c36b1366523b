import type { Catalogue, Limit, PlaneEntry } from '../../core/catalogue.ts';
import { placeLimit } from '../../core/curve/plane-limit.ts';
import type { FigureMark, FigureSeries, Path } from '../../core/figure/figure-spec.ts';
import { buildExactMark } from '../../core/figure/series-mark.ts';
import { parseLimitTable } from '../../core/formats/limit-table.ts';
import type { Dataset } from '../../core/import/source.ts';
import { LimitMeta } from '../../core/schema/index.ts';
import { makeOwnSeries } from '../figure/own-series.ts';

/** How a new result looks on its plane, before anything but its numbers is known. */
export interface Preview {
  readonly series: FigureSeries;
  /** The curve as an upper limit, where it is one: what can be compared with the published limits. */
  readonly upperLimit?: readonly Path[];
}

/**
 * The numbers as they will be drawn: gaps stay gaps, rings are filled. Undefined where they do not fit
 * the plane; the check says why.
 * @param side that a curve excludes, in the quantity of its paper
 */
export function previewLimit(
  dataset: Dataset,
  plane: PlaneEntry,
  catalogue: Catalogue,
  { name, side }: { readonly name: string; readonly side: 'above' | 'below' },
): Preview | undefined {
  const limit = asLimit(dataset, plane, side);
  const geometry = limit && placeLimit(limit, plane, catalogue);
  if (geometry === undefined) return undefined;
  const mark = buildExactMark(geometry);
  const series: FigureSeries = {
    ...makeOwnSeries(name, [], 0),
    shape: dataset.shape,
    mark,
    style: {
      // Ink is the combined outline's on this figure.
      hue: 'accent',
      shade: 0,
      line: 'solid',
      weight: 'strong',
      // Over all that is published a fill would hide it; only what is closed on all sides has one.
      fill:
        (mark.kind === 'rings' || mark.kind === 'strips') && dataset.shape !== 'band'
          ? 'light'
          : 'none',
    },
  };
  const upperLimit = readUpperLimit(mark);
  return { series, ...(upperLimit === undefined ? {} : { upperLimit }) };
}

const readUpperLimit = (mark: FigureMark): readonly Path[] | undefined =>
  mark.kind === 'segments' && mark.side === 'above' ? mark.segments : undefined;

/** The numbers as a limit of which nothing else is known; undefined where the table is not sound. */
function asLimit(dataset: Dataset, plane: PlaneEntry, side: 'above' | 'below'): Limit | undefined {
  const { shape, mass, value, parameter, gaps, massRange, csv } = dataset;
  const { table } = parseLimitTable(csv, shape);
  if (table === undefined) return undefined;
  const portal = plane.portals[0] ?? 'vector';
  const meta = LimitMeta.safeParse({
    title: 'New',
    plane: plane.id,
    experiment: [],
    reference: 'none-known',
    status: 'observed',
    derivedBy: 'collaboration',
    shape,
    excludes: side,
    signature: 'mixed',
    lifetime: 'any',
    confidence: 'not-stated',
    massRange,
    mass,
    value,
    ...(parameter === undefined ? {} : { parameter }),
    gaps,
    provenance: {
      method: 'unknown',
      from: { name: 'new', path: 'new', revision: 'new', licence: 'new' },
      raw: [],
    },
  });
  return meta.success
    ? { ...meta.data, id: 'new', file: `limits/${portal}/new.yaml`, portal, table }
    : undefined;
}
