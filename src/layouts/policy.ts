/**
 * No inline script and no other host. KaTeX sets positions in style attributes and Pagefind
 * compiles WebAssembly; the development server needs more and gets no policy.
 */
export const CONTENT_POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; worker-src 'self'; object-src 'none'; base-uri 'none'";
