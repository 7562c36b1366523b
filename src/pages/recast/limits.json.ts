import type { APIRoute } from 'astro';
import { getRecastData } from '../../components/recast/recast-data.ts';

/** The limits that can be carried over, as the page computes with them. */
export const GET: APIRoute = async () => Response.json(await getRecastData());
