/**
 * Characters that a terminal obeys or that nobody sees: controls, marks that turn the direction of
 * writing, characters without width. They must not reach a report as they are.
 */
const UNPRINTABLE =
  // eslint-disable-next-line no-control-regex -- these are the ones looked for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;

/** The text with unprintable characters written as `\u{…}`: one line, and what is there is what is read. */
export const makePrintable = (text: string): string =>
  text.replace(
    UNPRINTABLE,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}}`,
  );
