/** A base with what stands above and below it, and its primes. */
const SCRIPTS = /(?:[_^](?:\{[^}]*\}|\\[A-Za-z]+|\S))+'*|'+/gu;

/**
 * A process in LaTeX as a line of plain letters, as keywords of HEPData are: `e+ e- --> gamma A'`. The
 * particles keep the names they have in the process.
 */
export const writeReaction = (latex: string): string =>
  latex
    .replaceAll(/\\(?:text|mathrm)\s*\{([^}]*)\}/gu, ' $1 ')
    .replaceAll(/\\bar\s*\\?([A-Za-z]+)/gu, ' $1bar ')
    .replaceAll(/\\(?:to|rightarrow)(?![A-Za-z])/gu, ' --> ')
    .replaceAll(/\\pm(?![A-Za-z])/gu, '{+-}')
    .replaceAll(/\\mp(?![A-Za-z])/gu, '{-+}')
    .replaceAll(/\\ell(?![A-Za-z])/gu, ' l')
    .replaceAll(/\\(?:quad(?![A-Za-z])|[ ,;:!])/gu, ' ')
    .replaceAll(SCRIPTS, (scripts) => `${scripts.replaceAll(/[_^{}\\]/gu, '')} `)
    .replaceAll(/\\([A-Za-z]+)/gu, ' $1')
    .replaceAll(/[{}$]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/ ?\/ ?/gu, '/')
    .replaceAll(/ (?=[,;)])/gu, '')
    .trim();
