import type { APIRoute } from 'astro';
import { getFeed } from '../components/feeds/site-feed.ts';
import { writeJsonFeed } from '../core/feeds/write-json-feed.ts';

/** New and changed limits, JSON Feed. */
export const GET: APIRoute = async () =>
  new Response(writeJsonFeed(await getFeed()), {
    headers: { 'Content-Type': 'application/feed+json' },
  });
