import type { APIRoute } from 'astro';
import { shortLabel } from '../../components/relations.ts';
import { toPlainTitle } from '../../components/tex.ts';
import { getCatalogue } from '../../io/site.ts';

/** What limits are called where papers are gathered, by their ids. */
export const GET: APIRoute = async () => {
  const { catalogue } = await getCatalogue();
  const names = [...catalogue.limits.values()].map((limit) => {
    const plane = catalogue.planes.get(limit.plane)?.short ?? limit.plane;
    return [limit.id, toPlainTitle(`${shortLabel(limit, catalogue)}, ${plane}`)] as const;
  });
  return Response.json(Object.fromEntries(names));
};
