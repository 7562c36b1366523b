import type { Header, HeaderRule } from '../core/hosting/header-rules.ts';

/** What pages may load and do, by directive of Content-Security-Policy, and why where it is not nothing. */
const DIRECTIVES: Readonly<Record<string, string>> = {
  'default-src': "'self'",
  // Pagefind compiles WebAssembly. No inline script: the theme is set by a file.
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  // KaTeX sets positions in style attributes.
  'style-src-attr': "'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
  'media-src': "'none'",
  'frame-src': "'none'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
};

/**
 * The policy of every page, in its meta tag and in the headers of hosts that can send any. The development server
 * needs more and gets none.
 */
export const CONTENT_POLICY = Object.entries(DIRECTIVES)
  .map((directive) => directive.join(' '))
  .join('; ');

/** No other host learns which page, in which view, a reader came from. */
export const REFERRER_POLICY = 'same-origin';

/** Abilities of browsers that no page uses. */
const UNUSED = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** Copying is all that pages ask for. */
const PERMISSIONS_POLICY = [...UNUSED.map((name) => `${name}=()`), 'clipboard-write=(self)'].join(
  ', ',
);

const SAFE: readonly Header[] = [
  ['Content-Security-Policy', CONTENT_POLICY],
  ['Referrer-Policy', REFERRER_POLICY],
  ['Permissions-Policy', PERMISSIONS_POLICY],
  ['X-Content-Type-Options', 'nosniff'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
];

const FRAMED = '/embed/';
const NAMED_BY_CONTENT = '/_astro/';

/** The headers of the site's files: what the meta tag cannot say, how long copies are good, and who may read. */
export const HEADER_RULES: readonly HeaderRule[] = [
  { headers: SAFE },
  // Everything but what is made to be shown inside other sites; a meta tag cannot say it.
  { outside: [FRAMED], headers: [['Content-Security-Policy', "frame-ancestors 'self'"]] },
  {
    in: [NAMED_BY_CONTENT],
    headers: [['Cache-Control', 'public, max-age=31536000, immutable']],
  },
  // Asked for anew each time, and answered "not modified": pages and the data they load are of one version.
  {
    outside: [NAMED_BY_CONTENT],
    isTheirs: true,
    headers: [['Cache-Control', 'public, max-age=0, must-revalidate']],
  },
  // Data are read from notebooks and pages of other sites.
  {
    in: ['/api/', '/figures/', '/limits/', '/feeds/'],
    headers: [['Access-Control-Allow-Origin', '*']],
  },
];

/** Media types that hosts often do not know, or know by the end of the name only; the longest end first. */
export const MEDIA_TYPES: readonly (readonly [end: string, type: string])[] = [
  ['.csl.json', 'application/vnd.citationstyles.csl+json'],
  ['.schema.json', 'application/schema+json'],
  ['.webmanifest', 'application/manifest+json'],
  ['.bib', 'application/x-bibtex; charset=utf-8'],
  ['.ris', 'application/x-research-info-systems; charset=utf-8'],
  ['.parquet', 'application/vnd.apache.parquet'],
  ['.yaml', 'application/yaml; charset=utf-8'],
  ['.cff', 'application/yaml; charset=utf-8'],
  ['.csv', 'text/csv; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
];
