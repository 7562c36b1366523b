/** Digits of the id of a build. */
export const BUILD_DIGITS = 16;

/** What the build writes into each page, until it knows which build it is, and in development for good. */
export const UNMARKED = '0'.repeat(BUILD_DIGITS);

const MARK = /<meta name="build" content="([0-9a-f]{16})"/;

/** Far enough into a page to see its head. */
const HEAD = 20_000;

/** The build a page says it is of; undefined for a page that says none. */
export function findBuild(html: string): string | undefined {
  const build = MARK.exec(html.slice(0, HEAD))?.[1];
  return build === UNMARKED ? undefined : build;
}
