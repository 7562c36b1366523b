import type { APIRoute } from 'astro';
import { href } from '../components/href.ts';
import { writeRobots } from '../core/discovery/robots.ts';
import { isPublished, siteUrl } from '../io/site.ts';

export const GET: APIRoute = () =>
  new Response(writeRobots(isPublished ? siteUrl + href('/sitemap.xml') : undefined), {
    headers: { 'Content-Type': 'text/plain' },
  });
