import type { APIRoute } from 'astro';
import { getRecastSources } from '../../components/recast/recast-data.ts';

/** Papers and facts behind the figure, for what readers take away. */
export const GET: APIRoute = async () => Response.json(await getRecastSources());
