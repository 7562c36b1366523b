import type { APIRoute, GetStaticPaths } from 'astro';
import { listFeedPaths, respondJsonFeed } from '../../components/feeds/site-feed.ts';
import type { PortalId } from '../../core/schema/index.ts';

export const getStaticPaths = (() => listFeedPaths()) satisfies GetStaticPaths;

/** New and changed limits of a portal, JSON Feed. */
export const GET: APIRoute<{ portal: PortalId }> = ({ props }) => respondJsonFeed(props.portal);
