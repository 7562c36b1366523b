import type { APIRoute } from 'astro';
import { respondJsonFeed } from '../components/feeds/site-feed.ts';

/** New and changed limits, JSON Feed. */
export const GET: APIRoute = () => respondJsonFeed();
