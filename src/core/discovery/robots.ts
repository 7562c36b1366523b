/**
 * What robots.txt says: everything may be read, and where the list of pages is.
 * @param sitemap absolute, as its readers require; undefined where the site does not know its address,
 *   and then no line is better than one that leads to nobody's machine
 */
export const writeRobots = (sitemap: string | undefined): string =>
  `User-agent: *\nAllow: /\n${sitemap === undefined ? '' : `\nSitemap: ${sitemap}\n`}`;
