import type { APIRoute } from 'astro';
import { ICONS } from '../components/offline/app-icons.ts';
import { PAPER } from '../components/offline/app-icons.ts';
import { SITE_TITLE } from '../core/formats/bibtex-entry.ts';

/** What a browser needs to install the site. Every address is relative to this file, so that it holds below any path. */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      name: SITE_TITLE,
      short_name: 'Dark Portals',
      description: 'A living review and limit catalogue of dark-sector searches.',
      lang: 'en',
      id: './',
      start_url: './',
      scope: './',
      display: 'minimal-ui',
      background_color: PAPER.light,
      theme_color: PAPER.light,
      // Browsers that know no second set of colours pass it over.
      color_scheme_dark: { background_color: PAPER.dark, theme_color: PAPER.dark },
      icons: ICONS.map(({ name, pixels, purpose }) => ({
        src: `icons/${name}.png`,
        sizes: `${String(pixels)}x${String(pixels)}`,
        type: 'image/png',
        purpose,
      })),
    }),
    { headers: { 'content-type': 'application/manifest+json' } },
  );
