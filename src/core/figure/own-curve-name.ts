const LONGEST_NAME = 60;

/** A name fit to be shown: one line, no control or formatting characters, at most 60 characters. */
export const tidyName = (name: string): string =>
  Array.from(name.replaceAll(/\s+/gu, ' ').replaceAll(/\p{C}/gu, ''))
    .slice(0, LONGEST_NAME)
    .join('')
    .trim();
