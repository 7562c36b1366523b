import type { APIRoute, GetStaticPaths } from 'astro';
import { type AppIcon, drawIcon, ICONS } from '../../components/offline/app-icons.ts';

/** The site's sign in pixels, for the screens of those who install it. */
export const getStaticPaths: GetStaticPaths = () =>
  ICONS.map((icon) => ({ params: { icon: icon.name }, props: { icon } }));

export const GET: APIRoute<{ icon: AppIcon }> = async ({ props }) =>
  new Response(await drawIcon(props.icon), { headers: { 'content-type': 'image/png' } });
