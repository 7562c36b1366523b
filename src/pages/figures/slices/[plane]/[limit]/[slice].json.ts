import type { APIRoute, GetStaticPaths } from 'astro';
import { listPlaneLimits } from '../../../../../core/curve/plane-limit.ts';
import type { FigureMark } from '../../../../../core/figure/figure-spec.ts';
import { buildExactCurve } from '../../../../../core/figure/exact-mark.ts';
import { getCatalogue } from '../../../../../io/site.ts';

/** One slice of a grid (the limit at one lifetime, say), counted from zero by rising parameter. */
export const getStaticPaths: GetStaticPaths = async () => {
  const { catalogue } = await getCatalogue();
  return [...catalogue.planes.values()].flatMap((plane) =>
    listPlaneLimits(plane, catalogue).flatMap((placed) =>
      placed.geometry.kind === 'grid'
        ? placed.geometry.slices.map((_, slice) => ({
            params: { plane: plane.id, limit: placed.limit.id, slice: String(slice) },
            props: { mark: buildExactCurve(placed, plane, catalogue, slice) },
          }))
        : [],
    ),
  );
};

export const GET: APIRoute<{ mark: FigureMark }> = ({ props }) => Response.json(props.mark);
