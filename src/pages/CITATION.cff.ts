import type { APIRoute } from 'astro';
import citation from '../../CITATION.cff?raw';

/** How to cite the catalogue, as the repository says it. */
export const GET: APIRoute = () =>
  new Response(citation, { headers: { 'Content-Type': 'application/yaml' } });
