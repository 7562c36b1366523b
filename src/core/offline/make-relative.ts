/** How a copy of the site is addressed. */
export interface CopyFrame {
  /** Path of the site with a slash at both ends. */
  readonly base: string;
  /** Folders between the root and the page: 0 for the home page. */
  readonly depth: number;
  /** Folders that the copy leaves out, for instance `/api/`; links lead to the published site. */
  readonly absent: readonly string[];
  /** The published site without a slash at its end. */
  readonly siteUrl: string;
}

/**
 * A page whose addresses lead from itself instead of from the root of a host, so that a copy of the site works in
 * any folder of any file server.
 */
export function makeRelative(html: string, { base, depth, absent, siteUrl }: CopyFrame): string {
  const up = depth === 0 ? './' : '../'.repeat(depth);
  return html.replace(ATTRIBUTE, (whole: string, before: string, value: string) => {
    if (!value.startsWith(base)) return whole;
    const path = value.slice(base.length);
    if (absent.some((folder) => `/${path}`.startsWith(folder)))
      return `${before}"${siteUrl}${value}"`;
    return `${before}"${up}${path}"`;
  });
}

/** A style sheet beside the files it names: what is in the same folder needs no path. */
export const makeStylesRelative = (css: string, base: string): string =>
  css.replaceAll(`url(${base}_astro/`, 'url(');

/** Attributes that hold one address; a protocol-relative one begins with two slashes and is none of the site's. */
const ATTRIBUTE = /(\s(?:data-[a-z-]+|src|href|action|poster)=)"(\/(?!\/)[^"]*)"/g;
