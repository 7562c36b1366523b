import type { APIRoute } from 'astro';
import { writeLlmsText } from '../core/api/llms-text.ts';
import { getApiSite } from '../io/site.ts';

/** What the site is and where its data are, for programs that read text. */
export const GET: APIRoute = async () =>
  new Response(writeLlmsText(await getApiSite()), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
