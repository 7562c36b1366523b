/** What of a site is saved with the pages, what with the data files, and what with neither; the first that fits. */
const RULES: readonly (readonly [RegExp, 'pages' | 'data' | undefined])[] = [
  // What tells about the build that is served now, and what is for servers and programs that look for sites.
  [/^\/about\/offline\/.*\.(json|zip)$/, undefined],
  [/^\/(sw\.js|robots\.txt|sitemap\.xml|404\.html)$/, undefined],
  [/^\/[_.](?!astro\/)/, undefined],
  [/\.(br|gz)$/, undefined],
  // Pictures for link previews are shown by other sites only.
  [/^\/cards\//, undefined],
  // Browsers that keep files know the newest format of letters.
  [/^\/_astro\/KaTeX.*\.(woff|ttf)$/, undefined],
  // Pagefind brings pages and widgets that this site does not use.
  [/\/pagefind\/pagefind-(ui|modular-ui|component-ui|highlight)\./, undefined],
  [/^\/_astro\//, 'pages'],
  [/\.html$/, 'pages'],
  // The pictures of planes among which a reader chooses what to compare.
  [/^\/figures\/[^/]+(?<!-dark)\.svg$/, 'pages'],
  [/^\/(favicon\.svg|manifest\.webmanifest|opensearch\.xml)$/, 'pages'],
  [/^\/icons\//, 'pages'],
];

/** The portion of a saved site a file belongs to; undefined for what is not saved. */
export function choosePortion(path: string): 'pages' | 'data' | undefined {
  const rule = RULES.find(([pattern]) => pattern.test(path));
  return rule === undefined ? 'data' : rule[1];
}
