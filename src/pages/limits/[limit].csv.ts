import type { APIRoute, GetStaticPaths } from 'astro';
import type { Limit } from '../../core/catalogue.ts';
import { getCatalogue } from '../../io/site.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { catalogue } = await getCatalogue();
  return [...catalogue.limits.values()].map((limit) => ({
    params: { limit: limit.id },
    props: { limit },
  }));
};

/** The numbers of a limit as published, digits as given. */
export const GET: APIRoute<{ limit: Limit }> = ({ props }) =>
  new Response(props.limit.table.text, { headers: { 'Content-Type': 'text/csv' } });
