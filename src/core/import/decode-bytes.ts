import type { Problem } from './source.ts';

/** Larger files are refused: no published table of limits comes near. */
export const LARGEST_FILE = 20_000_000;

/** Four times the longest table in use: what has more takes a computer's time and is no limit. */
const MOST_LINES = 500_000;

interface Foreign {
  readonly what: string;
  readonly fix: string;
}

/** Files that are no text, known by their first bytes, and what to do with each. */
const SIGNATURES: readonly (Foreign & { readonly start: string })[] = [
  {
    start: '{\\rtf',
    what: 'a rich-text file (RTF)',
    fix: 'open it in the editor that wrote it and save it as plain text',
  },
  {
    start: '%PDF',
    what: 'a PDF document',
    fix: 'take the numbers from HEPData or from the authors, or digitise the figure (WebPlotDigitizer) and import that',
  },
  {
    start: 'PK\x03\x04',
    what: 'a zip archive or a spreadsheet (XLSX, ODS)',
    fix: 'save the sheet as CSV, or unpack the archive, and import that',
  },
  {
    start: '\xD0\xCF\x11\xE0',
    what: 'an old spreadsheet or document (XLS, DOC)',
    fix: 'save the sheet as CSV and import that',
  },
  {
    start: '\x1F\x8B',
    what: 'a file compressed with gzip',
    fix: 'unpack it (gunzip, or tar -xzf for .tar.gz) and import what is inside',
  },
  { start: 'BZh', what: 'a file compressed with bzip2', fix: 'unpack it (bunzip2) first' },
  { start: '\xFD7zXZ', what: 'a file compressed with xz', fix: 'unpack it (unxz) first' },
  {
    start: '\x89PNG',
    what: 'a picture (PNG)',
    fix: 'digitise the figure (WebPlotDigitizer) and import what it exports',
  },
  {
    start: '\xFF\xD8\xFF',
    what: 'a picture (JPEG)',
    fix: 'digitise the figure (WebPlotDigitizer) and import what it exports',
  },
  {
    start: '\x93NUMPY',
    what: 'an array of NumPy',
    fix: 'write it as text, for instance with numpy.savetxt, and import that',
  },
  {
    start: '\x89HDF',
    what: 'an HDF5 file',
    fix: 'write the table as CSV and import that',
  },
  {
    start: 'root',
    what: 'a ROOT file',
    fix: 'write the points of the graph as two columns of text and import that',
  },
];

const UTF_16: Foreign = {
  what: 'text in UTF-16',
  fix: 'save the file again as UTF-8 (in spreadsheets: “CSV UTF-8”)',
};

/**
 * The text of a file, without a byte order mark; or what the file is instead, with what to do.
 * Line ends are left as they are.
 */
export function decodeBytes(
  file: string,
  bytes: Uint8Array,
): { readonly text: string } | { readonly problem: Problem } {
  const refuse = (found: string, expected: string, fix: string, line?: number) => ({
    problem: { file, ...(line === undefined ? {} : { line }), found, expected, fix },
  });
  if (bytes.length === 0)
    return refuse('an empty file', 'numbers', 'export the numbers again, or choose another file');
  if (bytes.length > LARGEST_FILE)
    return refuse(
      `${(bytes.length / 1e6).toFixed(1)} MB`,
      `at most ${String(LARGEST_FILE / 1e6)} MB`,
      'cut the file down to the table of the limit',
    );
  const foreign = findSignature(bytes) ?? (isUtf16(bytes) ? UTF_16 : undefined);
  if (foreign !== undefined) return refuse(foreign.what, 'plain text in UTF-8', foreign.fix);
  const lines = Math.max(countBytes(bytes, 0x0a), countBytes(bytes, 0x0d));
  if (lines > MOST_LINES)
    return refuse(
      `${String(lines)} lines`,
      `at most ${String(MOST_LINES)}`,
      'cut the file down to the table of the limit',
    );
  const zero = bytes.indexOf(0);
  if (zero !== -1)
    return refuse(
      'a zero byte, so no text',
      'plain text in UTF-8',
      'export the numbers as text (CSV)',
      lineOfByte(bytes, zero),
    );
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse(
      'bytes that are no UTF-8, so another encoding',
      'plain text in UTF-8',
      'save the file again as UTF-8',
      lineOfByte(bytes, findInvalidByte(bytes)),
    );
  }
  if (/^\s*<(?:!doctype|html|\?xml|svg|table)/iu.test(text.slice(0, 2000)))
    return refuse(
      'a web page or XML, probably saved from a browser',
      'a file of numbers',
      'use the download link of the table (on HEPData: YAML or CSV) instead of saving the page',
    );
  return { text };
}

function findSignature(bytes: Uint8Array): Foreign | undefined {
  return SIGNATURES.find(({ start }) =>
    Array.from(start).every((letter, i) => bytes[i] === letter.charCodeAt(0)),
  );
}

/** By its byte order mark, or by zeros at every second byte as ASCII has them in UTF-16. */
function isUtf16(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  return (a === 0 && c === 0 && b !== 0 && d !== 0) || (b === 0 && d === 0 && a !== 0 && c !== 0);
}

function countBytes(bytes: Uint8Array, byte: number): number {
  let count = 0;
  for (let at = bytes.indexOf(byte); at !== -1; at = bytes.indexOf(byte, at + 1)) count += 1;
  return count;
}

/** Line of the text that holds the byte, counted from one. */
function lineOfByte(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let i = 0; i < at; i++) if (bytes[i] === 0x0a) line += 1;
  return line;
}

/** The first byte that begins no character of UTF-8: found by halving, as a valid beginning stays valid. */
function findInvalidByte(bytes: Uint8Array): number {
  const isValid = (length: number): boolean => {
    try {
      // `stream` forgives a character that is cut off at the end.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), {
        stream: true,
      });
      return true;
    } catch {
      return false;
    }
  };
  let [low, high] = [0, bytes.length];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (isValid(middle)) low = middle;
    else high = middle;
  }
  return low;
}
