import type { APIRoute } from 'astro';
import codemeta from '../../codemeta.json?raw';

/** What the catalogue is, in the vocabulary of CodeMeta, as the repository says it. */
export const GET: APIRoute = () =>
  new Response(codemeta, { headers: { 'Content-Type': 'application/ld+json' } });
