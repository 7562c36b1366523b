import type { APIRoute, GetStaticPaths } from 'astro';
import { listPlaneLimits } from '../../../../../core/curve/plane-limit.ts';
import type { FigureMark } from '../../../../../core/figure/figure-spec.ts';
import { buildSliceMark } from '../../../../../core/figure/series-mark.ts';
import { getCatalogue } from '../../../../../io/site.ts';

/** One slice of a grid (the limit at one lifetime, say), counted from zero by rising parameter. */
export const getStaticPaths: GetStaticPaths = async () => {
  const { catalogue } = await getCatalogue();
  return [...catalogue.planes.values()].flatMap((plane) =>
    listPlaneLimits(plane, catalogue).flatMap(({ limit, geometry }) =>
      geometry.kind === 'grid'
        ? geometry.slices.map((_, slice) => ({
            params: { plane: plane.id, limit: limit.id, slice: String(slice) },
            props: { mark: buildSliceMark(geometry, slice) },
          }))
        : [],
    ),
  );
};

export const GET: APIRoute<{ mark: FigureMark }> = ({ props }) => Response.json(props.mark);
