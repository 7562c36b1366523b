import type { APIRoute, GetStaticPaths } from 'astro';
import { listPlaneLimits, type PlaneLimit } from '../../../../core/curve/plane-limit.ts';
import type { PlaneEntry } from '../../../../core/catalogue.ts';
import { buildExactCurve } from '../../../../core/figure/exact-mark.ts';
import { getCatalogue } from '../../../../io/site.ts';

/** One curve of a figure with every point and digit: a figure itself carries what a screen can show. */
export const getStaticPaths: GetStaticPaths = async () => {
  const { catalogue } = await getCatalogue();
  return [...catalogue.planes.values()].flatMap((plane) =>
    listPlaneLimits(plane, catalogue).map((placed) => ({
      params: { plane: plane.id, limit: placed.limit.id },
      props: { placed, plane },
    })),
  );
};

export const GET: APIRoute<{ placed: PlaneLimit; plane: PlaneEntry }> = async ({ props }) => {
  const { catalogue } = await getCatalogue();
  return Response.json(buildExactCurve(props.placed, props.plane, catalogue));
};
