import { plainText } from './plain-text.ts';

/** Letters of Greece are mathematics, however they are written. */
const GREEK =
  /\b(?:alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|upsilon|phi|chi|psi|omega)s?\b/gi;

/**
 * True when two titles have the same words. What databases write differently is left out: mathematics
 * (TeX, MathML or plain), words of one or two letters, capitals, accents, hyphens and punctuation.
 */
export const isSameTitle = (a: string, b: string): boolean => foldTitle(a) === foldTitle(b);

/** A title as its words of three letters and more, run together. */
function foldTitle(title: string): string {
  return plainText(title)
    .replaceAll(/\\["'^`~=.]/g, '')
    .replaceAll(/\\[a-zA-Z]+/g, ' ')
    .replaceAll(/[{}$]/g, '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/(?<=\p{L})[-‐‑–'’](?=\p{L})/gu, '')
    .replaceAll(/[^a-zA-Z]+/g, ' ')
    .replaceAll(GREEK, ' ')
    .split(' ')
    .filter((word) => word.length > 2)
    .join('')
    .toLowerCase();
}
