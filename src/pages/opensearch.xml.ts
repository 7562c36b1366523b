import type { APIRoute } from 'astro';
import { href } from '../components/href.ts';
import { writeOpenSearch } from '../core/discovery/opensearch.ts';
import { siteUrl } from '../io/site.ts';

export const GET: APIRoute = () =>
  new Response(writeOpenSearch(siteUrl + href('')), {
    headers: { 'Content-Type': 'application/opensearchdescription+xml' },
  });
