import type { APIRoute, GetStaticPaths } from 'astro';
import { describePlaneBrief } from '../../../components/check/describe-plane-brief.ts';
import type { PlaneEntry } from '../../../core/catalogue.ts';
import { getCatalogue } from '../../../io/site.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { catalogue } = await getCatalogue();
  return [...catalogue.planes.values()].map((plane) => ({
    params: { plane: plane.id },
    props: { plane },
  }));
};

/** What the check page needs to answer questions about points of a plane. */
export const GET: APIRoute<{ plane: PlaneEntry }> = async ({ props }) => {
  const { catalogue, version } = await getCatalogue();
  return Response.json(describePlaneBrief(props.plane, catalogue, version));
};
