import type { APIRoute } from 'astro';
import { packCatalogue } from '../../components/contribute/small-catalogue.ts';
import { getCatalogue } from '../../io/site.ts';

/** What the form needs to judge a contribution as `npm run check` does. */
export const GET: APIRoute = async () => {
  const { catalogue } = await getCatalogue();
  return Response.json(packCatalogue(catalogue));
};
