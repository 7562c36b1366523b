import type { APIRoute } from 'astro';
import { respondAtom } from '../components/feeds/site-feed.ts';

/** New and changed limits, Atom. */
export const GET: APIRoute = () => respondAtom();
