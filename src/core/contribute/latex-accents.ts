/** Combining character of each LaTeX accent. */
const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030A',
  H: '\u030B',
  v: '\u030C',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
};

/** Letters that are no accented ones. */
const LETTERS: Readonly<Record<string, string>> = {
  ss: 'ß',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  dh: 'ð',
  DH: 'Ð',
  dj: 'đ',
  DJ: 'Đ',
  th: 'þ',
  TH: 'Þ',
  i: 'ı',
  j: 'ȷ',
};

/** `\'e`, `\'{e}`, `{\'e}`, `\v{s}`, `\v s`, `\c{c}`, `\'{\i}`, `\'\i`. */
const ACCENTED =
  /\{?\\(?:([`'^~=."])\s*|([uvHckdbr])(?:\s+|(?=\{)))(?:\{(\\[ij]|[A-Za-z])\}|(\\[ij])(?![A-Za-z])\s?|([A-Za-z]))\}?/g;

/** `{\ss}`, `\o{}`, `\l `. */
const LETTER =
  /\{?\\(ss|oe|OE|ae|AE|aa|AA|dh|DH|dj|DJ|th|TH|o|O|l|L|i|j)(?![A-Za-z])(?:\{\}|\s+(?!\s|$))?\}?/g;

/**
 * Text with the accents and letters that LaTeX spells with commands as the characters themselves, as
 * the bibliography has them. Mathematics between dollars is left as it is, and so is every command
 * that stands for no letter.
 */
export function readLatexAccents(text: string): string {
  return text
    .split(/(?<!\\)\$/)
    .map((part, i) => (i % 2 === 0 ? readPart(part) : part))
    .join('$');
}

function readPart(text: string): string {
  return text
    .replaceAll(ACCENTED, (match, ...groups: (string | undefined)[]) => {
      const [sign, letterSign, braced, command, bare] = groups;
      const accent = ACCENTS[sign ?? letterSign ?? ''] ?? '';
      const letter = (braced ?? command ?? bare ?? '').replace('\\', '');
      return balance(match, `${letter}${accent}`.normalize('NFC'));
    })
    .replaceAll(LETTER, (match, name: string) => balance(match, LETTERS[name] ?? ''));
}

/** A brace taken on one side only belongs to the text around. */
function balance(match: string, character: string): string {
  const opened = match.split('{').length - match.split('}').length;
  if (opened > 0) return `{${character}`;
  return opened < 0 ? `${character}}` : character;
}
