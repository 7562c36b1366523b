import type { APIRoute } from 'astro';
import { getFeed } from '../components/feeds/site-feed.ts';
import { writeAtom } from '../core/feeds/write-atom.ts';

/** New and changed limits, Atom. */
export const GET: APIRoute = async () =>
  new Response(writeAtom(await getFeed()), { headers: { 'Content-Type': 'application/atom+xml' } });
