import { makePrintable } from '../printable.ts';
import { findForbiddenTex } from './tex-commands.ts';

/** What is wrong with a text, in the words of a message. */
export interface TextFault {
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
}

/** Nothing of what follows can be in a text without one of these. */
const SUSPICIOUS = /[\\<&:]|[^\n\t\u0020-\u007e\u00a1-\u00ac\u00ae-\u058f]/u;

/** A tag, a comment or an instruction; a comparison has a blank behind its sign. */
const TAG = /<\/?[a-z][\w:-]*(?=[\s/>]|$)|<!|<\?/i;
const ENTITY = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i;
/** Blanks inside a scheme are dropped by browsers, so they are dropped before this is looked for. */
const SCRIPT = /(?<![a-z])(?:javascript|vbscript|livescript):/i;
const SCHEME = /(?<![a-z])(?:data:[a-z]+\/[a-z+.-]+|data:[,;]|(?:http|ftp|file|ws|wss|blob):\/\/)/i;

/** What does not belong into a text that is no prose: a title, a note, a field of a reference. */
export function* listTextFaults(text: string): Generator<TextFault> {
  if (!SUSPICIOUS.test(text)) return;
  const hidden = findHiddenCharacter(text);
  if (hidden !== undefined) yield describeHidden(hidden);
  const outside = text.replace(/(?<!\\)\$[^$]*\$/g, '$$');
  const tag = TAG.exec(outside)?.[0];
  if (tag !== undefined) {
    yield {
      found: `${tag}…, which reads as HTML`,
      expected: 'plain text, with mathematics between dollars',
      fix: 'leave the tag out; write a blank behind a less-than sign',
    };
  }
  const entity = ENTITY.exec(outside)?.[0];
  if (entity !== undefined) {
    yield {
      found: `the HTML entity ${entity}`,
      expected: 'the character itself',
      fix: 'write the character, for instance & for &amp;',
    };
  }
  const scheme = SCRIPT.exec(text.replace(/\s+/g, ''))?.[0] ?? SCHEME.exec(text)?.[0];
  if (scheme !== undefined) {
    yield {
      found: `an address that begins with ${scheme}`,
      expected: 'https, or no address',
      fix: 'use https, or leave the address out',
    };
  }
  const command = findForbiddenTex(text);
  if (command !== undefined) yield describeTex(command);
}

/** The first character that nobody sees or that turns the direction of writing, as `\u{…}`. */
export function findHiddenCharacter(text: string): string | undefined {
  const lines = text.replace(/[\n\t]/g, ' ');
  if (makePrintable(lines) === lines) return undefined;
  for (const character of lines) {
    const printable = makePrintable(character);
    if (printable !== character) return printable;
  }
  return undefined;
}

export const describeHidden = (character: string): TextFault => ({
  found: `the invisible character ${character}`,
  expected: 'characters that are seen as they are',
  fix: 'delete the character, or type the words again',
});

export const describeTex = (command: string): TextFault => ({
  found: `the LaTeX command ${command}`,
  expected: 'commands of mathematics and accents (src/core/lint/tex-commands.ts)',
  fix: 'write it with other commands; links and pictures do not belong into formulas',
});
